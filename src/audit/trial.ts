import type { Program } from "../execution/program.ts";
import type { Limit, Verdict } from "../execution/verdict.ts";
import { asking, type Outcome } from "../explain/pairs/outcomes.ts";
import { type Changes, changeProgram } from "./change-program.ts";
import type { Level } from "./level.ts";
import type { Site } from "./site.ts";

/** A program that is looked at, and how it is called. */
export interface Subject {
	readonly name: string;
	readonly program: Program;
}

/** Something that happens in a subject. */
export interface Happening {
	/** Numbers of the subject, and of the outcome among what it asks for. */
	readonly subject: number;
	readonly outcome: number;
	/** How, in a sentence, where the property says so. */
	readonly detail?: string;
}

/** Names an outcome of a subject. */
export function keyOf({ subject, outcome }: Pick<Happening, "subject" | "outcome">): string {
	return `${subject}:${outcome}`;
}

/** What was found about the subjects with some changes. */
export type Finding =
	/** Nothing that is looked for happens; all was searched. */
	| { readonly kind: "fine" }
	| { readonly kind: "broken"; readonly happenings: readonly Happening[] }
	/** Nothing was met, but not all was searched. */
	| { readonly kind: "open"; readonly limits: readonly Limit[] };

/**
 * Searches a program.
 * @param subject its number
 * @param first whether one outcome is enough
 */
export type Run = (program: Program, subject: number, first: boolean) => Promise<Verdict>;

/** Puts subjects with changes to the test. */
export class Trial {
	readonly #subjects: readonly Subject[];
	readonly #sites: readonly Site[];
	readonly #run: Run;
	readonly #asked: readonly { readonly program: Program; readonly outcomes: readonly Outcome[] }[];
	/** Subjects by number, those first that showed something last. */
	#order: number[];
	/** What was found, by subject, outcomes and changes that matter to it. */
	readonly #found = new Map<string, Finding>();
	/** How many searches there were. */
	searches = 0;

	constructor(subjects: readonly Subject[], sites: readonly Site[], run: Run) {
		this.#subjects = subjects;
		this.#sites = sites;
		this.#run = run;
		this.#asked = subjects.map(({ program }) => asking(program));
		this.#order = [...subjects.keys()];
	}

	/** What a subject can be asked about. */
	outcomesOf(subject: number): readonly Outcome[] {
		return this.#asked[subject].outcomes;
	}

	/** What happens as the subjects are, and whether that is all. */
	async base(): Promise<{ readonly possible: readonly Happening[]; readonly limits: readonly Limit[] }> {
		const possible: Happening[] = [];
		const limits = new Set<Limit>();
		for (const subject of this.#subjects.keys()) {
			this.searches++;
			const verdict = await this.#run(this.#asked[subject].program, subject, false);
			possible.push(...happeningsOf(verdict, subject, [...verdict.properties.keys()]));
			for (const limit of limitsOf(verdict)) limits.add(limit);
		}
		return { possible, limits: [...limits] };
	}

	/**
	 * Whether one of some outcomes happens with changes; subjects after the first that shows one are not looked at.
	 * @param about tells by subject and outcome what is looked for
	 * @param first whether one outcome is enough
	 */
	async look(
		changes: ReadonlyMap<number, Level>,
		about: (subject: number, outcome: number) => boolean,
		first: boolean,
	): Promise<Finding> {
		const limits = new Set<Limit>();
		for (const subject of this.#order) {
			const finding = await this.#lookAt(subject, changes, about, first);
			if (finding.kind === "broken") {
				this.#order = [subject, ...this.#order.filter((other) => other !== subject)];
				return finding;
			}
			if (finding.kind === "open") for (const limit of finding.limits) limits.add(limit);
		}
		return limits.size === 0 ? { kind: "fine" } : { kind: "open", limits: [...limits] };
	}

	async #lookAt(
		subject: number,
		changes: Changes,
		about: (subject: number, outcome: number) => boolean,
		first: boolean,
	): Promise<Finding> {
		const { program } = this.#asked[subject];
		const numbers = [...(program.properties ?? []).keys()].filter((outcome) => about(subject, outcome));
		if (numbers.length === 0) return { kind: "fine" };
		// A change of what a subject does not run leaves it as it is.
		const own = [...changes].filter(([site]) =>
			this.#sites[site].spots.some((spot) => spot.subject === subject),
		);
		const key = JSON.stringify([subject, first, numbers, own.sort(([one], [other]) => one - other)]);
		const known = this.#found.get(key);
		if (known !== undefined) return known;
		const changed = this.#changed(program, subject, numbers, new Map(own));
		if (changed === undefined) return { kind: "open", limits: ["memory"] };
		this.searches++;
		const verdict = await this.#run(changed, subject, first);
		const happenings = happeningsOf(verdict, subject, numbers);
		const limits = limitsOf(verdict);
		const finding: Finding =
			happenings.length > 0
				? { kind: "broken", happenings }
				: limits.length > 0
					? { kind: "open", limits }
					: { kind: "fine" };
		this.#found.set(key, finding);
		return finding;
	}

	/** A program that asks for some of its outcomes only; assertions stay where they are, for the code names them by number. */
	#changed(
		program: Program,
		subject: number,
		numbers: readonly number[],
		changes: Changes,
	): Program | undefined {
		const { properties = [] } = program;
		const place = new Map(numbers.map((outcome, at) => [outcome, at]));
		const narrowed: Program = {
			...program,
			properties: numbers.map((outcome) => properties[outcome]),
			threads: program.threads.map((thread) => ({
				...thread,
				code: thread.code.map((instruction) => {
					if (instruction.kind !== "assert") return instruction;
					const property = place.get(instruction.property);
					if (property !== undefined) return { ...instruction, property };
					return { ...instruction, property: numbers.length };
				}),
			})),
		};
		return changeProgram(narrowed, subject, this.#sites, changes);
	}
}

function happeningsOf(verdict: Verdict, subject: number, numbers: readonly number[]): Happening[] {
	return verdict.properties.flatMap(({ happens, detail }, at) =>
		happens ? [{ subject, outcome: numbers[at], ...(detail !== undefined && { detail }) }] : [],
	);
}

function limitsOf(verdict: Verdict): readonly Limit[] {
	return verdict.kind === "incomplete" ? verdict.limits.filter((limit) => limit !== "decided") : [];
}
