import type { Execution } from "../../src/execution/execution.ts";

/**
 * All events but the initial writes in an order in which each read sees the last write to its cell: by program order as long as that is
 * possible, thread after thread.
 */
export function linearOrder({ events, rf, co }: Execution): readonly number[] {
	const before = new Map<number, Set<number>>([...events.keys()].map((id) => [id, new Set()]));
	const next = new Map<number, number>();
	for (const writes of co)
		for (const [at, write] of writes.slice(1).entries()) {
			next.set(writes[at], write);
			before.get(write)?.add(writes[at]);
		}
	for (const [write, read] of rf) {
		before.get(read)?.add(write);
		const later = next.get(write);
		if (later !== undefined && later !== read) before.get(later)?.add(read);
	}
	const done = new Set([...events.keys()].filter((id) => events[id].thread < 0));
	const left = [...events.keys()]
		.filter((id) => events[id].thread >= 0)
		.sort((a, b) => events[a].thread - events[b].thread || events[a].index - events[b].index);
	const order: number[] = [];
	while (left.length > 0) {
		const isReady = (id: number): boolean => [...(before.get(id) ?? [])].every((one) => done.has(one));
		const isFirst = (id: number, at: number): boolean =>
			!left.slice(0, at).some((other) => events[other].thread === events[id].thread);
		const inOrder = left.findIndex((id, at) => isFirst(id, at) && isReady(id));
		const at = inOrder >= 0 ? inOrder : left.findIndex(isReady);
		if (at < 0) throw new Error("reads-from and coherence go in a circle");
		const [id] = left.splice(at, 1);
		done.add(id);
		order.push(id);
	}
	return order;
}
