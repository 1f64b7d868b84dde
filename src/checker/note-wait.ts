import type { SearchParts } from "./search-parts.ts";
import { stuckOf, unsettledThreads, waitsOf } from "./stuck-of.ts";

/**
 * Remembers that a thread waits for ever in the graph as it is, if the model allows the graph as far as it goes: what it
 * forbids is no deadlock. A copy is kept of the graph in which the fewest threads could still go on. Costs a look at the threads until an execution is
 * found or none could, and a test of the axioms for each graph that is better than those before.
 */
export function noteWait({ tally, consistency, graph }: SearchParts): void {
	const known = tally.stuck?.unsettled ?? Number.POSITIVE_INFINITY;
	if (tally.leaves > 0 || known === 0) return;
	const waits = waitsOf(graph);
	const unsettled = unsettledThreads(graph, waits);
	if (unsettled < known && consistency.testEarly(graph))
		tally.stuck = { ...stuckOf(graph, waits), unsettled };
}
