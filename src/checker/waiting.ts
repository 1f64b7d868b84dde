import type { Candidates } from "./candidates.ts";
import type { Graph } from "./graph.ts";
import type { Need } from "./need.ts";
import { resolveSymbol } from "./resolve-symbol.ts";
import type { Symbolic } from "./symbolic.ts";

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
				needs.push(candidates.needOf(read));
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
