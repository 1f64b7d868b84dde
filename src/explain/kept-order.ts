import type { Model } from "../cat/model.ts";
import type { Edge, Execution } from "../execution/execution.ts";
import { evaluateModel } from "./model-extents.ts";

/**
 * The pairs of events of one thread, in program order, that a model keeps in order: those that a relation has which must not have cycles.
 * Communication inside a thread is left out: it is in any order that can be told.
 */
export function keptOrder(execution: Execution, model: Model): readonly Edge[] {
	const extents = evaluateModel(execution);
	const { events } = execution;
	const kept = new Map<string, Edge>();
	for (const { test, flag, negated, node } of model.axioms) {
		if (test !== "acyclic" || flag || negated || node.sort !== "relation") continue;
		for (const [from, to] of extents.relation(node).pairs()) {
			const [one, other] = [events[from], events[to]];
			if (one.thread < 0 || one.thread !== other.thread || one.index >= other.index) continue;
			kept.set(`${from} ${to}`, [from, to]);
		}
	}
	return [...kept.values()];
}
