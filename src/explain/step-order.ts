import type { Edge, Execution } from "../execution/execution.ts";
import { findCycle } from "./find-cycle.ts";
import { linearize } from "./linearize.ts";

/** How an event lies to its thread's program order. */
export interface Displacement {
	/** A `late` event takes effect after some that follow it, an `early` one before some that it follows. */
	readonly timing: "late" | "early";
	/** The events of its thread that it is out of order with. */
	readonly overtakes: readonly number[];
}

/** An order in which an execution can be told. */
export interface StepOrder {
	/** All events but the initial writes: each read comes after the write that it reads, and before the next one to its cell. */
	readonly order: readonly number[];
	/** The events that are out of their thread's program order. */
	readonly displaced: ReadonlyMap<number, Displacement>;
	/** Whether what the model keeps in order is in order. Where writes reach other threads one after the other, no single order may do that. */
	readonly isFaithful: boolean;
}

/** Events that may be out of program order: late ones before all that follow, early ones after all that they follow. */
export interface Moves {
	readonly late: ReadonlySet<number>;
	readonly early: ReadonlySet<number>;
}

/** What it costs a reader that a store is delayed or a load is early, and the other way round. */
const USUAL = 2;
const UNUSUAL = 3;

const NO_MOVES: Moves = { late: new Set(), early: new Set() };

/** The most that is looked for exhaustively; beyond it moves are chosen one by one. */
const BUDGET = 9;

/**
 * An order of an execution's events with as few as possible out of program order. Costs a search for a shortest cycle for each
 * set of events that is tried; none where an interleaving exists.
 * @param kept pairs of events of one thread that the model keeps in order
 */
export function stepOrder(execution: Execution, kept: readonly Edge[]): StepOrder {
	const size = execution.events.length;
	const communication = communicationOf(execution);
	const { edges: hard, isFaithful } = withKept(size, communication, kept);
	const threads = threadsOf(execution);
	const moves = fewestMoves(execution, threads, hard);
	const order = linearize(execution, [...hard, ...programOrder(threads, moves)], threads);
	return { order, displaced: displacements(threads, order, moves), isFaithful };
}

/**
 * How many events of an execution have to be out of program order at least, whatever the model.
 * @param most where it is more than this, that it is more is all that is found out, sooner
 */
export function reorderings(execution: Execution, most = Number.POSITIVE_INFINITY): number {
	const threads = threadsOf(execution);
	const moves = cheapestMoves(execution, threads, communicationOf(execution), UNUSUAL * most);
	if (moves === undefined) return most + 1;
	return moves.late.size + moves.early.size;
}

/** Each thread's events in program order. */
function threadsOf({ events }: Execution): readonly (readonly number[])[] {
	const threads: number[][] = [];
	for (const [index, { thread }] of events.entries())
		if (thread >= 0) {
			threads[thread] ??= [];
			threads[thread].push(index);
		}
	return Array.from(threads, (own) => (own ?? []).sort((a, b) => events[a].index - events[b].index));
}

/** Reads-from, coherence and from-reads, each only between neighbours. */
function communicationOf({ rf, co }: Execution): Edge[] {
	const next = new Map<number, number>();
	const edges: Edge[] = [];
	for (const writes of co)
		for (let at = 1; at < writes.length; at++) {
			edges.push([writes[at - 1], writes[at]]);
			next.set(writes[at - 1], writes[at]);
		}
	for (const [write, read] of rf) {
		edges.push([write, read]);
		const later = next.get(write);
		if (later !== undefined) edges.push([read, later]);
	}
	return edges;
}

/** Adds to communication what the model keeps in order, as far as that goes together. */
function withKept(
	size: number,
	communication: readonly Edge[],
	kept: readonly Edge[],
): { readonly edges: readonly Edge[]; readonly isFaithful: boolean } {
	const left = [...kept];
	for (;;) {
		const edges = [...communication, ...left];
		const cycle = findCycle(size, edges);
		if (cycle === undefined) return { edges, isFaithful: left.length === kept.length };
		const at = left.findLastIndex(([from, to]) => {
			const place = cycle.indexOf(from);
			return place >= 0 && cycle[(place + 1) % cycle.length] === to;
		});
		if (at < 0) return { edges, isFaithful: false };
		left.splice(at, 1);
	}
}

/** Program order, but for what moved events are let off; no more pairs than say so. */
function programOrder(threads: readonly (readonly number[])[], { late, early }: Moves): Edge[] {
	const edges: Edge[] = [];
	for (const own of threads)
		for (let to = 1; to < own.length; to++) {
			if (early.has(own[to])) continue;
			for (let from = to - 1; from >= 0; from--) {
				if (late.has(own[from])) continue;
				edges.push([own[from], own[to]]);
				if (!early.has(own[from])) break;
			}
		}
	return edges;
}

/** The cheapest events to move so that all others can be in program order; one by one where that would take too long. */
function fewestMoves(
	execution: Execution,
	threads: readonly (readonly number[])[],
	hard: readonly Edge[],
): Moves {
	const found = cheapestMoves(execution, threads, hard, Number.POSITIVE_INFINITY);
	return found ?? NO_MOVES;
}

/** The same, if they cost no more than so much. */
function cheapestMoves(
	execution: Execution,
	threads: readonly (readonly number[])[],
	hard: readonly Edge[],
	most: number,
): Moves | undefined {
	const size = execution.events.length;
	const cycleOf = (moves: Moves): readonly number[] | undefined =>
		findCycle(size, [...hard, ...programOrder(threads, moves)]);
	const search = (moves: Moves, budget: number): Moves | undefined => {
		const cycle = cycleOf(moves);
		if (cycle === undefined) return moves;
		for (const { cost, next } of movesOn(execution, cycle, moves)) {
			const found = cost <= budget ? search(next, budget - cost) : undefined;
			if (found !== undefined) return found;
		}
		return undefined;
	};
	for (let budget = 0; budget <= Math.min(BUDGET, most); budget++) {
		const found = search(NO_MOVES, budget);
		if (found !== undefined) return found;
	}
	if (most <= BUDGET) return undefined;
	for (let moves = NO_MOVES; ; ) {
		const cycle = cycleOf(moves);
		const [first] = cycle === undefined ? [] : movesOn(execution, cycle, moves);
		if (first === undefined) return moves;
		moves = first.next;
	}
}

/** Single moves that break a cycle, the cheapest first: of the first or the last event of each stretch that it goes through one thread. */
function movesOn(
	{ events }: Execution,
	cycle: readonly number[],
	{ late, early }: Moves,
): { readonly cost: number; readonly next: Moves }[] {
	const found: { readonly cost: number; readonly next: Moves }[] = [];
	const threadAt = (at: number): number => events[cycle[(at + cycle.length) % cycle.length]].thread;
	cycle.forEach((event, at) => {
		const { kind, thread } = events[event];
		if (thread < 0 || kind === "F") return;
		const isFirst = threadAt(at - 1) !== thread;
		const isLast = threadAt(at + 1) !== thread;
		if (isFirst && !isLast && !late.has(event))
			found.push({ cost: kind === "W" ? USUAL : UNUSUAL, next: { late: new Set([...late, event]), early } });
		if (isLast && !isFirst && !early.has(event))
			found.push({ cost: kind === "R" ? USUAL : UNUSUAL, next: { late, early: new Set([...early, event]) } });
	});
	return found.sort((a, b) => a.cost - b.cost);
}

/** Which moved events an order really has out of program order, and with which others. */
function displacements(
	threads: readonly (readonly number[])[],
	order: readonly number[],
	{ late, early }: Moves,
): Map<number, Displacement> {
	const place = new Map(order.map((event, at) => [event, at]));
	const isBefore = (one: number, other: number): boolean => (place.get(one) ?? -1) < (place.get(other) ?? -1);
	const displaced = new Map<number, Displacement>();
	for (const own of threads)
		own.forEach((event, at) => {
			if (late.has(event)) {
				const overtakes = own.slice(at + 1).filter((other) => isBefore(other, event));
				if (overtakes.length > 0) displaced.set(event, { timing: "late", overtakes });
			} else if (early.has(event)) {
				const overtakes = own.slice(0, at).filter((other) => isBefore(event, other) && !late.has(other));
				if (overtakes.length > 0) displaced.set(event, { timing: "early", overtakes });
			}
		});
	return displaced;
}
