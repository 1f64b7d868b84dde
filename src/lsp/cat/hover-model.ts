import type { Hover } from "../hover.ts";
import { fence } from "../markdown.ts";
import type { ModelAnalysis } from "./analyse-model.ts";
import { baseWords } from "./base-words.ts";
import { nameInModel } from "./find-in-model.ts";

/** The definition of the name at an offset of a model's text, or what an execution supplies by that name. */
export function hoverModel(analysis: ModelAnalysis, offset: number): Hover | undefined {
	const found = nameInModel(analysis, offset);
	if (found === undefined) return undefined;
	const { word, declaration } = found;
	const { start, end } = word;
	const words = baseWords(word.text);
	if (declaration === undefined) return words === undefined ? undefined : { markdown: words, start, end };
	const { path } = declaration.span.file;
	const from = path === analysis.file.path ? [] : [`From \`${path.replace(/^.*[/\\]/, "")}\`.`];
	return { markdown: [fence("cat", declaration.text), ...from].join("\n\n"), start, end };
}
