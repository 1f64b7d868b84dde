import type { MatchResult } from "ohm-js";
import * as messages from "../source/messages-litmus.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import { readExpectation } from "./expectation.ts";
import { litmusLanguage, readTree } from "./grammar.ts";
import { guardNesting } from "./guard-nesting.ts";
import { tooDeepAt } from "./nesting.ts";
import { type FailureDetails, parseFailure } from "./parse-failure.ts";
import { Report } from "./report.ts";
import { spreadProcesses } from "./spread-processes.ts";
import type { LitmusTest } from "./test-syntax.ts";
import { markTypeNames } from "./type-marks.ts";

/**
 * UTF-16 units of the longest text that is parsed. The largest known tests have some ten thousand; the
 * parser takes some seconds for a text of this size.
 */
const SIZE_LIMIT = 65_536;

/** Why a text is no test at all, checked before the grammar sees it; undefined if it may be one. */
function refuse(file: SourceFile): Result<never> | undefined {
	const { text } = file;
	const fail = (diagnostic: ReturnType<typeof messages.emptyTest>): Result<never> => ({
		ok: false,
		diagnostics: [diagnostic],
	});
	if (text.trim() === "") return fail(messages.emptyTest({ file, start: 0, end: 0 }));
	const zero = text.indexOf("\0");
	if (zero !== -1) return fail(messages.binaryTest({ file, start: zero, end: zero + 1 }));
	if (text.length > SIZE_LIMIT) {
		return fail(messages.hugeTest(text.length, SIZE_LIMIT, { file, start: SIZE_LIMIT, end: SIZE_LIMIT + 1 }));
	}
	const deep = tooDeepAt(text);
	if (deep !== undefined) return fail(messages.tooDeep({ file, start: deep, end: deep + 1 }));
	return undefined;
}

/** A litmus test's text as a tree; nothing is resolved yet. Some milliseconds a test. */
export function parseTest(file: SourceFile): Result<LitmusTest> {
	const refusal = refuse(file);
	if (refusal) return refusal;
	return guardNesting(file, () => {
		const match = litmusLanguage().match(markTypeNames(file.text), "Test") as MatchResult & FailureDetails;
		if (match.failed()) return { ok: false, diagnostics: [parseFailure(match, file)] };
		const expectation = readExpectation(file);
		if (!expectation.ok) return expectation;
		const tree = readTree(match, file);
		const report = new Report();
		const test = { ...tree, processes: spreadProcesses(tree.processes, report) };
		const promised = expectation.value;
		return report.result(() => (promised === undefined ? test : { ...test, expectation: promised }));
	});
}
