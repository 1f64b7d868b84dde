import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { grammarPage } from "../../build/grammar-page.ts";
import { grammarTexts } from "../../build/grammar-texts.ts";

test("docs/grammar.md is what `npm run grammar-page` makes of the grammars", () => {
	const written = readFileSync(new URL("../../docs/grammar.md", import.meta.url), "utf8");
	expect(written).toBe(grammarPage(grammarTexts));
});

test("rules are printed with their cases, words, lists and accepted examples", () => {
	const text = `T {
//+ A: if a , b
//- A: if
A = if ListOf<name, ","> ("x" | "y")?  -- some
  | #(name space)                     -- other
name = ~("_" ~name) letter+ (~"\\"" any)*
if = "if" ~name
digitPair = "0".."9" digit
}
`;
	const page = grammarPage([{ file: "t.ohm", title: "Title", text }]);
	expect(page.slice(page.indexOf("## Title"))).toBe(`## Title

From \`grammar/t.ohm\`.

\`\`\`
A = "if" (name ("," name)*)? ("x" | "y")? | name space
\`\`\`

- \`if a , b\`

\`\`\`
name = letter+ (any but '"')*
digitPair = "0".."9" digit
\`\`\`
`);
});
