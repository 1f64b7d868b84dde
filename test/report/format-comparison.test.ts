import { expect, test } from "vitest";
import { compareOutcomes } from "../../src/report/compare-outcomes.ts";
import {
	comparisonNameWidth,
	formatComparisonHeader,
	formatComparisonRow,
	formatDifferences,
} from "../../src/report/format-comparison.ts";
import { createPaint } from "../../src/report/paint.ts";
import type { CheckedTest } from "../../src/report/test-outcome.ts";
import { errorOutcome, outcomeOf } from "./outcomes.ts";

const plain = createPaint(false);

/** An outcome with these parts and the counts that go with its observation. */
function saying(observation: CheckedTest["observation"], parts: Partial<CheckedTest> = {}): CheckedTest {
	const counts = {
		positive: observation === "Never" ? 0 : 2,
		negative: observation === "Always" ? 0 : 2,
	};
	return outcomeOf({ observation, ...counts, ...parts });
}

test("a column a model, below its name", () => {
	const row = [saying("Sometimes", { flags: ["data-race", "mixed-accesses"] }), saying("Never")];
	expect(formatComparisonHeader(["lkmm", "m/mine.cat"], plain, 8)).toBe("  test    lkmm        mine");
	expect(formatComparisonRow(row, plain, 8)).toBe("✓ MP      Sometimes!* Never");
});

test("the longest row of four models fits 80 columns, whatever the name", () => {
	const width = comparisonNameWidth(44, 4);
	for (const name of ["x".repeat(width - 1), "y".repeat(width), "z".repeat(60)]) {
		const cell = saying("Sometimes", { name, flags: ["data-race", "other"], partial: true });
		const lines = formatComparisonRow([cell, cell, cell, cell], plain, width).split("\n");
		expect(lines).toHaveLength(name.length < width ? 1 : 2);
		expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
		expect(lines.at(-1)?.indexOf("Sometimes")).toBe(2 + width);
	}
	const head = formatComparisonHeader(["a-model-of-some-length.cat", "tso"], plain, width);
	expect(head).toMatch(/ a-model-of… +tso$/);
});

test("only what differs from the first model is coloured", () => {
	const coloured = createPaint(true);
	const cells = (...row: CheckedTest[]) => formatComparisonRow(row, coloured, 8);
	const yellow = "\u001b[33m";
	expect(cells(saying("Never"), saying("Never"))).not.toContain(yellow);
	expect(cells(saying("Never"), saying("Sometimes"))).toContain(`${yellow}Sometimes`);
	expect(cells(saying("Never"), saying("Never", { deadlock: true }))).toContain(`${yellow}deadlock`);
});

test("the first model's failure is explained, and what keeps another from its end", () => {
	const first = saying("Sometimes", {
		status: "fail",
		remarks: ["expected Never, observed Sometimes"],
		evidence: "here",
	});
	const partial = {
		status: "incomplete",
		partial: true,
		model: "tso",
		remarks: ["incomplete: why"],
	} as const;
	const other = saying("Never", partial);
	expect(formatComparisonRow([first, other], plain, 8).split("\n")).toEqual([
		"✗ MP      Sometimes   Never?",
		"    expected Never, observed Sometimes",
		"    here",
		"    look closer: ringlit explain litmus/MP.litmus",
		"    tso: incomplete: why",
	]);
});

test("a test in error has its message, once", () => {
	const text = formatComparisonRow([errorOutcome(), errorOutcome()], plain, 8);
	expect(text).toMatch(/^! litmus\/bad\.litmus\n {4}litmus\/bad\.litmus:\d+:\d+: error: /);
	expect(text.match(/a parameter is missing/g)).toHaveLength(1);
});

test("differences are counted both ways, and a search that is not at its end counts for what it found", () => {
	const rows = [
		[saying("Sometimes", { name: "A" }), saying("Never", { name: "A" })],
		[saying("Sometimes", { name: "B" }), saying("Never", { name: "B", partial: true })],
		[saying("Sometimes", { name: "C", partial: true }), saying("Never", { name: "C" })],
		[saying("Never", { name: "D" }), saying("Always", { name: "D" })],
		[saying("Sometimes", { name: "E" }), saying("Always", { name: "E" })],
		[saying("Sometimes", { name: "F" }), saying("Always", { name: "F", partial: true })],
		[saying("Never", { name: "G", deadlock: true }), saying("Never", { name: "G" })],
		[saying("Never", { name: "H" }), saying("Never", { name: "H" })],
		[saying("Never", { name: "I", partial: true }), saying("Never", { name: "I" })],
		[errorOutcome(), errorOutcome()],
	];
	const comparison = compareOutcomes(["lkmm", "tso"], rows);
	expect(comparison).toEqual({
		models: ["lkmm", "tso"],
		compared: 9,
		agreed: 1,
		differences: [
			{ kind: "shows", model: "lkmm", other: "tso", tests: ["A", "C"] },
			{ kind: "shows", model: "tso", other: "lkmm", tests: ["D"] },
			{ kind: "always", model: "tso", other: "lkmm", tests: ["E"] },
			{ kind: "deadlocks", model: "lkmm", other: "tso", tests: ["G"] },
		],
	});
	expect(formatDifferences(rows, comparison, plain).split("\n")).toEqual([
		"? incomplete",
		"",
		"2 tests: lkmm allows what tso never shows",
		"1 test: tso allows what lkmm never shows",
		"1 test: tso always shows what lkmm shows sometimes",
		"1 test: lkmm has no execution that completes, and tso has",
		"1 test: lkmm, tso agree",
	]);
});

test("models that agree on everything are said to", () => {
	const rows = [[saying("Never"), saying("Never")]];
	expect(formatDifferences(rows, compareOutcomes(["sc", "tso"], rows), plain)).toBe(
		"all 1 test: sc, tso agree",
	);
});
