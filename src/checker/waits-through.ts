import type { Graph } from "./graph.ts";
import { readsIn, type Symbolic } from "./symbolic.ts";

/** A read, and a write of the same thread that is computed from it. */
export interface Hop {
	readonly read: number;
	readonly write: number;
}

/**
 * How a thread comes to wait for another thread's read: its own read that it waits for, by id, and what lies between.
 * That read reads from the first hop's write, each hop's read from the next one's write, and the last hop's read is the
 * one waited for.
 */
export interface WaitPath {
	readonly own: number;
	readonly hops: readonly Hop[];
}

/** The shortest way in which a thread that waits for a symbol waits for a read of another thread; undefined if none. */
export function waitsThrough(
	graph: Graph,
	thread: number,
	symbol: Symbolic,
	read: number,
): WaitPath | undefined {
	const open: WaitPath[] = [...readsIn(symbol)].map((event) => ({ own: graph.id(thread, event), hops: [] }));
	const seen = new Set<number>();
	for (const path of open) {
		const write = graph.source[path.hops.at(-1)?.read ?? path.own];
		if (write < 0 || seen.has(write)) continue;
		seen.add(write);
		const { thread: writer, value } = graph.events[write];
		if (value === undefined || writer < 0) continue;
		for (const event of readsIn(value)) {
			const hop = { read: graph.id(writer, event), write };
			const longer = { own: path.own, hops: [...path.hops, hop] };
			if (hop.read === read) return longer;
			open.push(longer);
		}
	}
	return undefined;
}
