import type { Candidates } from "./candidates.ts";
import type { Graph } from "./graph.ts";
import { resolveSymbol } from "./resolve-symbol.ts";

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
	  }
	| {
			readonly kind: "lock" | "trylock" | "islocked";
			readonly thread: number;
			readonly cell: number;
			/** Writes that show the lock as free, and as taken (for those that do not wait). */
			readonly sources: readonly number[];
			readonly taken: readonly number[];
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
	const byThread = graph.nodes.map(({ stop }, thread) => {
		switch (stop.kind) {
			case "condition":
			case "address": {
				const missing: number[] = [];
				resolveSymbol(graph, thread, stop.kind === "condition" ? stop.condition : stop.address, missing);
				return missing.map((read) => {
					let index = ofRead.get(read);
					if (index === undefined) {
						index = needs.length;
						ofRead.set(read, index);
						const { cell } = graph.events[read];
						const circular: number[] = [];
						const sources = candidates.ofRead(read, circular);
						needs.push({ kind: "read", read, cell, sources, circular });
					}
					return index;
				});
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
