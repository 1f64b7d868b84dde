import type { Program } from "../execution/program.ts";
import * as messages from "../source/messages-litmus.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import type { Dialect } from "./dialect.ts";
import { lowerTest } from "./lower-test.ts";
import { parseTest } from "./parse-test.ts";
import type { Preprocessed } from "./preprocess/preprocess.ts";

/** The parameter by which a test says how many bits `long` has, and lets it be chosen. */
export const BITS_PARAMETER = "BITS_PER_LONG";

/** A width that `long` can have; undefined for any other number. */
function longBitsOf(value: bigint | undefined): Dialect["longBits"] {
	return ([8, 16, 32, 64] as const).find((bits) => BigInt(bits) === value);
}

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
	const test = parseTest(text.file);
	if (!test.ok) return test;
	const asked = text.parameter(BITS_PARAMETER);
	const longBits = longBitsOf(asked);
	if (asked !== undefined && longBits === undefined) {
		return { ok: false, diagnostics: [messages.badLongBits(asked, { file, start: 0, end: 0 })] };
	}
	const program = lowerTest(test.value, longBits === undefined ? dialect : { ...dialect, longBits });
	if (!program.ok) return program;
	const { settings } = text;
	const value = settings.length === 0 ? program.value : { ...program.value, settings };
	return { ok: true, value, warnings: [...test.warnings, ...program.warnings] };
}
