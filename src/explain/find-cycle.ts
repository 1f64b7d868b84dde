import type { Edge } from "../execution/execution.ts";

/**
 * A shortest cycle of some edges, as the events in order (the last one leads to the first); undefined if there is none.
 * Linear in the edges where there is none, else one breadth-first search for each event that is left over.
 */
export function findCycle(size: number, edges: readonly Edge[]): readonly number[] | undefined {
	const after: number[][] = Array.from({ length: size }, () => []);
	const incoming = new Int32Array(size);
	for (const [from, to] of edges) {
		after[from].push(to);
		incoming[to]++;
	}
	const ready = [...after.keys()].filter((event) => incoming[event] === 0);
	for (let event = ready.pop(); event !== undefined; event = ready.pop())
		for (const follower of after[event]) if (--incoming[follower] === 0) ready.push(follower);
	let best: number[] | undefined;
	for (let start = 0; start < size; start++) {
		if (incoming[start] <= 0) continue;
		const found = cycleThrough(after, start, best?.length ?? size + 1);
		if (found !== undefined) best = found;
	}
	return best;
}

/** The shortest cycle through `start` that has fewer than `limit` events. */
function cycleThrough(
	after: readonly (readonly number[])[],
	start: number,
	limit: number,
): number[] | undefined {
	const previous = new Map<number, number>();
	let frontier = [start];
	for (let length = 1; length < limit && frontier.length > 0; length++) {
		const next: number[] = [];
		for (const from of frontier)
			for (const to of after[from]) {
				if (to === start) return pathBack(previous, start, from);
				if (previous.has(to)) continue;
				previous.set(to, from);
				next.push(to);
			}
		frontier = next;
	}
	return undefined;
}

function pathBack(previous: ReadonlyMap<number, number>, start: number, last: number): number[] {
	const path = [last];
	for (let at = last; at !== start; ) {
		at = previous.get(at) ?? start;
		path.unshift(at);
	}
	return path;
}
