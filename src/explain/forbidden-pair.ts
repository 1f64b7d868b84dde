import type { ModelNode } from "../cat/model.ts";
import type { Derivation } from "./derivation.ts";
import type { EventEdge } from "./event-cycle.ts";
import type { Explanation } from "./explanation.ts";

/** A pair, and how it closes a cycle where it has to be in two relations at once. */
interface Found {
	readonly forth: Derivation;
	readonly back: Derivation | undefined;
	readonly cost: number;
}

/**
 * A pair of a relation that should have none, by as few base edges as possible. A pair in two relations at once is a cycle: along the one,
 * and back along the other.
 */
export function forbiddenPair(explanation: Explanation, node: ModelNode): readonly EventEdge[] | undefined {
	const { extents, derivations, wording } = explanation;
	let best: Found | undefined;
	for (let from = 0; from < extents.size; from++)
		for (const derivation of derivations.row(node, from).values()) {
			const found = closed(explanation, derivation);
			if (best === undefined || found.cost < best.cost) best = found;
		}
	if (best === undefined) return undefined;
	const { forth, back } = best;
	if (back === undefined) return [wording.edge(forth)];
	const ways: EventEdge[][] = [
		[wording.edge(forth), wording.turned(back)],
		[wording.edge(back), wording.turned(forth)],
	];
	// What has no name of its own is told by what it is made of.
	return (turns(ways[1]) < turns(ways[0]) ? ways[1] : ways[0]).flatMap((edge) =>
		edge.names.length === 0 && edge.via !== undefined ? edge.via : [edge],
	);
}

/** Looks for the two relations: through unions and whatever else has the pair for one reason alone. */
function closed({ derivations }: Explanation, whole: Derivation): Found {
	for (let at = whole; ; at = at.parts[0]) {
		const { others = [], parts } = at;
		if (others.length > 0) {
			const back = others
				.flatMap((other) => derivations.of(other, at.from, at.to) ?? [])
				.reduce((one, other) => (other.cost < one.cost ? other : one));
			return { forth: parts[0], back, cost: parts[0].cost + back.cost };
		}
		if (parts.length !== 1 || at.node.op === "inverse")
			return { forth: whole, back: undefined, cost: whole.cost };
	}
}

function turns(edges: readonly EventEdge[]): number {
	return edges.flatMap(({ parts }) => parts).filter(({ isInverse }) => isInverse).length;
}
