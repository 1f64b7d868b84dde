import type { ModelNode } from "../../../src/cat/model.ts";
import type { Step } from "../../../src/checker/evaluation/registers.ts";
import { fillBase } from "../../../src/checker/evaluation/structure.ts";
import { Tape } from "../../../src/checker/evaluation/tape.ts";
import type { RandomStructure } from "./arbitrary-structure.ts";

/**
 * Evaluates a node on structures one after the other with one tape, as a search does: what one leaves in
 * the registers must not show in the next. Gives each value's pairs (a set's, each member with itself), sorted.
 */
export function compiledValues(
	node: ModelNode,
	structures: readonly RandomStructure[],
	capacity = 64,
): string[][] {
	const tape = new Tape(capacity);
	const steps: Step[] = [];
	tape.compile(node, steps);
	return structures.map((structure) => {
		const size = structure.events.length;
		tape.refilled(size);
		for (const base of tape.bases()) {
			fillBase(base, structure, tape);
			if (base.name !== "rf" && base.name !== "co") continue;
			tape.relation(base).clear();
			for (const [from, to] of structure[base.name]) tape.relation(base).add(from, to);
		}
		for (const step of steps) step();
		const events = [...structure.events.keys()];
		if (node.sort === "set")
			return events
				.filter((e) => tape.set(node).has(e))
				.map((e) => `${e} ${e}`)
				.sort();
		const relation = tape.relation(node);
		return events.flatMap((a) => events.filter((b) => relation.has(a, b)).map((b) => `${a} ${b}`)).sort();
	});
}
