import type { Program } from "../execution/program.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import type { Dialect } from "./dialect.ts";
import { lowerParsed } from "./lower-parsed.ts";
import { parseFile } from "./parse-file.ts";
import type { Surroundings } from "./preprocess/read-include.ts";

/**
 * A litmus test's text as a program; the warnings of all steps come together.
 * @param dialect what the test may call, and what that means; the built-in primitives, if absent
 * @param surroundings what its directives refer to
 */
export function loadProgram(
	file: SourceFile,
	dialect: Dialect = {},
	surroundings: Surroundings = {},
): Result<Program> {
	const parsed = parseFile(file, surroundings);
	if (!parsed.ok) return parsed;
	const program = lowerParsed(parsed.value, dialect);
	return program.ok ? { ...program, warnings: [...parsed.warnings, ...program.warnings] } : program;
}
