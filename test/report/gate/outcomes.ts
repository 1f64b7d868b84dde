import type { RunReport } from "../../../src/report/gate/run-report.ts";
import type { CheckedTest, TestOutcome } from "../../../src/report/test-outcome.ts";
import type { Diagnostic } from "../../../src/source/diagnostic.ts";

/** A test that passes, but for what is given. */
export function checked(given: Partial<CheckedTest> = {}): CheckedTest {
	return {
		file: "suite/mp.litmus",
		model: "lkmm",
		seconds: 0.25,
		status: "pass",
		name: "MP",
		quantifier: "exists",
		observation: "Never",
		positive: 0,
		negative: 3,
		states: [],
		flags: [],
		explored: { executions: 3, deadEnds: 0 },
		remarks: [],
		warnings: [],
		...given,
	};
}

/** Texts that mean something in some form of report. */
export const AWKWARD = [
	`<&>"'`,
	"a\u0000b\u0007\u001b[31m\uffff\ud800",
	"::error::50% off,\r\nnext: line",
	"a # b \\ c\n...\n---",
	"ü — \u{1f600}",
	"]]>",
	"",
];

/** A warning in a text, at a place of two lines. */
export function complaint(message: string): Diagnostic {
	const file = { path: "suite/a b,c:d#é.litmus", text: "one\ntwo\nthree\n" };
	return { code: "odd", severity: "warning", message, hint: "mend it", span: { file, start: 5, end: 9 } };
}

/** A run in which everything that can be said is said, with these words. */
export function reportOf(words: string): RunReport {
	const rows: TestOutcome[][] = [
		[checked({ name: words, settings: [{ name: "n", value: -(2n ** 70n) }] })],
		[checked({ status: "fail", remarks: [words, "second"], evidence: words, expectedLine: 3 })],
		[checked({ status: "incomplete", remarks: [words], partial: true, positive: 2n ** 80n })],
		[checked({ file: `suite/${words}`, warnings: [complaint(words)] })],
		[
			{
				file: "/absolute/gone",
				model: "lkmm",
				seconds: 0,
				status: "error",
				diagnostics: [
					{ code: "gone", severity: "error", message: words },
					{ ...complaint(words), severity: "error" },
				],
			},
		],
	];
	return { rows, notRun: 2, seconds: 1.5, version: "1.2.3", problem: words };
}
