import type { Execution } from "../../execution/execution.ts";
import type { Program } from "../../execution/program.ts";
import type { Verdict } from "../../execution/verdict.ts";
import { hasDependents } from "./has-dependents.ts";
import { type Link, linksIn } from "./links.ts";
import type { Ordering } from "./ordering.ts";
import { orderingsOf } from "./orderings-of.ts";
import { asking, type Outcome } from "./outcomes.ts";
import { type SeenPairs, seenPairs } from "./seen-pairs.ts";
import { weaken } from "./weaken.ts";

/** An ordering and what it is for. */
export interface Role {
	readonly ordering: Ordering;
	/** Outcomes, by number, that happen without it. */
	readonly prevents: readonly number[];
	/** Orderings, by number, that it needs for that and that need it: it communicates with them. */
	readonly partners: readonly { readonly ordering: number; readonly prevents: readonly number[] }[];
	/** Orderings that it communicates with, though nothing that the test asks for needs that. */
	readonly seen: readonly number[];
	/** Whether the search without it went to its end; else more may happen. */
	readonly isComplete: boolean;
}

/** What the orderings of a test are for. */
export interface Pairs {
	readonly outcomes: readonly Outcome[];
	/** Outcomes, by number, that happen although nothing is weakened. */
	readonly possible: readonly number[];
	readonly roles: readonly Role[];
	/** Whether the test itself was searched to its end; else outcomes may happen that were not met. */
	readonly isExact: boolean;
	/** Whether every search was. */
	readonly isComplete: boolean;
	/** Whether there are too many values in the test to find out about dependencies. */
	readonly lacksDependencies: boolean;
}

/** What happens without an ordering, each with an execution that shows it. */
interface Weakened {
	readonly found: ReadonlyMap<number, Execution>;
	readonly isComplete: boolean;
}

/**
 * Which orderings of a test pair with each other, and which outcomes that prevents. Two of them pair if each, weakened alone, lets an outcome
 * happen, and in such an execution, or for a release and an acquire in any, what the one keeps behind other accesses is seen by what the
 * other keeps before others. Where nothing is seen, as in store buffering, full barriers pair whose accesses communicate at all.
 * Dependencies that prevent nothing are left out. Costs a search of the program for each of its orderings and loads, and one more.
 * @param run searches a program until all of its properties are decided, up to renaming of threads or without
 */
export async function findPairs(
	program: Program,
	run: (program: Program, symmetry: boolean) => Promise<Verdict>,
): Promise<Pairs> {
	const { program: asked, outcomes } = asking(program);
	const orderings = orderingsOf(program);
	const seen = seenPairs(orderings);
	// Who pairs with whom is a question about each thread, even of those that do the same.
	const verdict = await run({ ...asked, properties: [...(asked.properties ?? []), seen.property] }, false);
	const possible = happening(verdict, outcomes.length);
	const weakened: Weakened[] = [];
	let lacksDependencies = false;
	for (const ordering of orderings) {
		const weaker = weaken(asked, ordering);
		const isIdle = ordering.kind === "dependency" && !hasDependents(asked, ordering);
		const isSame = weaker === undefined || isIdle;
		weakened.push(isSame ? { found: new Map(), isComplete: true } : await search(weaker));
		lacksDependencies ||= weaker === undefined;
	}
	const partners = partnersOf(orderings, weakened, outcomes.length, seen);
	const roles = orderings.map((ordering, number): Role => {
		const paired = partners(number);
		return {
			ordering,
			prevents: [...weakened[number].found.keys()],
			partners: paired,
			isComplete: weakened[number].isComplete,
			seen: seen.with(number).filter((other) => !paired.some((one) => one.ordering === other)),
		};
	});
	return compacted({
		outcomes,
		possible,
		roles,
		isExact: isDecided(verdict),
		isComplete: isDecided(verdict) && weakened.every(({ isComplete }) => isComplete),
		lacksDependencies,
	});

	async function search(weaker: Program): Promise<Weakened> {
		const result = await run(weaker, true);
		const found = new Map<number, Execution>();
		for (const [outcome, { witness }] of result.properties.entries())
			if (witness !== undefined && !possible.includes(outcome)) found.set(outcome, witness);
		return { found, isComplete: isDecided(result) };
	}
}

function happening({ properties }: Verdict, count: number): number[] {
	return [...properties.slice(0, count).keys()].filter((outcome) => properties[outcome].happens);
}

/** Whether a search went as far as it had to. */
function isDecided(verdict: Verdict): boolean {
	return verdict.kind !== "incomplete" || verdict.limits.every((limit) => limit === "decided");
}

/** Tells the partners of an ordering by number. */
function partnersOf(
	orderings: readonly Ordering[],
	weakened: readonly Weakened[],
	outcomes: number,
	seen: SeenPairs,
): (number: number) => Role["partners"] {
	const byOutcome = Array.from({ length: outcomes }, (_, outcome) => {
		const needed = new Set([...weakened.keys()].filter((number) => weakened[number].found.has(outcome)));
		return [...needed].flatMap((number) => {
			const execution = weakened[number].found.get(outcome);
			return execution === undefined ? [] : pairing(linksIn(execution, orderings), orderings, needed);
		});
	});
	return (number) =>
		[...orderings.keys()].flatMap((other) => {
			const isSeen = seen.with(number).includes(other);
			const isNeeded = (outcome: number): boolean =>
				weakened[number].found.has(outcome) && weakened[other].found.has(outcome);
			const prevents = [...byOutcome.keys()].filter(
				(outcome) =>
					(isSeen && isNeeded(outcome)) ||
					byOutcome[outcome].some(
						({ from, to }) => (from === number && to === other) || (from === other && to === number),
					),
			);
			return prevents.length === 0 ? [] : [{ ordering: other, prevents }];
		});
}

/**
 * The links of an execution by which orderings pair that are needed. Coherence alone makes a pair of full barriers only, as in store buffering, and
 * of two that both see or are seen not even that. Of several orderings that an access is subject to, it is the one
 * that the access itself is, needed or not: an acquire is no partner of a release because what it precedes is one as well.
 */
function pairing(
	links: readonly Link[],
	orderings: readonly Ordering[],
	needed: ReadonlySet<number>,
): readonly Link[] {
	const seen = links.filter(({ kind }) => kind === "seen");
	const isSeen = (number: number): boolean => seen.some(({ from, to }) => from === number || to === number);
	const isFull = (number: number): boolean =>
		orderings[number].acts === "both" && orderings[number].scope === "all";
	const isBarriers = ({ from, to }: Link): boolean =>
		isFull(from) && isFull(to) && !(isSeen(from) && isSeen(to));
	const isNeeded = ({ from, to }: Link): boolean => needed.has(from) && needed.has(to);
	// An access that nothing depends on, as far as anybody asks, is no ordering.
	const isOrdering = (number: number): boolean =>
		needed.has(number) || orderings[number].kind !== "dependency";
	const [firsts, seconds] = [new Set<number>(), new Set<number>()];
	for (const { from, to, first, second, isFirst, isSecond } of links) {
		if (isFirst && isOrdering(from)) firsts.add(first);
		if (isSecond && isOrdering(to)) seconds.add(second);
	}
	return links.filter(
		(link) =>
			isNeeded(link) &&
			(link.kind === "seen" || isBarriers(link)) &&
			(link.isFirst || !firsts.has(link.first)) &&
			(link.isSecond || !seconds.has(link.second)),
	);
}

/** Without the dependencies that prevent nothing. */
function compacted(pairs: Pairs): Pairs {
	const kept = [...pairs.roles.keys()].filter((number) => {
		const { ordering, prevents } = pairs.roles[number];
		return ordering.kind !== "dependency" || prevents.length > 0;
	});
	const moved = (number: number): number => kept.indexOf(number);
	return {
		...pairs,
		roles: kept.map((number) => {
			const role = pairs.roles[number];
			return {
				...role,
				partners: role.partners.map(({ ordering, prevents }) => ({ ordering: moved(ordering), prevents })),
				seen: role.seen.map(moved).filter((other) => other >= 0),
			};
		}),
	};
}
