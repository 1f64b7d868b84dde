import { expect, test } from "vitest";
import { compareFindings } from "../../../src/report/diff/compare-findings.ts";
import type { Difference } from "../../../src/report/diff/difference.ts";
import type { Findings } from "../../../src/report/diff/findings.ts";
import { formatDifference, formatDiffSummary } from "../../../src/report/diff/format-diff.ts";
import { formatDiffJson } from "../../../src/report/diff/format-diff-json.ts";
import { createPaint } from "../../../src/report/paint.ts";

const findings = (more: Partial<Findings> = {}): Findings => ({
	states: ["x=1"],
	flags: [],
	properties: [],
	deadlock: false,
	amounts: { positive: 1, negative: 2 },
	limits: [],
	...more,
});
const property = (result: "never" | "possible" | "open") => ({ properties: [{ name: "p", result }] });

test("what one side lacks is a change of the side that has it", () => {
	const first = findings({ states: ["x=1", "x=2"], flags: ["data-race"], ...property("possible") });
	const second = findings({ states: ["x=1", "x=3"], ...property("never") });
	expect(compareFindings(first, second)).toEqual({
		changes: [
			{ sort: "property", name: "p", side: "first" },
			{ sort: "flag", name: "data-race", side: "first" },
			{ sort: "state", name: "x=2", side: "first" },
			{ sort: "state", name: "x=3", side: "second" },
		],
		amounts: [],
	});
	expect(compareFindings(first, first)).toEqual({ changes: [], amounts: [] });
});

test("amounts differ where both are known", () => {
	const more = findings({ amounts: { positive: 1, negative: 2n ** 60n } });
	expect(compareFindings(findings(), more).amounts).toEqual([
		{ name: "negative", first: 2, second: 2n ** 60n },
	]);
	expect(compareFindings(findings(), { ...more, limits: ["timeout"] }).amounts).toEqual([]);
});

test("what a search has not seen may still be there", () => {
	const cut = findings({ states: [], limits: ["timeout"], ...property("open") });
	const whole = findings({ states: ["x=2"], flags: ["data-race"], ...property("possible") });
	expect(compareFindings(whole, cut).changes).toEqual([]);
	// But what it has seen is there.
	const seen = findings({ states: ["x=3"], limits: ["timeout"], ...property("possible") });
	expect(compareFindings(findings(property("never")), seen).changes).toEqual([
		{ sort: "property", name: "p", side: "second" },
		{ sort: "state", name: "x=3", side: "second" },
	]);
});

test("a property that only one side has is a change where it happens", () => {
	expect(compareFindings(findings(property("possible")), findings()).changes).toHaveLength(1);
	expect(compareFindings(findings(property("never")), findings()).changes).toEqual([]);
});

test("a deadlock is certain only where everything was seen", () => {
	const stuck = findings({ states: [], deadlock: true });
	expect(compareFindings(stuck, findings({ states: [] })).changes).toEqual([
		{ sort: "deadlock", name: "", side: "first" },
	]);
	expect(compareFindings({ ...stuck, limits: ["unroll"] }, findings({ states: [] })).changes).toEqual([]);
});

test("a report in text and JSON", () => {
	const pair: Difference = {
		kind: "compared",
		title: "MP",
		first: { label: "lkmm", limits: [] },
		second: { label: "tso", limits: ["timeout"] },
		changes: [
			{ sort: "flag", name: "data-race", side: "second", witness: { command: "ringlit x", state: "x=1" } },
		],
		amounts: [{ name: "positive", first: 1, second: 2n ** 60n }],
		remarks: ["a remark"],
	};
	const paint = createPaint(false);
	expect(formatDifference(pair, paint).split("\n")).toEqual([
		"≠ MP  lkmm -> tso",
		"      positive     1 -> 1152921504606846976",
		"    + flag         data-race",
		"        final state: x=1",
		"        ringlit x",
		"    tso: incomplete: out of time (--timeout)",
		"    a remark",
	]);
	const alone: Difference = { kind: "alone", title: "SB", side: "second", label: "SB.litmus" };
	const open: Difference = { ...pair, changes: [], amounts: [], remarks: [] };
	const report = { differences: [pair, alone, open], unchanged: 2, isCut: true };
	expect(formatDifference(alone, paint)).toBe("+ SB  only SB.litmus");
	expect(formatDiffSummary(report, paint)).toBe(
		"5 pairs: 2 differ, 1 incomplete, 2 unchanged, not checked, interrupted",
	);
	expect(JSON.parse(formatDiffJson(report))).toMatchObject({
		differences: [
			{ title: "MP", standing: "differs", amounts: [{ name: "positive", second: "1152921504606846976" }] },
			{ standing: "differs", only: "second" },
			{ standing: "incomplete" },
		],
		unchanged: 2,
		interrupted: true,
	});
});
