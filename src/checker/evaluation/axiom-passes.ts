import type { Axiom } from "../../cat/model.ts";
import { isAcyclic } from "../../relation/acyclic.ts";
import type { Tape } from "./tape.ts";

/** Whether the test of an axiom passes on what a tape's registers hold; an axiom that is negated holds where it does not. */
export function axiomPasses({ test, node }: Axiom, tape: Tape): boolean {
	const size = tape.size.events;
	if (node.sort === "set") return !tape.set(node).bits.some((word) => word !== 0);
	const relation = tape.relation(node);
	if (test === "acyclic") return isAcyclic(relation, size, new Int32Array(relation.words));
	for (let i = 0; i < size; i++) {
		if (test === "irreflexive" && relation.has(i, i)) return false;
		for (let j = 0; test === "empty" && j < size; j++) if (relation.has(i, j)) return false;
	}
	return true;
}
