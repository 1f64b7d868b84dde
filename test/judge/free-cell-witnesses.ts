import type { CandidateEvent } from "./candidate.ts";
import type { CellView, CellWitness } from "./cell-witnesses.ts";
import { lockAllows } from "./lock-allows.ts";
import { matches } from "./path-choices.ts";
import { product } from "./product.ts";

const MOST_CHOICES = 20_000;

/**
 * Every choice of rf and co for one cell, whatever a model may say of it: each read reads from any write
 * of its value, the initial write comes first in co, the others in any order. Only the rules of locks
 * hold, by which a lock that was free is handed to one LKR at most. Returns undefined where there are too
 * many to list.
 */
export function freeCellWitnesses({ events }: CellView): readonly CellWitness[] | undefined {
	const ofKind = (kind: string): number[] => [...events.keys()].filter((i) => events[i].kind === kind);
	const writes = ofKind("W");
	const reads = ofKind("R");
	const sources = reads.map((read) =>
		writes.filter((write) => matches(events[read], events[write]) && lockAllows(events, write, read)),
	);
	const orders = writes.reduce((count, _, place) => count * Math.max(1, place), 1);
	if (sources.reduce((count, { length }) => count * length, orders) > MOST_CHOICES) return undefined;
	const choices = [...product(sources)].map((chosen) => chosen.map((write, i) => [write, reads[i]] as const));
	const possible = choices.filter((rf) => isHandedOnce(events, rf));
	return permutations(writes.slice(1)).flatMap((rest) =>
		possible.map((rf) => ({ order: [writes[0], ...rest], rf })),
	);
}

function isHandedOnce(events: readonly CandidateEvent[], rf: CellWitness["rf"]): boolean {
	const free = rf.filter(([, read]) => events[read].tags.includes("LKR")).map(([write]) => write);
	return new Set(free).size === free.length;
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
	if (items.length === 0) return [[]];
	return items.flatMap((first) =>
		permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
	);
}
