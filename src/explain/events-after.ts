import { closeTransitively } from "../relation/closure.ts";
import { Relation } from "../relation/relation.ts";

/** The transitive closure of a relation among events below `size`: a new relation. */
export function eventsAfter(relation: Relation, size: number): Relation {
	const closed = new Relation(size);
	closed.bits.set(relation.bits.subarray(0, closed.bits.length));
	closeTransitively(closed, size);
	return closed;
}
