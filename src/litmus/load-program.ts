import type { Program } from "../execution/program.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import type { Dialect } from "./dialect.ts";
import { lowerTest } from "./lower-test.ts";
import { parseTest } from "./parse-test.ts";

/**
 * A litmus test's text as a program; the warnings of both steps come together.
 * @param dialect what the test may call, and what that means; the built-in primitives, if absent
 */
export function loadProgram(file: SourceFile, dialect: Dialect = {}): Result<Program> {
	const test = parseTest(file);
	if (!test.ok) return test;
	const program = lowerTest(test.value, dialect);
	if (!program.ok) return program;
	return { ...program, warnings: [...test.warnings, ...program.warnings] };
}
