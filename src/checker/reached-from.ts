import type { Graph } from "./graph.ts";

/**
 * For each thread the place from which on it can know of an event, by program order and reads-from. Costs a look at all reads for each thread
 * that is reached later than another.
 * @param sourcesOf the writes that a read is taken to read from; one that is negative stands for none
 */
export function reachedFrom(
	{ events, nodes }: Graph,
	start: number,
	sourcesOf: (read: number) => readonly number[],
): readonly number[] {
	const reached = nodes.map(() => Number.POSITIVE_INFINITY);
	reached[events[start].thread] = events[start].index;
	for (let changed = true; changed; ) {
		changed = false;
		for (const [read, { kind, thread, index }] of events.entries()) {
			if (kind !== "R" || index >= reached[thread]) continue;
			const isReached = sourcesOf(read).some((source) => {
				if (source < 0) return false;
				const write = events[source];
				return write.thread >= 0 && write.index >= reached[write.thread];
			});
			if (!isReached) continue;
			reached[thread] = index;
			changed = true;
		}
	}
	return reached;
}
