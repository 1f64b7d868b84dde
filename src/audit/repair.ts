import { findBoundary } from "./boundary.ts";
import { type Choice, changesOf, choice, distinct, type Step, withoutWeaker } from "./choice.ts";
import type { Machine } from "./costs.ts";
import { gapsOf } from "./gaps.ts";
import { isAtLeast, join } from "./level.ts";
import type { Site } from "./site.ts";
import { sitesOf } from "./sites-of.ts";
import { type Finding, type Happening, keyOf, type Run, type Subject, Trial } from "./trial.ts";

/** What makes broken programs right. */
export interface Repairs {
	/** Those of `choices`; fences that could be added are among them. */
	readonly sites: readonly Site[];
	/** The smallest sets of stronger orderings with which nothing happens that happened before, cheapest first. */
	readonly choices: readonly Choice[];
	/** Whether even all orderings at their strongest do not help. */
	readonly isBeyond: boolean;
	/** Whether these are all of the smallest sets. */
	readonly isComplete: boolean;
	readonly searches: number;
}

/**
 * The smallest sets of stronger accesses and additional fences with which nothing of what happens happens any more. Each was searched itself.
 * @param happening what happens
 */
export async function findRepairs(
	subjects: readonly Subject[],
	happening: readonly Happening[],
	{
		run,
		machine,
		mayGoOn,
	}: { readonly run: Run; readonly machine: Machine; readonly mayGoOn: () => boolean },
): Promise<Repairs> {
	const gaps = subjects.map(({ program }, subject) => gapsOf(program, subject));
	const widened = subjects.map((subject, number) => ({ ...subject, program: gaps[number].program }));
	const written = sitesOf(widened.map(({ program }) => program));
	const sites = [...written, ...gaps.flatMap((one) => one.sites)];
	const steps = sites.flatMap(({ stronger, kind }, site): Step[] =>
		kind === "dependency" ? [] : stronger.map((alternative) => ({ site, alternative })),
	);
	const trial = new Trial(widened, sites, run);
	const unwanted = new Set(happening.map(keyOf));
	const isUnwanted = (subject: number, outcome: number): boolean => unwanted.has(keyOf({ subject, outcome }));
	const look = async (set: ReadonlySet<number>): Promise<Finding["kind"]> => {
		const changes = changesOf(steps, set, sites, join);
		const { kind } = await trial.look(changes, isUnwanted, true);
		return kind;
	};
	const strongest = await look(new Set(steps.keys()));
	if (strongest === "broken")
		return { sites, choices: [], isBeyond: true, isComplete: true, searches: trial.searches };
	// Here a set is "fine" as long as it is too weak: the smallest that is not is a repair.
	const { minimal, isComplete } = await findBoundary(
		[...steps.keys()],
		async (set) => {
			const kind = await look(set);
			return kind === "broken" ? "fine" : kind === "fine" ? "broken" : "open";
		},
		{ mayGoOn, onlySmallest: true },
	);
	const choices = distinct(minimal.map((set) => choice(changesOf(steps, set, sites, join), sites, machine)));
	// Who reads plainly means to: of two repairs that cost the same, one that leaves that alone is the better one.
	const plainOnes = ({ steps: own }: Choice): number =>
		own.filter(({ site }) => sites[site].level === "plain").length;
	return {
		sites,
		choices: withoutWeaker(choices, (one, other) => isAtLeast(other, one)).sort(
			(one, other) => one.cost - other.cost || plainOnes(one) - plainOnes(other),
		),
		isBeyond: false,
		isComplete,
		searches: trial.searches,
	};
}
