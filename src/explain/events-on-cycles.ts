import { closeTransitively } from "../relation/closure.ts";
import { Relation } from "../relation/relation.ts";

/** The events below `size` that lie on a cycle of a relation. Costs a transitive closure. */
export function eventsOnCycles(relation: Relation, size: number): number[] {
	const closed = new Relation(size);
	closed.bits.set(relation.bits.subarray(0, closed.bits.length));
	closeTransitively(closed, size);
	return [...Array(size).keys()].filter((event) => closed.has(event, event));
}
