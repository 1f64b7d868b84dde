import type { EventCycle, EventEdge } from "../../src/explain/event-cycle.ts";

/** The base relations of a cycle in order, from where that reads first in the alphabet; those gone backwards with `^-1`. */
export function cycleWords({ edges }: EventCycle): string {
	const words = edges.flatMap(wordsOf);
	const turned = words.map((_, i) => [...words.slice(i), ...words.slice(0, i)].join(" "));
	return turned.reduce((one, other) => (other < one ? other : one), turned[0]);
}

function wordsOf({ parts }: EventEdge): string[] {
	return parts
		.filter(({ from, to }) => from !== to)
		.map(({ relation, isInverse }) => (isInverse === true ? `${relation}^-1` : relation));
}
