import type { Setting } from "../execution/setting.ts";
import * as messages from "../source/messages-litmus.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import type { Dialect } from "./dialect.ts";
import { parseTest } from "./parse-test.ts";
import type { Preprocessed } from "./preprocess/preprocess.ts";
import type { LitmusTest } from "./test-syntax.ts";

/** The parameter by which a test says how many bits `long` has, and lets it be chosen. */
export const BITS_PARAMETER = "BITS_PER_LONG";

/** A test whose directives are carried out, as a tree. */
export interface ParsedFile {
	readonly test: LitmusTest;
	/** Bits of `long`, where the test says so. */
	readonly longBits?: NonNullable<Dialect["longBits"]>;
	/** The parameters whose value was given from outside. */
	readonly settings: readonly Setting[];
}

/** A width that `long` can have; undefined for any other number. */
function longBitsOf(value: bigint | undefined): Dialect["longBits"] {
	return ([8, 16, 32, 64] as const).find((bits) => BigInt(bits) === value);
}

/**
 * A preprocessed test as a tree; the warnings do not include those of preprocessing.
 * @param file what was preprocessed, for messages
 */
export function parsePreprocessed(file: SourceFile, text: Preprocessed): Result<ParsedFile> {
	const test = parseTest(text.file);
	if (!test.ok) return test;
	const asked = text.parameter(BITS_PARAMETER);
	const longBits = longBitsOf(asked);
	if (asked !== undefined && longBits === undefined) {
		return { ok: false, diagnostics: [messages.badLongBits(asked, { file, start: 0, end: 0 })] };
	}
	const { settings } = text;
	const value: ParsedFile = { test: test.value, ...(longBits !== undefined && { longBits }), settings };
	return { ok: true, value, warnings: test.warnings };
}
