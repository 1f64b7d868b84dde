import { Harvest } from "../harvest.ts";
import type { CheckState, PropertyState, TallyState } from "./check-state.ts";

/**
 * Adds up what searches of disjoint parts have found, in the order given: of witnesses the first is kept.
 * @returns a state without frames: that of an ended search, if none of the states has any
 */
export function gather(states: readonly CheckState[]): CheckState {
	const harvest = new Harvest();
	for (const { found, undetermined } of states) harvest.absorb(Harvest.of(found, undetermined), 1);
	const tallies = states.map(({ tally }) => tally);
	const sum = (of: (tally: TallyState) => number): number =>
		tallies.reduce((total, tally) => total + of(tally), 0);
	const witness = tallies.find((tally) => tally.witness !== undefined)?.witness;
	const counterWitness = tallies.find((tally) => tally.counterWitness !== undefined)?.counterWitness;
	const stuck = tallies
		.flatMap((tally) => tally.stuck ?? [])
		.reduce<TallyState["stuck"]>(
			(best, one) => (best === undefined || one.unsettled < best.unsettled ? one : best),
			undefined,
		);
	return {
		isStarted: true,
		frames: [],
		found: harvest.states(),
		undetermined: harvest.undetermined,
		tally: {
			flags: union(tallies.map(({ flags }) => flags)),
			limits: union(tallies.map(({ limits }) => limits)),
			leaves: sum(({ leaves }) => leaves),
			deadEnds: sum(({ deadEnds }) => deadEnds),
			refused: sum(({ refused }) => refused),
			properties: firsts(tallies.flatMap(({ properties }) => properties)),
			...(stuck !== undefined && { stuck }),
			...(witness !== undefined && { witness }),
			...(counterWitness !== undefined && { counterWitness }),
		},
	};
}

function union<T>(lists: readonly (readonly T[])[]): T[] {
	return [...new Set(lists.flat())];
}

/** Of each property the first that was found. */
function firsts(properties: readonly PropertyState[]): PropertyState[] {
	const known = new Map<number, PropertyState>();
	for (const property of properties) if (!known.has(property.index)) known.set(property.index, property);
	return [...known.values()];
}
