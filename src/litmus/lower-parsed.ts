import type { Program } from "../execution/program.ts";
import type { Result } from "../source/result.ts";
import type { Dialect } from "./dialect.ts";
import { lowerTest } from "./lower-test.ts";
import type { ParsedFile } from "./parse-preprocessed.ts";

/** The program of a test's tree, with the width of `long` and the parameters that its text was read with. */
export function lowerParsed({ test, longBits, settings }: ParsedFile, dialect: Dialect): Result<Program> {
	const program = lowerTest(test, longBits === undefined ? dialect : { ...dialect, longBits });
	if (!program.ok || settings.length === 0) return program;
	return { ...program, value: { ...program.value, settings } };
}
