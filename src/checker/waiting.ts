import type { Candidates } from "./candidates.ts";
import type { Graph } from "./graph.ts";
import { resolveSymbol } from "./resolve-symbol.ts";
import type { Symbolic } from "./symbolic.ts";

/** Something that a stopped thread needs before it can go on. */
export type Need =
	| {
			readonly kind: "read";
			/** A read without source. */
			readonly read: number;
			readonly cell: number;
			/** The writes that it may read from now. */
			readonly sources: readonly number[];
			/** Those that it may not, because what they write is computed from it. */
			readonly circular: readonly number[];
			/** For each thread whether it may read from what that thread has still to write. */
			readonly later: readonly boolean[];
	  }
	| {
			readonly kind: "lock" | "trylock" | "islocked" | "update";
			readonly thread: number;
			readonly cell: number;
			/** Writes that show the lock as free, and as taken (for those that do not wait); of an update any, twice. */
			readonly sources: readonly number[];
			readonly taken: readonly number[];
			/** Set while an update waits for what its old value is compared with: its source is not chosen before. */
			readonly blocked?: boolean;
	  };

/** Which threads wait, and for what. */
export interface Waiting {
	/** Each need once, by thread and program order of who needs it first. */
	readonly needs: readonly Need[];
	/** For each thread the indices of its needs; empty for one that has ended. */
	readonly byThread: readonly (readonly number[])[];
}

/** Collects what the stopped threads of a graph wait for. Threads that could go on must have done so. */
export function waitingThreads(graph: Graph, candidates: Candidates): Waiting {
	const needs: Need[] = [];
	const ofRead = new Map<number, number>();
	/** The needs for what a symbol of a thread's waits for. */
	const needsOf = (thread: number, symbol: Symbolic): number[] => {
		const missing: number[] = [];
		resolveSymbol(graph, thread, symbol, missing);
		return missing.map((read) => {
			let index = ofRead.get(read);
			if (index === undefined) {
				index = needs.length;
				ofRead.set(read, index);
				const { cell } = graph.events[read];
				const circular: number[] = [];
				const sources = candidates.ofRead(read, circular);
				const later = candidates.threadsStillRead(read);
				needs.push({ kind: "read", read, cell, sources, circular, later });
			}
			return index;
		});
	};
	const byThread = graph.nodes.map(({ stop }, thread) => {
		switch (stop.kind) {
			case "condition":
				return needsOf(thread, stop.condition);
			case "address":
				return needsOf(thread, stop.address);
			case "update": {
				const { kind, cell, comparands } = stop;
				const earlier = comparands.flatMap((comparand) => needsOf(thread, comparand));
				const sources = candidates.ofNextRead(thread, cell);
				needs.push({ kind, thread, cell, sources, taken: sources, blocked: earlier.length > 0 });
				return [...new Set(earlier), needs.length - 1];
			}
			case "lock":
			case "trylock":
			case "islocked": {
				const { kind, cell } = stop;
				const sources = candidates.ofNextLockEvent(kind === "islocked" ? "RU" : "LKR", thread, cell);
				const taken =
					kind === "lock" ? [] : candidates.ofNextLockEvent(kind === "islocked" ? "RL" : "LF", thread, cell);
				needs.push({ kind, thread, cell, sources, taken });
				return [needs.length - 1];
			}
			default:
				return [];
		}
	});
	return { needs, byThread };
}
