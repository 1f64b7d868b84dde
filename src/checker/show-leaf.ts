import { FinalState } from "./final-state.ts";
import { finalValues } from "./final-values.ts";
import type { Leaf } from "./leaf.ts";
import type { SearchParts } from "./search-parts.ts";

/** Shows the graph as it is to whoever wants to see executions. */
export function showLeaf(
	{ graph, visit, program }: SearchParts,
	leaf: Pick<Leaf, "copy" | "isComplete" | "happens"> & { readonly flags: readonly string[] },
): void {
	visit?.({
		events: graph.events.length - program.cells.length,
		threads: graph.nodes.filter(({ events }) => events.length > 0).length,
		isComplete: leaf.isComplete,
		satisfies: (proposition) => new FinalState(program, finalValues(graph)).satisfies(proposition),
		happens: leaf.happens,
		flags: () => leaf.flags,
		copy: leaf.copy,
	});
}
