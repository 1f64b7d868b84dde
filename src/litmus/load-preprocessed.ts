import type { Program } from "../execution/program.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import type { Dialect } from "./dialect.ts";
import { lowerParsed } from "./lower-parsed.ts";
import { parsePreprocessed } from "./parse-preprocessed.ts";
import type { Preprocessed } from "./preprocess/preprocess.ts";

/**
 * A preprocessed test as a program; the warnings of the steps come together, without those of preprocessing.
 * @param file what was preprocessed, for messages
 * @param dialect what the test may call, and what that means; the built-in primitives, if absent
 */
export function loadPreprocessed(
	file: SourceFile,
	text: Preprocessed,
	dialect: Dialect = {},
): Result<Program> {
	const parsed = parsePreprocessed(file, text);
	if (!parsed.ok) return parsed;
	const program = lowerParsed(parsed.value, dialect);
	return program.ok ? { ...program, warnings: [...parsed.warnings, ...program.warnings] } : program;
}
