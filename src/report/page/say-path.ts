import type { BaseEdge } from "../../execution/story/reason.ts";

/** How a base relation reads between two steps; the edge's own direction is that of the sentence. */
const WORDS: Readonly<Record<string, (from: string, to: string) => string>> = {
	po: (from, to) => `${from} comes before ${to} in program order`,
	"po-loc": (from, to) => `${from} comes before ${to} in program order, on the same location`,
	rf: (from, to) => `${to} reads what ${from} wrote`,
	co: (from, to) => `${from} is overwritten by ${to}`,
	fr: (from, to) => `${from} reads what ${to} overwrites`,
	addr: (from, to) => `the address of ${to} depends on what ${from} reads`,
	data: (from, to) => `what ${to} writes depends on what ${from} reads`,
	ctrl: (from, to) => `whether ${to} happens depends on what ${from} reads`,
	rmw: (from, to) => `${from} and ${to} are one read-modify-write`,
	loc: (from, to) => `${from} and ${to} are on the same location`,
	int: (from, to) => `${from} and ${to} are of the same thread`,
	ext: (from, to) => `${from} and ${to} are of different threads`,
};

/**
 * A path by base relations in words, a part each, without full stops; with the model's own name where there are no words for a
 * relation. Of a step that the path wants in a set, the set stands behind its number.
 */
export function sayPath(parts: readonly BaseEdge[]): readonly string[] {
	const sets = new Map<number, string[]>();
	for (const { from, relation } of parts) {
		const set = /^\[(.+)\]$/.exec(relation)?.[1];
		if (set !== undefined) sets.set(from, [...new Set([...(sets.get(from) ?? []), set])]);
	}
	const point = (step: number): string => {
		const set = sets.get(step);
		return (step === 0 ? "the initial write" : `step ${step}`) + (set ? ` (${set.join(", ")})` : "");
	};
	return parts
		.filter(({ relation }) => !relation.startsWith("["))
		.map(({ from, to, relation, isInverse }) => {
			const [start, end] = isInverse ? [to, from] : [from, to];
			const known = relation.replace(/^(rf|co|fr)[ei]$/, "$1");
			const words = Object.hasOwn(WORDS, known) ? WORDS[known] : undefined;
			return words?.(point(start), point(end)) ?? `${point(start)} to ${point(end)}: ${relation}`;
		});
}
