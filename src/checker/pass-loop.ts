import type { LoopHead } from "../execution/instruction.ts";
import { applySymbolically, isConcrete, type Symbolic, sameSymbol } from "./symbolic.ts";
import type { LoopPass, Stop, ThreadState } from "./thread-node.ts";
import type { TrackedValue } from "./tracked-value.ts";
import { truthOf } from "./truth.ts";

/** The part of a thread's state that says what it did since a loop's head was last passed. */
type Progress = Pick<ThreadState, "decisions" | "writes" | "notes" | "claims" | "assumed" | "clock">;

/** How a thread goes on from a loop's head. */
interface Passed {
	readonly passes: readonly (LoopPass | undefined)[];
	/** What makes the iteration one that did nothing, where that is not known yet. */
	readonly idle?: ThreadState["idle"][number];
}

/**
 * Passes a loop's head.
 * @param live what the loop's live locals hold
 * @param passes for each loop of the thread what is remembered of it
 * @returns why the run ends there, or how it goes on
 */
export function passLoop(
	head: LoopHead,
	unroll: number,
	live: readonly TrackedValue[],
	passes: readonly (LoopPass | undefined)[],
	now: Progress,
): Stop | Passed {
	const last = passes[head.loop];
	let idle: Passed["idle"];
	let decided = last !== undefined && now.decisions > last.decisions;
	if (last !== undefined && last.writes === now.writes && last.notes === now.notes.length) {
		const changes = last.live
			.map((old, i): readonly [Symbolic, Symbolic] => [old.value, live[i].value])
			.filter(([before, after]) => !sameSymbol(before, after));
		// The run without the iteration lacks what it asserts and assumes, so that must turn out to be true.
		const conditions = [
			...now.claims.slice(last.claims).map(({ condition }) => condition),
			...now.assumed.slice(last.assumed),
		];
		changes.push(...conditions.map(unkept));
		if (changes.length === 0) return { kind: "redundant" };
		if (!changes.some(([before, after]) => isConcrete(before) && isConcrete(after))) {
			idle = changes;
			// Else a loop that asserts something of what it reads, and does no more, would run on without a bound.
			if (conditions.length > 0) decided = true;
		}
	}
	const iterations = (last?.iterations ?? 0) + (decided ? 1 : 0);
	if (iterations > unroll) return { kind: "cut", limit: "unroll" };
	// A loop inside this one starts afresh: it was last passed after this one was.
	const kept = passes.map((pass) =>
		last !== undefined && pass !== undefined && pass.clock > last.clock ? undefined : pass,
	);
	kept[head.loop] = {
		iterations,
		decisions: now.decisions,
		writes: now.writes,
		notes: now.notes.length,
		claims: now.claims.length,
		assumed: now.assumed.length,
		clock: now.clock,
		live,
	};
	return idle === undefined ? { passes: kept } : { passes: kept, idle };
}

/** The truth of what is asserted or assumed, beside what it should be. */
function unkept(condition: Symbolic): readonly [Symbolic, Symbolic] {
	return [applySymbolically("truth", [condition], ([value]) => (truthOf(value) === true ? 1n : 0n)), 1n];
}
