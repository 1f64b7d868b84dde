import { expect, test } from "vitest";
import type { Event } from "../../src/execution/event.ts";
import type { Execution } from "../../src/execution/execution.ts";
import { counterexampleSteps } from "../../src/report/counterexample-steps.ts";

const event = (kind: Event["kind"], thread: number, index: number, cell: number, tags: string[]): Event => ({
	kind,
	thread,
	index,
	cell,
	tags,
});

/** Store buffering on x and y, where each thread reads by `sources` (initial writes are 0 and 1). */
function storeBuffering(sources: readonly [number, number]): Execution {
	const events = [
		event("W", -1, 0, 0, ["IW"]),
		event("W", -1, 1, 1, ["IW"]),
		event("W", 0, 0, 0, ["ONCE"]),
		event("R", 0, 1, 1, []),
		event("W", 1, 0, 1, ["RELEASE"]),
		event("R", 1, 1, 0, ["ACQUIRE"]),
		event("W", 1, 2, 2, []),
	];
	const values = [0n, 0n, 1n, undefined, 1n, undefined, 7n];
	const rf = [
		[sources[0], 3],
		[sources[1], 5],
	] as const;
	return {
		events,
		values: values.map((value, at) => value ?? values[rf.find(([, read]) => read === at)?.[0] ?? 0]),
		rf,
		co: [[0, 2], [1, 4], [6]],
		rmw: [],
		notes: [],
		addr: [],
		data: [],
		ctrl: [],
		state: "",
		path: "",
	};
}

test("an execution with an interleaving is told in its order, without what only one thread uses", () => {
	const { isInterleaving, lines } = counterexampleSteps(storeBuffering([1, 2]), ["x", "y", "z"]);
	expect(isInterleaving).toBe(true);
	expect(lines).toEqual([
		"1  P0  writes x = 1 (ONCE)",
		"2  P0  reads y = 0 (plain), as it was initially",
		"3  P1  writes y = 1 (RELEASE)",
		"4  P1  reads x = 1 (ACQUIRE), from 1",
	]);
});

test("one without is told thread by thread", () => {
	const { isInterleaving, lines } = counterexampleSteps(storeBuffering([1, 0]), ["x", "y", "z"]);
	expect(isInterleaving).toBe(false);
	expect(lines.map((line) => line.slice(0, 5))).toEqual(["1  P0", "2  P0", "3  P1", "4  P1"]);
	expect(lines[3]).toBe("4  P1  reads x = 0 (ACQUIRE), as it was initially");
});

test("where there is no interleaving, writes that come in another order than they are told are listed", () => {
	const execution = storeBuffering([1, 0]);
	const events = [...execution.events, event("W", 0, 2, 1, [])];
	const { lines } = counterexampleSteps(
		{ ...execution, events, values: [...execution.values, 5n], co: [[0, 2], [1, 4, 7], [6]] },
		["x", "y", "z"],
	);
	expect(lines.at(-1)).toBe("writes to y in their order: 4, 3");
});
