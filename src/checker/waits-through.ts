import type { Graph } from "./graph.ts";
import { readsIn, type Symbolic } from "./symbolic.ts";

/** A read, and a write that follows it in its thread and is computed from it, or from what it reads. */
export interface Hop {
	readonly read: number;
	readonly write: number;
}

/**
 * How a thread comes to wait for another thread's read: its own read that it waits for, by id, and what lies between.
 * That read reads from the first hop's write, each hop's read from the next one's write, and the last hop's read is the
 * one waited for. No thread reads from itself on the way.
 */
export interface WaitPath {
	readonly own: number;
	readonly hops: readonly Hop[];
}

/**
 * A way in which a thread that waits for a symbol waits for a read of another thread; undefined if none is found. A read
 * of the thread's own write stands for what that write is computed from.
 */
export function waitsThrough(
	graph: Graph,
	thread: number,
	symbol: Symbolic,
	read: number,
): WaitPath | undefined {
	const { events, source } = graph;
	const open: WaitPath[] = [...readsIn(symbol)].map((event) => ({ own: graph.id(thread, event), hops: [] }));
	const seen = new Set<number>();
	for (const path of open) {
		const last = path.hops.at(-1);
		const reader = last?.read ?? path.own;
		const write = source[reader];
		if (write < 0 || seen.has(write)) continue;
		seen.add(write);
		const { thread: writer, value, index } = events[write];
		if (value === undefined || writer < 0) continue;
		const isInternal = writer === events[reader].thread;
		// Where coherence is not kept a read may see what its thread writes later.
		if (isInternal && index > events[reader].index) continue;
		for (const event of readsIn(value)) {
			const next = graph.id(writer, event);
			const longer = isInternal
				? withReader(path, next)
				: { ...path, hops: [...path.hops, { read: next, write }] };
			if (longer.hops.at(-1)?.read === read) return longer;
			open.push(longer);
		}
	}
	return undefined;
}

/** The path with another read of its last thread in place of that thread's. */
function withReader({ own, hops }: WaitPath, read: number): WaitPath {
	const last = hops.at(-1);
	if (last === undefined) return { own: read, hops };
	return { own, hops: [...hops.slice(0, -1), { read, write: last.write }] };
}
