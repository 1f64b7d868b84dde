import type { Relation } from "../relation/relation.ts";
import { eventsAfter } from "./events-after.ts";

/** The events below `size` that lie on a cycle of a relation. Costs a transitive closure. */
export function eventsOnCycles(relation: Relation, size: number): number[] {
	const closed = eventsAfter(relation, size);
	return [...Array(size).keys()].filter((event) => closed.has(event, event));
}
