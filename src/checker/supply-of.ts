import type { Supply } from "../cat/interpreter/supply.ts";
import type { Execution } from "../execution/execution.ts";
import { sameValue } from "../execution/value.ts";
import { belongsTo, relationTest } from "./evaluation/structure.ts";

/** What a complete execution supplies to the interpretation of a model. */
export function supplyOf(execution: Execution): Supply {
	const { events, values, rf, co } = execution;
	const size = events.length;
	const sets = new Map<string, ReadonlySet<number>>();
	const relations = new Map<string, ReadonlySet<number>>();
	const pairsWhere = (test: (from: number, to: number) => boolean): number[] => {
		const found: number[] = [];
		for (let from = 0; from < size; from++)
			for (let to = 0; to < size; to++) if (test(from, to)) found.push(from * size + to);
		return found;
	};
	const pairsOf = (name: string): number[] => {
		if (name === "rf") return rf.map(([from, to]) => from * size + to);
		if (name === "co") {
			return co.flatMap((writes) =>
				writes.flatMap((from, i) => writes.slice(i + 1).map((to) => from * size + to)),
			);
		}
		if (name === "same-value") {
			return pairsWhere((from, to) => {
				const left = values[from];
				const right = values[to];
				return left !== undefined && right !== undefined && sameValue(left, right);
			});
		}
		const related = relationTest(name, execution);
		if (related === undefined) return [];
		if (typeof related !== "function") return related.map(([from, to]) => from * size + to);
		return pairsWhere((from, to) => related(events[from], events[to]));
	};
	return {
		size,
		set(name) {
			let found = sets.get(name);
			if (found === undefined) {
				found = new Set([...events.keys()].filter((event) => belongsTo(events[event], name)));
				sets.set(name, found);
			}
			return found;
		},
		relation(name) {
			let found = relations.get(name);
			if (found === undefined) {
				found = new Set(pairsOf(name));
				relations.set(name, found);
			}
			return found;
		},
	};
}
