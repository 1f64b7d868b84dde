import * as messages from "../source/messages-litmus.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";

/**
 * Runs a phase that recurses as deep as its input nests. Chains without brackets (`~~~x`, `if if if`) pass the
 * check of brackets; where they exhaust the stack, that becomes the same message. Throws all else that
 * the phase throws.
 */
export function guardNesting<T>(file: SourceFile, phase: () => Result<T>): Result<T> {
	try {
		return phase();
	} catch (problem) {
		if (!(problem instanceof RangeError) || !/stack/i.test(problem.message)) throw problem;
		return { ok: false, diagnostics: [messages.tooDeep({ file, start: 0, end: 1 })] };
	}
}
