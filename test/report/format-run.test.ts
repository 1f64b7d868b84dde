import { expect, test } from "vitest";
import { formatDuration } from "../../src/report/format-duration.ts";
import { formatJson } from "../../src/report/format-json.ts";
import { formatSummary } from "../../src/report/format-summary.ts";
import { createPaint } from "../../src/report/paint.ts";
import { errorOutcome, outcomeOf } from "./outcomes.ts";

const plain = createPaint(false);

test("a summary counts each status that occurs", () => {
	const outcomes = [
		outcomeOf(),
		outcomeOf({ status: "fail" }),
		outcomeOf({ status: "incomplete" }),
		errorOutcome(),
	];
	expect(formatSummary(outcomes, { model: "lkmm", seconds: 1.5, notRun: 2 }, plain)).toBe(
		"4 tests: 1 as expected, 1 failed, 1 incomplete, 1 error, 2 not run  (model lkmm, 1.50 s)",
	);
	expect(formatSummary([outcomeOf()], { model: "m.cat", seconds: 0.002, notRun: 0 }, plain)).toBe(
		"1 test: 1 as expected  (model m.cat, 2 ms)",
	);
});

test.each([
	[0.0004, "0 ms"],
	[0.0996, "100 ms"],
	[0.1, "0.10 s"],
	[9.994, "9.99 s"],
	[9.996, "10.0 s"],
	[99.96, "100 s"],
	[1234.5, "1235 s"],
])("%f seconds are %s", (seconds, words) => {
	expect(formatDuration(seconds)).toBe(words);
});

test("JSON has every field of a checked test", () => {
	const { tests } = JSON.parse(formatJson([outcomeOf()]));
	expect(tests).toEqual([
		{
			file: "litmus/MP.litmus",
			name: "MP",
			quantifier: "exists",
			holds: false,
			observation: "Never",
			positive: 0,
			negative: 3,
			states: ["1:r0=0; 1:r1=0", "1:r0=1; 1:r1=1"],
			flags: [],
			expected: "Never",
			status: "pass",
			model: "lkmm",
			seconds: 0.0021,
			explored: { executions: 3, deadEnds: 1 },
		},
	]);
});

test("JSON has counts that no number holds as texts", () => {
	const { tests } = JSON.parse(formatJson([outcomeOf({ positive: 2n ** 64n })]));
	expect([tests[0].positive, tests[0].negative]).toEqual(["18446744073709551616", 3]);
});

test("JSON says why in `message` and knows of no promise without one", () => {
	const { expected: _, holds: __, ...rest } = outcomeOf({ remarks: ["why"], evidence: "x=1" });
	expect(JSON.parse(formatJson([rest])).tests[0]).toMatchObject({
		expected: null,
		holds: null,
		message: "why; x=1",
	});
});

test("JSON of a test in error has the same fields and the diagnostic", () => {
	const [checked, error] = JSON.parse(formatJson([outcomeOf(), errorOutcome()])).tests;
	expect(Object.keys(error)).toEqual([...Object.keys(checked), "message"]);
	expect(error).toMatchObject({ status: "error", name: null, positive: null, states: [] });
	expect(error.message).toContain("litmus/bad.litmus:2:5: error: a parameter is missing");
});

test("JSON has the properties of a test that has some", () => {
	const properties = [
		{ name: "overlap", result: "possible", state: "x=1" },
		{ name: "hang", result: "open" },
	] as const;
	const [plain, forbidding] = JSON.parse(formatJson([outcomeOf(), outcomeOf({ properties })])).tests;
	expect("properties" in plain).toBe(false);
	expect(forbidding.properties).toEqual(properties);
});

test("JSON without tests is a document, too", () => {
	expect(JSON.parse(formatJson([], "no model"))).toEqual({ tests: [], message: "no model" });
});
