import type { Program } from "../execution/program.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import { lowerTest } from "./lower-test.ts";
import { parseTest } from "./parse-test.ts";

/** A litmus test's text as a program; the warnings of both steps come together. */
export function loadProgram(file: SourceFile): Result<Program> {
	const test = parseTest(file);
	if (!test.ok) return test;
	const program = lowerTest(test.value);
	if (!program.ok) return program;
	return { ...program, warnings: [...test.warnings, ...program.warnings] };
}
