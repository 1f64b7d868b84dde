import { type Computed, UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import { sameValue } from "../execution/value.ts";
import type { Relation } from "../relation/relation.ts";
import type { Graph } from "./graph.ts";
import { resolveWrite } from "./resolve-symbol.ts";

/** Makes a relation that of accesses which read or write equal values, on a graph where all are known. */
export function fillSameValue(relation: Relation, graph: Graph): void {
	const values = graph.events.map(({ kind }, event): Computed | undefined => {
		const write = kind === "R" ? graph.source[event] : event;
		return kind === "F" || write < 0 ? undefined : resolveWrite(graph, write);
	});
	relation.clear();
	values.forEach((left, i) => {
		values.forEach((right, j) => {
			if (left === undefined || right === undefined) return;
			if (left === UNDEFINED_RESULT || right === UNDEFINED_RESULT) return;
			if (sameValue(left, right)) relation.add(i, j);
		});
	});
}
