import { analyseModel, type ModelAnalysis } from "../../src/lsp/cat/analyse-model.ts";
import { analyseTest } from "../../src/lsp/litmus/analyse-test.ts";
import type { TestAnalysis } from "../../src/lsp/litmus/analysis.ts";
import type { Span } from "../../src/source/span.ts";

/** The path of the text that is analysed. */
export const PATH = "/t/test.litmus";

/** What is known of a test among other files, which are below `/t`. */
export function analysis(
	text: string,
	files: Readonly<Record<string, string>> = {},
	before?: TestAnalysis,
): TestAnalysis {
	const readInclude = (name: string) =>
		Object.hasOwn(files, name) ? { path: `/t/${name}`, text: files[name] } : undefined;
	return analyseTest({ path: PATH, text }, {}, { readInclude }, before);
}

/** What is known of a model among other files. */
export function modelAnalysis(
	text: string,
	files: Readonly<Record<string, string>> = {},
	before?: ModelAnalysis,
): ModelAnalysis {
	const readInclude = (name: string) =>
		Object.hasOwn(files, name) ? { path: `/t/${name}`, text: files[name] } : undefined;
	return analyseModel({ path: "/t/model.cat", text }, readInclude, {}, before);
}

/** The offset of a `‸` in a text, and the text without it. */
export function cursor(marked: string): { readonly text: string; readonly offset: number } {
	const offset = marked.indexOf("‸");
	return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** A span as `line: text of the line up to its end`, for comparing. */
export function shown({ file, start, end }: Span): string {
	const line = file.text.slice(0, start).split("\n").length;
	return `${file.path.replace("/t/", "")}:${line}: ${file.text.slice(start, end)}`;
}
