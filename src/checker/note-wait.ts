import type { SearchParts } from "./search-parts.ts";
import { stuckOf } from "./stuck-of.ts";

/**
 * Remembers that a thread waits for ever in the graph as it is, if the model allows the graph as far as it goes: what it
 * forbids is no deadlock. Costs a test of the axioms until an execution is found, or such a wait, of which a copy is kept.
 */
export function noteWait({ tally, consistency, graph }: SearchParts): void {
	if (tally.leaves === 0 && tally.stuck === undefined && consistency.testEarly(graph))
		tally.stuck = stuckOf(graph);
}
