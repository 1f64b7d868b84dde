import type { Setting } from "../execution/setting.ts";
import * as messages from "../source/messages-litmus.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import type { Dialect } from "./dialect.ts";
import { parseTest } from "./parse-test.ts";
import { preprocess } from "./preprocess/preprocess.ts";
import type { Surroundings } from "./preprocess/read-include.ts";
import type { LitmusTest } from "./test-syntax.ts";

/** The parameter by which a test says how many bits `long` has, and lets it be chosen. */
const BITS_PARAMETER = "BITS_PER_LONG";

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

/** A litmus test's text as a tree, its directives carried out; the warnings of both steps come together. */
export function parseFile(file: SourceFile, surroundings: Surroundings): Result<ParsedFile> {
	const text = preprocess(file, surroundings);
	if (!text.ok) return text;
	const test = parseTest(text.value.file);
	if (!test.ok) return test;
	const asked = text.value.parameter(BITS_PARAMETER);
	const longBits = longBitsOf(asked);
	if (asked !== undefined && longBits === undefined) {
		return { ok: false, diagnostics: [messages.badLongBits(asked, { file, start: 0, end: 0 })] };
	}
	const { settings } = text.value;
	const value: ParsedFile = { test: test.value, ...(longBits !== undefined && { longBits }), settings };
	return { ok: true, value, warnings: [...text.warnings, ...test.warnings] };
}
