import { expect, test } from "vitest";
import type { BaseEdge, Cycle, ReasonEdge } from "../../../src/execution/story/reason.ts";
import type { Story } from "../../../src/execution/story/story.ts";
import { wordReason } from "../../../src/report/story/word-reason.ts";
import { makeStory } from "./make-story.ts";
import { racyMessage } from "./stories.ts";

const po = (from: number, to: number): BaseEdge => ({ from, to, relation: "po" });
const set = (at: number, name: string): BaseEdge => ({ from: at, to: at, relation: `[${name}]` });

/** Every kind of event, two threads, a line each. */
const STORY: Story = makeStory({
	title: "all",
	kind: "forbidden",
	headline: "never",
	source: Array.from({ length: 12 }, (_, at) => `line(${at + 1});`).join("\n"),
	steps: [
		"P0.0 W x=1 @1 ONCE",
		"P0.1 F @2 MB",
		"P0.2 R y @3 ONCE",
		"P1.0 F @4 Rcu-lock",
		"P1.1 R x @5 ACQUIRE",
		"P1.2 W y=1 @6 RELEASE",
		"P1.3 F @7 Rcu-unlock",
		"P0.3 R l @8 LKR",
		"P0.4 W l=1 @8 LKW",
		"P0.5 W l=0 @9 UL",
		"P1.4 R l @10 LKR",
		"P1.5 W l=1 @10 LKW",
	],
});

function wordsOf(
	names: readonly string[],
	parts: readonly BaseEdge[],
	more: Partial<ReasonEdge> = {},
): string[] {
	const edge = { from: parts[0].from, to: parts[parts.length - 1].to, names, parts, ...more };
	const cycle: Cycle = { axiom: "made-up", test: "empty", edges: [edge] };
	return wordReason(STORY, { kind: "cycle", cycles: [cycle] }).slice(2);
}

test.each([
	[
		"a fence",
		["hb", "mb"],
		[po(1, 2), set(2, "Mb"), po(2, 3)],
		"1 -> 3: smp_mb() (line 2) stands between P0's store to x (line 1) and P0's load of y (line 3) (mb)",
	],
	[
		"a read from",
		["rfe"],
		[{ from: 1, to: 5, relation: "rf" }],
		"1 -> 5: P1's acquire load of x (line 5) reads what P0's store to x (line 1) wrote (rfe)",
	],
	[
		"a read before",
		["fr"],
		[
			{ from: 3, to: 0, relation: "rf", isInverse: true },
			{ from: 0, to: 6, relation: "co" },
		],
		"3 -> 6: P0's load of y (line 3) reads 0 before P1's release store to y (line 6) overwrites that (fre)",
	],
	[
		"an acquire",
		["hb", "acq-po"],
		[set(5, "Acquire"), po(5, 6)],
		"5 -> 6: P1's acquire load of x (line 5) precedes P1's release store to y (line 6) in program order, and an acquire keeps that (acq-po)",
	],
	[
		"a release",
		["po-rel"],
		[po(5, 6), set(6, "Release")],
		"5 -> 6: P1's acquire load of x (line 5) precedes P1's release store to y (line 6) in program order, and a release keeps that (po-rel)",
	],
	[
		"program order",
		["global"],
		[po(1, 3)],
		"1 -> 3: P0's store to x (line 1) precedes P0's load of y (line 3) in program order (po)",
	],
	[
		"a dependency",
		["dep"],
		[{ from: 5, to: 6, relation: "ctrl" }],
		"5 -> 6: whether P1's release store to y (line 6) happens depends on what P1's acquire load of x (line 5) reads (ctrl)",
	],
	[
		"the initial value",
		[],
		[{ from: 0, to: 3, relation: "rf" }],
		"0 -> 3: P0's load of y (line 3) reads the initial value of y (rfe)",
	],
	[
		"a lock handed over",
		["rf"],
		[{ from: 10, to: 11, relation: "rf" }],
		"10 -> 11: P1's lock of l (line 10) gets the lock that P0's unlock of l (line 9) gave back (rfe)",
	],
	[
		"a critical section",
		["cs-r"],
		[{ from: 7, to: 4, relation: "po", isInverse: true }],
		"7 -> 4: P1's rcu_read_unlock() (line 7) ends the read-side critical section that P1's rcu_read_lock() (line 4) begins (cs-r)",
	],
	[
		"what nobody knows",
		["own"],
		[{ from: 1, to: 3, relation: "own" }],
		"1 -> 3: own leads from P0's store to x (line 1) to P0's load of y (line 3) (own)",
	],
] as const)("%s in words", (_, names, parts, words) => {
	expect(wordsOf(names, parts)).toEqual([`  ${words}`]);
});

test("an edge of several parts says what the relation stands for, and what it is made of in the model's names", () => {
	const fr = { from: 3, to: 6, names: ["fre"], parts: [{ from: 3, to: 6, relation: "fr" }] };
	const release = { from: 5, to: 6, names: ["po-rel"], parts: [po(5, 6), set(6, "Release")] };
	const parts = [{ from: 6, to: 3, relation: "own" }, ...release.parts];
	const words = wordsOf(["hb", "prop"], [{ from: 3, to: 6, relation: "fr" }, ...parts], {
		via: [fr, release],
	});
	expect(words[0]).toBe("  3 -> 6: the order in which writes reach threads (prop), since");
	expect(words.slice(1).map((line) => line.replace(/:.* \(/, ": ... ("))).toEqual([
		"      3 -> 6: ... (fre)",
		"      5 -> 6: ... (po-rel)",
	]);
});

test("a race says how far order reaches", () => {
	const gaps = [{ from: 1, to: 4, reached: 2, missing: 3 }];
	expect(wordReason(racyMessage, { kind: "race", first: 1, second: 4, gaps }).slice(1)).toEqual([
		"  step 1: P0's plain store to data (line 7)",
		"  step 4: P1's plain load of data (line 14)",
		"Step 1 is sure to come before step 2, P0's store to flag (line 8); step 3, P1's load of flag (line 13), is sure to come before step 4. But nothing puts step 2 before step 3.",
	]);
});

test("who waits for what", () => {
	const place = { source: 0, line: 3, text: "while (!READ_ONCE(*y));" };
	const waits = [
		{ thread: 0, cell: 1, what: "value", place },
		{ thread: 1, cell: 2, what: "lock", heldBy: 12 },
		{ thread: 0, cell: 2, what: "lock", heldBy: 12 },
	] as const;
	expect(wordReason(STORY, { kind: "waits", waits }).slice(1)).toEqual([
		"  P0 waits at line 3, while (!READ_ONCE(*y)), for another value of y, which nobody writes",
		"  P1 waits for the lock l, which P1 itself has held since step 12 (line 10)",
		"  P0 waits for the lock l, which P1 has held since step 12 (line 10)",
	]);
});
