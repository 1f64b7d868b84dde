import type { Relation } from "./relation.ts";

/**
 * A cycle of `relation` with the fewest edges, among events below `size`, as the events in order (the last
 * one is related to the first), or undefined if there is none. One breadth-first search an event.
 */
export function shortestCycle(relation: Relation, size: number): readonly number[] | undefined {
	let best: number[] | undefined;
	for (let start = 0; start < size; start++) {
		const found = cycleThrough(relation, size, start, best === undefined ? size + 1 : best.length);
		if (found !== undefined) best = found;
	}
	return best;
}

/** The shortest cycle through `start` that has fewer than `limit` events. */
function cycleThrough(relation: Relation, size: number, start: number, limit: number): number[] | undefined {
	const previous = new Int32Array(size).fill(-1);
	let frontier = [start];
	for (let length = 1; length < limit && frontier.length > 0; length++) {
		const next: number[] = [];
		for (const from of frontier) {
			if (relation.has(from, start)) return pathBack(previous, start, from);
			for (let to = 0; to < size; to++)
				if (to !== start && previous[to] < 0 && relation.has(from, to)) {
					previous[to] = from;
					next.push(to);
				}
		}
		frontier = next;
	}
	return undefined;
}

function pathBack(previous: Int32Array, start: number, last: number): number[] {
	const path = [last];
	for (let at = last; at !== start; ) {
		at = previous[at];
		path.unshift(at);
	}
	return path;
}
