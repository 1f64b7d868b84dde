/** What is found about a set of changes: nothing happens, something does, or neither is known. */
export type Answer = "fine" | "broken" | "open";

/** Where what is fine ends. */
export interface Boundary {
	/** Sets that are fine, and with any further element are not known to be. */
	readonly maximal: readonly ReadonlySet<number>[];
	/** Sets that are broken, and without any of their elements are fine. */
	readonly minimal: readonly ReadonlySet<number>[];
	/** Whether these are all. */
	readonly isComplete: boolean;
}

/** How far to look for it. */
export interface BoundaryLimits {
	/** Asked before each question. */
	readonly mayGoOn: () => boolean;
	/** Whether minimal sets larger than the smallest of them are of no interest. */
	readonly onlySmallest?: boolean;
}

type Elements = ReadonlySet<number>;

/**
 * All maximal fine and all minimal broken sets of elements, by duality (Gunopulos and others, "Dualize and Advance"): a set lies in none of the maximal
 * sets known so far if it hits all of their complements. The smallest such sets are asked about; one that is fine grows to a new maximal set. Takes for
 * granted that subsets of what is fine are fine; each maximal set has been asked about itself all the same.
 * The empty set is taken for fine.
 * @param elements those that grow first, first: the first maximal set is the one that a greedy choice makes
 */
export async function findBoundary(
	elements: readonly number[],
	ask: (set: Elements) => Promise<Answer>,
	{ mayGoOn, onlySmallest = false }: BoundaryLimits,
): Promise<Boundary> {
	const maximal: Elements[] = [];
	const broken: Elements[] = [];
	const open: Elements[] = [];
	let hitting: readonly Elements[] = [new Set()];
	let isComplete = true;
	const answered = (set: Elements, among: readonly Elements[]): boolean =>
		among.some((other) => isSubset(other, set));
	const isFine = async (set: Elements): Promise<boolean> => {
		if (answered(set, broken) || answered(set, open)) return false;
		const answer = await ask(set);
		if (answer === "open") open.push(set);
		return answer === "fine";
	};
	for (;;) {
		const unknown = hitting.filter((set) => !isAmong(set, broken) && !isAmong(set, open));
		const next = unknown.reduce<Elements | undefined>(
			(least, set) => (least === undefined || set.size < least.size ? set : least),
			undefined,
		);
		if (next === undefined) break;
		if (onlySmallest && broken.length > 0 && next.size > broken[0].size) break;
		if (!mayGoOn()) {
			isComplete = false;
			break;
		}
		if (next.size > 0) {
			const answer = await ask(next);
			if (answer !== "fine") {
				(answer === "open" ? open : broken).push(next);
				continue;
			}
		}
		const whole = new Set([...next, ...elements]);
		let grown: Elements = next;
		if (maximal.length === 0 && whole.size > 1 && (await isFine(whole))) grown = whole;
		else
			for (const element of elements) {
				if (grown.has(element) || !mayGoOn()) continue;
				const more = new Set([...grown, element]);
				if (await isFine(more)) grown = more;
			}
		if (!mayGoOn()) isComplete = false;
		maximal.push(grown);
		hitting = hittingAlso(
			hitting,
			elements.filter((element) => !grown.has(element)),
		);
	}
	return { maximal, minimal: broken, isComplete: isComplete && open.length === 0 };
}

/** The minimal sets that hit one set more. */
function hittingAlso(sets: readonly Elements[], elements: readonly number[]): readonly Elements[] {
	const kept = sets.filter((set) => elements.some((element) => set.has(element)));
	const grown = sets
		.filter((set) => !kept.includes(set))
		.flatMap((set) => elements.map((element) => new Set([...set, element])));
	const fresh = grown.filter((set) => !kept.some((other) => isSubset(other, set)));
	return [
		...kept,
		...fresh.filter(
			(set, at) => !fresh.some((other, place) => place !== at && isBelow(other, place, set, at)),
		),
	];
}

/** Whether a set makes another one superfluous; of equal ones the first stays. */
function isBelow(other: Elements, place: number, set: Elements, at: number): boolean {
	return isSubset(other, set) && (other.size < set.size || place < at);
}

function isSubset(one: Elements, other: Elements): boolean {
	return one.size <= other.size && [...one].every((element) => other.has(element));
}

function isAmong(set: Elements, sets: readonly Elements[]): boolean {
	return sets.some((other) => other.size === set.size && isSubset(other, set));
}
