import type { Extent } from "./run-value.ts";

// Operations on the extents of sets and relations of one execution with `size` events, straight from their
// definitions. A relation's pair from a to b is the number `a * size + b`.

/** The numbers below `end`. */
export function everything(end: number): Extent {
	return new Set(Array(end).keys());
}

/** What is in some of the extents. */
export function unite(extents: readonly Extent[]): Extent {
	const found = new Set<number>();
	for (const extent of extents) for (const element of extent) found.add(element);
	return found;
}

/** The elements that a test keeps. */
export function filtered(extent: Extent, keep: (element: number) => boolean): Extent {
	const found = new Set<number>();
	for (const element of extent) if (keep(element)) found.add(element);
	return found;
}

/** The composition of two relations. */
export function compose(left: Extent, right: Extent, size: number): Extent {
	const successors = new Map<number, number[]>();
	for (const pair of right) {
		const from = Math.floor(pair / size);
		const known = successors.get(from);
		if (known === undefined) successors.set(from, [pair % size]);
		else known.push(pair % size);
	}
	const found = new Set<number>();
	for (const pair of left) {
		const from = Math.floor(pair / size);
		for (const to of successors.get(pair % size) ?? []) found.add(from * size + to);
	}
	return found;
}

/** The transitive closure of a relation. */
export function close(relation: Extent, size: number): Extent {
	let found = relation;
	for (;;) {
		const next = unite([found, compose(found, relation, size)]);
		if (next.size === found.size) return found;
		found = next;
	}
}

/** The relation with all pairs turned round. */
export function converse(relation: Extent, size: number): Extent {
	const found = new Set<number>();
	for (const pair of relation) found.add((pair % size) * size + Math.floor(pair / size));
	return found;
}

/** The identity on a set. */
export function diagonal(set: Extent, size: number): Extent {
	const found = new Set<number>();
	for (const event of set) found.add(event * size + event);
	return found;
}

/** The events that a relation leads from, or to. */
export function ends(relation: Extent, side: "from" | "to", size: number): Extent {
	const found = new Set<number>();
	for (const pair of relation) found.add(side === "from" ? Math.floor(pair / size) : pair % size);
	return found;
}

/** Whether a relation leads from some event to itself. */
export function isReflexiveSomewhere(relation: Extent, size: number): boolean {
	for (const pair of relation) if (Math.floor(pair / size) === pair % size) return true;
	return false;
}
