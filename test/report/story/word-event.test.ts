import { expect, test } from "vitest";
import type { Story } from "../../../src/execution/story/story.ts";
import type { StoryStep } from "../../../src/execution/story/story-step.ts";
import { wordEvent, wordUpdate } from "../../../src/report/story/word-event.ts";
import { wordTiming } from "../../../src/report/story/word-timing.ts";
import { messagePassing } from "./stories.ts";

/** Its only location is x. */
const STORY: Story = { ...messagePassing, cells: [{ name: "x", initial: "0", writes: [], isShared: true }] };

function step(changes: Partial<StoryStep>): StoryStep {
	const still = { timing: "inOrder", overtakes: [], notes: [] } as const;
	return { number: 7, thread: 0, index: 0, kind: "R", cell: 0, value: "1", tags: [], ...still, ...changes };
}

function fence(...tags: string[]): StoryStep {
	const { cell: _, value: __, ...rest } = step({ kind: "F", tags });
	return rest;
}

test.each([
	[step({ from: 3 }), "reads x = 1 from step 3 (plain)"],
	[step({ from: 0, value: "0", tags: ["ONCE"] }), "reads x = 0, the initial value"],
	[step({ from: 3, tags: ["ACQUIRE"] }), "reads x = 1 from step 3 (acquire)"],
	[step({ kind: "W" }), "writes x = 1 (plain)"],
	[step({ kind: "W", tags: ["ONCE"] }), "writes x = 1"],
	[step({ kind: "W", tags: ["RELEASE"] }), "writes x = 1 (release)"],
	[step({ kind: "W", tags: ["Made-up"] }), "writes x = 1 (Made-up)"],
	// An acquire means something for the read of an RMW alone, a release for its write.
	[step({ kind: "W", tags: ["ACQUIRE", "RMW"], partner: 6 }), "writes x = 1"],
	[step({ from: 3, tags: ["RELEASE", "RMW"], partner: 8 }), "reads x = 1 from step 3"],
	[step({ from: 3, tags: ["MB", "RMW"] }), "reads x = 1 from step 3, and writes nothing (full barrier)"],
	[step({ tags: ["LKR"], from: 4 }), "finds the lock x free since step 4"],
	[step({ kind: "W", tags: ["LKW"] }), "takes the lock x"],
	[step({ kind: "W", tags: ["UL"] }), "releases the lock x"],
	[step({ kind: "F", tags: ["UL"] }), "releases the lock x, which it does not hold"],
	[step({ tags: ["LF"], from: 4 }), "finds the lock x taken since step 4"],
	[step({ tags: ["RL"], from: 4 }), "finds the lock x taken since step 4"],
	[step({ tags: ["RU"], from: 0 }), "finds the lock x free"],
	[step({ tags: ["Srcu-lock"] }), "enters a read-side critical section of x"],
	[step({ kind: "W", tags: ["Srcu-unlock"] }), "leaves the read-side critical section of x"],
	[fence("MB"), "smp_mb()"],
	[fence("Mb"), "smp_mb()"],
	[fence("Wmb"), "smp_wmb()"],
	[fence("After-srcu-read-unlock"), "smp_mb__after_srcu_read_unlock()"],
	[fence("Rcu-lock"), "rcu_read_lock()"],
	[fence("Sync-rcu"), "synchronize_rcu()"],
	[step({ kind: "F", tags: ["Sync-srcu"] }), "synchronize_srcu(x)"],
	[fence("Isb"), "fence Isb"],
])("%#: %j", (given, words) => {
	expect(wordEvent(STORY, given)).toBe(words);
});

test("what is out of order says so", () => {
	expect(wordTiming(step({ kind: "W", timing: "late", overtakes: [4, 2, 3, 6] }))).toBe(
		"late: takes effect after steps 2-4 and 6, which it precedes in program order",
	);
	expect(wordTiming(step({ from: 0, timing: "early", overtakes: [8] }))).toBe(
		"early: takes effect before step 8, which it follows in program order",
	);
	expect(wordTiming(step({}))).toBeUndefined();
});

test("a read-modify-write is told as one", () => {
	const write = (changes: Partial<StoryStep>): StoryStep => step({ kind: "W", value: "2", ...changes });
	const both = (tag: string): string =>
		wordUpdate(STORY, step({ from: 3, tags: [tag, "RMW"] }), write({ tags: [tag, "RMW"] }));
	expect(both("MB")).toBe("RMW: reads x = 1 from step 3, writes 2 (full barrier)");
	expect(both("ONCE")).toBe("RMW: reads x = 1 from step 3, writes 2");
	expect(both("ACQUIRE")).toBe("RMW: reads x = 1 from step 3, writes 2 (acquire)");
	expect(both("RELEASE")).toBe("RMW: reads x = 1 from step 3, writes 2 (release)");
	expect(wordUpdate(STORY, step({ from: 3, tags: ["LKR"] }), write({ tags: ["LKW"] }))).toBe(
		"takes the lock x, free since step 3",
	);
});
