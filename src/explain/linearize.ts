import type { Edge, Execution } from "../execution/execution.ts";

/**
 * The events beside the initial writes in an order that follows all edges, or, of events on a circle of those, in program
 * order. A thread goes on as long as it can, since the fewer the changes of thread, the easier to read; an event that waited
 * for others comes as soon as it may.
 * @param threads each thread's events in program order
 */
export function linearize(
	{ events, rmw }: Execution,
	edges: readonly Edge[],
	threads: readonly (readonly number[])[],
): readonly number[] {
	const after: number[][] = events.map(() => []);
	const waitsFor = events.map(() => 0);
	for (const [from, to] of edges) {
		if (events[from].thread < 0 || events[to].thread < 0) continue;
		after[from].push(to);
		waitsFor[to]++;
	}
	const partner = new Map(rmw);
	const left = threads.map((own) => [...own]);
	const order: number[] = [];
	let current = 0;
	const isReady = (event: number): boolean => waitsFor[event] === 0;
	const take = (thread: number, at: number): void => {
		const [event] = left[thread].splice(at, 1);
		order.push(event);
		current = thread;
		for (const follower of after[event]) waitsFor[follower]--;
	};
	for (;;) {
		const write = partner.get(order.at(-1) ?? -1);
		const half = write === undefined ? -1 : left[current].indexOf(write);
		if (half >= 0 && isReady(left[current][half])) {
			take(current, half);
			continue;
		}
		// Others first that are held back, then the thread's next one, then another thread's.
		const thread = [current, ...left.keys()].find((one) => left[one]?.some(isReady));
		if (thread !== undefined) {
			take(thread, left[thread].findIndex(isReady));
			continue;
		}
		const stuck = left.findIndex((own) => own.length > 0);
		if (stuck < 0) return order;
		take(stuck, 0);
	}
}
