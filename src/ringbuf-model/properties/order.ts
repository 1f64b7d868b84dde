import type { History } from "../history.ts";

/**
 * What a consumer is given is not what was reserved and not discarded, in the order of reservations, each once.
 * How far it comes is not held against it; of several that take turns, each may leave out what others are given.
 */
export function findDisorder({ records, consumed, ring }: History): string | undefined {
	if (ring.overwrites) return undefined;
	const expected = records
		.filter(({ isDiscarded }) => !isDiscarded)
		.map(({ pos }) => pos)
		.sort((a, b) => a - b);
	const threads = new Set(consumed.map((one) => one.thread));
	for (const thread of threads) {
		let next = 0;
		for (const { pos } of consumed.filter((one) => one.thread === thread && !one.isDiscarded)) {
			const at = threads.size === 1 ? next : expected.indexOf(pos, next);
			if (at < 0 || pos !== expected[at])
				return `P${thread} is given the record at ${pos} where ${expected[next] ?? "none"} is next`;
			next = at + 1;
		}
	}
	return undefined;
}
