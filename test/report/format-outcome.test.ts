import { expect, test } from "vitest";
import { formatHeader, formatOutcome } from "../../src/report/format-outcome.ts";
import { createPaint } from "../../src/report/paint.ts";
import { errorOutcome, outcomeOf } from "./outcomes.ts";

const plain = createPaint(false);

test("rows stand below their heads", () => {
	const text = [formatHeader(plain, 8), formatOutcome(outcomeOf(), plain, 8)].join("\n");
	expect(text).toBe(
		[
			"  test      observed   expected      positive  negative  states     time",
			"✓ MP        Never      Never                0         3       2     2 ms",
		].join("\n"),
	);
});

test("a failure shows why, the state and the command to look closer", () => {
	const outcome = outcomeOf({
		status: "fail",
		observation: "Sometimes",
		positive: 1,
		flags: ["data-race"],
		remarks: ["unexpected data race"],
		evidence: "the condition is satisfied here: 1:r0=1",
		file: "my tests/MP.litmus",
	});
	expect(formatOutcome(outcome, plain, 8)).toBe(
		[
			"✗ MP        Sometimes  Never                1         3       2     2 ms  data-race",
			"    unexpected data race",
			"    the condition is satisfied here: 1:r0=1",
			"    look closer: ringlit explain --property data-race 'my tests/MP.litmus'",
		].join("\n"),
	);
});

test("a long expectation leaves the other columns in place", () => {
	const [short, long] = ["Never", "Sometimes DATARACE"].map((expected) =>
		formatOutcome(outcomeOf({ expected, positive: 12 }), plain, 8),
	);
	expect(long).toContain("Sometimes DATARACE  12 ");
	expect(long.length).toBe(short.length);
	const crowded = formatOutcome(outcomeOf({ expected: "Sometimes DATARACE", positive: 123_456 }), plain, 8);
	expect(crowded).toContain("Sometimes DATARACE 123456 ");
});

test("a test without a Result: comment says so", () => {
	const { expected: _, ...rest } = outcomeOf();
	expect(formatOutcome(rest, plain, 8)).toContain("no Result:");
});

test("an incomplete test has another mark and its reason", () => {
	const text = formatOutcome(outcomeOf({ status: "incomplete", remarks: ["incomplete: why"] }), plain, 8);
	expect(text.split("\n")).toEqual([expect.stringMatching(/^\? MP /), "    incomplete: why"]);
});

test("a warning takes one line", () => {
	const { diagnostics } = errorOutcome();
	const warnings = diagnostics.map((diagnostic) => ({ ...diagnostic, severity: "warning" as const }));
	expect(formatOutcome(outcomeOf({ warnings }), plain, 8).split("\n")[1]).toBe(
		"    litmus/bad.litmus:2:5: warning: a parameter is missing",
	);
});

test("an error shows its line, indented", () => {
	expect(formatOutcome(errorOutcome(), plain, 8)).toBe(
		[
			"! litmus/bad.litmus",
			"    litmus/bad.litmus:2:5: error: a parameter is missing",
			"      2 | P0( {",
			"        |     ^",
			"      hint: write `)`",
		].join("\n"),
	);
});

test("colours are there when asked for, and only then", () => {
	const introducer = "\u001b[";
	expect(formatOutcome(outcomeOf(), createPaint(true), 8)).toContain(introducer);
	expect(formatOutcome(outcomeOf(), plain, 8)).not.toContain(introducer);
});

test("properties stand below a test, each with what is known of it", () => {
	const properties = [
		{ name: "overlap", result: "never" },
		{ name: "hang", result: "open" },
		{ name: "torn", result: "possible", state: "x=1" },
		{ name: "late", result: "possible" },
	] as const;
	expect(formatOutcome(outcomeOf({ properties }), plain, 8).split("\n").slice(1)).toEqual([
		"    overlap  never",
		"    hang     open",
		"    torn     possible: x=1",
		"    late     possible",
	]);
});
