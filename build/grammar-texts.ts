import cText from "../grammar/c.ohm";
import catText from "../grammar/cat.ohm";
import defText from "../grammar/def.ohm";
import litmusText from "../grammar/litmus.ohm";
import type { GrammarText } from "./grammar-page.ts";

/** All grammars, in the order in which the page on them has them. */
export const grammarTexts: readonly GrammarText[] = [
	{ file: "litmus.ohm", title: "Litmus tests", text: litmusText },
	{ file: "c.ohm", title: "C, as bodies have it", text: cText },
	{ file: "def.ohm", title: "Files of macros", text: defText },
	{ file: "cat.ohm", title: "Models", text: catText },
];
