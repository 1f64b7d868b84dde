import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import { type ParsedFile, parsePreprocessed } from "./parse-preprocessed.ts";
import { preprocess } from "./preprocess/preprocess.ts";
import type { Surroundings } from "./preprocess/read-include.ts";

/** A litmus test's text as a tree, its directives carried out; the warnings of both steps come together. */
export function parseFile(file: SourceFile, surroundings: Surroundings): Result<ParsedFile> {
	const text = preprocess(file, surroundings);
	if (!text.ok) return text;
	const parsed = parsePreprocessed(file, text.value);
	return parsed.ok ? { ...parsed, warnings: [...text.warnings, ...parsed.warnings] } : parsed;
}
