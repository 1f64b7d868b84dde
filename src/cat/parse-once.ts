import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import { parseModel } from "./parse-model.ts";
import type { ModelText } from "./syntax.ts";

/** What was parsed last under each path. */
const known = new Map<string, { readonly text: string; readonly result: Result<ModelText> }>();

/**
 * `parseModel` with a memory. Parsing is most of what reading a model costs; a file may be looked at before it is
 * run, and models share what they include.
 */
export function parseOnce(file: SourceFile): Result<ModelText> {
	const before = known.get(file.path);
	if (before?.text === file.text) return before.result;
	const result = parseModel(file);
	known.set(file.path, { text: file.text, result });
	return result;
}
