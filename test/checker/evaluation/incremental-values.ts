import type { ModelNode } from "../../../src/cat/model.ts";
import { ChangeWatch } from "../../../src/checker/evaluation/change-watch.ts";
import type { Step } from "../../../src/checker/evaluation/registers.ts";
import { fillBase } from "../../../src/checker/evaluation/structure.ts";
import { Tape } from "../../../src/checker/evaluation/tape.ts";
import type { RandomStructure } from "./arbitrary-structure.ts";

/**
 * Evaluates a node on structures one after the other, with inputs whose changes are told, and where `reach` says so
 * with only so many of the steps: a test that fails early leaves the rest as it was. Gives each value's pairs, sorted, and
 * undefined for a structure on which not all steps ran.
 *
 * @param capacity what decides how many words a row has
 */
export function incrementalValues(
	node: ModelNode,
	visits: readonly { readonly structure: RandomStructure; readonly reach: number }[],
	capacity: number,
): (string[] | undefined)[] {
	const tape = new Tape(capacity);
	const steps: Step[] = [];
	tape.compile(node, steps);
	const bases = tape.bases();
	const watches = bases.map(
		(base) => new ChangeWatch(base.sort === "set" ? tape.set(base) : tape.relation(base)),
	);
	return visits.map(({ structure, reach }) => {
		const { size, clock } = tape;
		const rows = Math.max(size.events, structure.events.length);
		size.events = structure.events.length;
		for (const base of bases) {
			(base.sort === "set" ? tape.set(base) : tape.relation(base)).clear();
			fillBase(base, structure, tape);
			if (base.name === "rf" || base.name === "co")
				for (const [from, to] of structure[base.name]) tape.relation(base).add(from, to);
		}
		clock.now++;
		for (const watch of watches) watch.date(clock, rows);
		for (const step of steps.slice(0, reach)) step();
		if (reach < steps.length) return undefined;
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
