import type { CheckedTest, UncheckedTest } from "../../src/report/test-outcome.ts";

/** A checked test with the given parts, the rest being those of a plain passing test. */
export function outcomeOf(parts: Partial<CheckedTest> = {}): CheckedTest {
	return {
		status: "pass",
		file: "litmus/MP.litmus",
		model: "lkmm",
		seconds: 0.0021,
		name: "MP",
		quantifier: "exists",
		holds: false,
		observation: "Never",
		positive: 0,
		negative: 3,
		states: ["1:r0=0; 1:r1=0", "1:r0=1; 1:r1=1"],
		flags: [],
		expected: "Never",
		explored: { executions: 3, deadEnds: 1 },
		remarks: [],
		warnings: [],
		...parts,
	};
}

/** A test that could not be read. */
export function errorOutcome(): UncheckedTest {
	const file = { path: "litmus/bad.litmus", text: "C bad\nP0( {\n" };
	return {
		status: "error",
		file: file.path,
		model: "lkmm",
		seconds: 0.001,
		diagnostics: [
			{
				code: "c",
				severity: "error",
				message: "a parameter is missing",
				span: { file, start: 10, end: 11 },
				hint: "write `)`",
			},
		],
	};
}
