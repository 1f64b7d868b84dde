import { costOf, type Machine } from "./costs.ts";
import type { Level } from "./level.ts";
import type { Alternative, Site } from "./site.ts";

/** A site with another level. */
export interface Step {
	/** Number of the site. */
	readonly site: number;
	readonly alternative: Alternative;
}

/** Steps that can be taken together, one for each of their sites. */
export interface Choice {
	readonly steps: readonly Step[];
	/** What all orderings cost then, in the ranks of `costOf`. */
	readonly cost: number;
}

/**
 * The level of each site that steps, by number, change.
 * @param both what a site comes to of which two steps are taken: `meet` of weaker ones, `join` of stronger ones
 */
export function changesOf(
	steps: readonly Step[],
	set: ReadonlySet<number>,
	sites: readonly Site[],
	both: (one: Level, other: Level, among: readonly Level[]) => Level,
): ReadonlyMap<number, Level> {
	const changes = new Map<number, Level>();
	for (const number of set) {
		const { site, alternative } = steps[number];
		const before = changes.get(site);
		const { weaker, stronger } = sites[site];
		const among = [...weaker, ...stronger].map(({ to }) => to);
		changes.set(site, before === undefined ? alternative.to : both(before, alternative.to, among));
	}
	return changes;
}

/** Changes as steps in the order of the text, with what all sites cost then. */
export function choice(
	changes: ReadonlyMap<number, Level>,
	sites: readonly Site[],
	machine: Machine,
): Choice {
	const steps = [...changes].flatMap(([site, level]): Step[] => {
		const { weaker, stronger } = sites[site];
		const alternative = [...weaker, ...stronger].find(({ to }) => to === level);
		return alternative === undefined ? [] : [{ site, alternative }];
	});
	const cost = sites.reduce(
		(sum, { kind, level }, number) => sum + costOf(machine, kind, changes.get(number) ?? level),
		0,
	);
	return { steps: steps.sort((one, other) => one.site - other.site), cost };
}

/** Choices that take the same steps once. */
export function distinct(choices: readonly Choice[]): Choice[] {
	const seen = new Map(
		choices.map((one) => [one.steps.map(({ site, alternative }) => `${site} ${alternative.to}`).join(), one]),
	);
	return [...seen.values()];
}

/**
 * Choices without those that another one makes superfluous: it changes no site that they leave, and none further.
 * @param isLess whether a level is as near to what stands there as another, or nearer
 */
export function withoutWeaker(
	choices: readonly Choice[],
	isLess: (one: Level, other: Level) => boolean,
): Choice[] {
	const levels = choices.map(
		({ steps }) => new Map(steps.map(({ site, alternative }) => [site, alternative.to])),
	);
	const isWithin = (one: ReadonlyMap<number, Level>, other: ReadonlyMap<number, Level>): boolean =>
		[...one].every(([site, level]) => {
			const reached = other.get(site);
			return reached !== undefined && isLess(level, reached);
		});
	return choices.filter(
		(_, at) => !levels.some((other, place) => place !== at && isWithin(other, levels[at])),
	);
}
