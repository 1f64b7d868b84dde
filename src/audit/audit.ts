import type { Limit } from "../execution/verdict.ts";
import type { Outcome } from "../explain/pairs/outcomes.ts";
import type { Span } from "../source/span.ts";
import { findBoundary } from "./boundary.ts";
import { type Choice, changesOf, choice, distinct, type Step, withoutWeaker } from "./choice.ts";
import { costOf, type Machine } from "./costs.ts";
import { isAtLeast, type Level, meet } from "./level.ts";
import { findRepairs, type Repairs } from "./repair.ts";
import type { Site } from "./site.ts";
import { sitesOf } from "./sites-of.ts";
import { type Finding, type Happening, keyOf, type Run, type Subject, Trial } from "./trial.ts";

/** A weaker level of a site, and whether it is enough. */
export interface Row extends Step {
	/** `follows`: not searched, for a stronger level of the same site is not enough. */
	readonly finding: Finding | { readonly kind: "follows"; readonly from: Level };
	readonly seconds: number;
}

/** What the orderings of some programs are for. */
export interface Audit {
	/** By subject. */
	readonly outcomes: readonly (readonly Outcome[])[];
	readonly sites: readonly Site[];
	/** What happens although nothing is weakened, and what bounded that search. */
	readonly possible: readonly Happening[];
	readonly limits: readonly Limit[];
	/** Whether all that is asked for happens: then there is nothing to find out by weakening. */
	readonly isExhausted: boolean;
	/** In the order of the text; of a site, strongest first. */
	readonly rows: readonly Row[];
	/** All maximal ones, cheapest first. Each was searched itself. */
	readonly together: readonly Choice[];
	/** Steps that are fine one by one and not together: sets without a superfluous one. */
	readonly clashes: readonly Choice[];
	/** Whether `together` and `clashes` are all that there are. */
	readonly areAllSets: boolean;
	/** Where something happens. */
	readonly repairs?: Repairs;
	/** What all orderings cost as they stand. */
	readonly cost: number;
	readonly searches: number;
	readonly isComplete: boolean;
}

/** How an audit is made. */
export interface AuditOptions {
	readonly run: Run;
	readonly now: () => number;
	readonly machine: Machine;
	/** Whether to go on: asked before each search. */
	readonly mayGoOn: () => boolean;
	/** Whether one outcome is enough to call an ordering needed. */
	readonly first: boolean;
	/** Whether dependencies are cut, too; each takes as many values to be guessed as stand in the program. */
	readonly dependencies: boolean;
	/** Which places are looked at; all if absent. */
	readonly isAudited?: (span: Span) => boolean;
	/** Whether repairs are looked for where something happens. */
	readonly repairs: boolean;
}

/**
 * Weakens every ordering of some programs step by step, each alone, then as many together as can be; where something happens that
 * should not, looks for what is missing. Costs a search of each program for each step that is not enough to decide by what is known, and some for each set.
 */
export async function audit(subjects: readonly Subject[], options: AuditOptions): Promise<Audit> {
	const { run, now, machine, mayGoOn, first, dependencies, isAudited = () => true } = options;
	const sites = sitesOf(subjects.map(({ program }) => program)).filter(
		({ kind, spans }) => (dependencies || kind !== "dependency") && spans.every(isAudited),
	);
	const trial = new Trial(subjects, sites, run);
	const base = await trial.base();
	const happens = new Set(base.possible.map(keyOf));
	const isFresh = (subject: number, outcome: number): boolean => !happens.has(keyOf({ subject, outcome }));
	const isExhausted = subjects.every((_, subject) =>
		[...trial.outcomesOf(subject).keys()].every((outcome) => !isFresh(subject, outcome)),
	);
	const rows: Row[] = [];
	for (const [site, { weaker, kind }] of isExhausted ? [] : sites.entries()) {
		const failed: Level[] = [];
		for (const alternative of weaker) {
			const from = failed.find((level) => isAtLeast(level, alternative.to));
			const started = now();
			const finding: Row["finding"] =
				from !== undefined
					? { kind: "follows", from }
					: mayGoOn()
						? await trial.look(new Map([[site, alternative.to]]), isFresh, first)
						: { kind: "open", limits: ["interrupted"] };
			if (finding.kind === "broken") failed.push(alternative.to);
			if (kind === "dependency" && finding.kind !== "broken") continue;
			rows.push({ site, alternative, finding, seconds: (now() - started) / 1000 });
		}
	}
	const fine = rows.filter(
		({ site, finding }) => finding.kind === "fine" && sites[site].kind !== "dependency",
	);
	const saved = ({ site, alternative }: Step): number =>
		costOf(machine, sites[site].kind, sites[site].level) - costOf(machine, sites[site].kind, alternative.to);
	const elements = [...fine.keys()].sort((one, other) => saved(fine[other]) - saved(fine[one]));
	const boundary = await findBoundary(
		elements,
		async (set) => (await trial.look(changesOf(fine, set, sites, meet), isFresh, true)).kind,
		{ mayGoOn },
	);
	const choiceOf = (set: ReadonlySet<number>): Choice =>
		choice(changesOf(fine, set, sites, meet), sites, machine);
	const repairs =
		base.possible.length === 0 || !options.repairs
			? undefined
			: await findRepairs(subjects, base.possible, { run, machine, mayGoOn });
	const together = boundary.maximal.map(choiceOf).filter(({ steps }) => steps.length > 0);
	return {
		outcomes: subjects.map((_, subject) => trial.outcomesOf(subject)),
		sites,
		...base,
		isExhausted,
		rows,
		together: distinct(together).sort((one, other) => one.cost - other.cost),
		clashes: withoutWeaker(distinct(boundary.minimal.map(choiceOf)), isAtLeast),
		areAllSets: boundary.isComplete,
		...(repairs !== undefined && { repairs }),
		cost: choice(new Map(), sites, machine).cost,
		searches: trial.searches + (repairs?.searches ?? 0),
		isComplete:
			base.limits.length === 0 &&
			boundary.isComplete &&
			rows.every(({ finding }) => finding.kind !== "open") &&
			(repairs?.isComplete ?? true),
	};
}
