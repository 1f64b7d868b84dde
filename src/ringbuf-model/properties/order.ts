import type { History } from "../history.ts";

/**
 * What a consumer is given is not what was reserved and not discarded, in the order of reservations, each once.
 * How far it comes is not held against it.
 */
export function findDisorder({ records, consumed, ring }: History): string | undefined {
	if (ring.overwrites) return undefined;
	const expected = records
		.filter(({ isDiscarded }) => !isDiscarded)
		.map(({ pos }) => pos)
		.sort((a, b) => a - b);
	for (const thread of new Set(consumed.map((one) => one.thread))) {
		const delivered = consumed.filter((one) => one.thread === thread && !one.isDiscarded);
		const wrong = delivered.findIndex(({ pos }, index) => pos !== expected[index]);
		if (wrong >= 0)
			return `P${thread} is given the record at ${delivered[wrong].pos} where ${expected[wrong] ?? "none"} is next`;
	}
	return undefined;
}
