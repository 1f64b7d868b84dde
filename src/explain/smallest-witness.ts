import type { Model } from "../cat/model.ts";
import type { Leaf } from "../checker/leaf.ts";
import type { CheckOptions } from "../checker/options.ts";
import { type CheckRun, startCheck } from "../checker/start-check.ts";
import { Symmetry } from "../checker/symmetry.ts";
import { termsOf } from "../checker/terms-of.ts";
import type { Execution } from "../execution/execution.ts";
import type { Program } from "../execution/program.ts";
import type { Proposition } from "../execution/proposition.ts";
import type { Verdict } from "../execution/verdict.ts";
import { reorderings } from "./step-order.ts";

/** What an execution has to show. */
export type Wanted =
	| { readonly kind: "outcome"; readonly proposition: Proposition }
	/** A property of the program, by its place. */
	| { readonly kind: "property"; readonly property: number }
	| { readonly kind: "flag"; readonly flag: string };

/** An execution that shows what is wanted. */
export interface Witness {
	readonly execution: Execution;
	/** How the property happens in it, where it says so. */
	readonly detail?: string;
}

/** What the search for a smallest witness found. */
export interface Smallest {
	readonly verdict: Verdict;
	/** The one that takes fewest threads, then fewest events, then fewest out of program order; absent if there is none. */
	readonly witness?: Witness;
	/** Executions that showed what is wanted, those the same up to renaming once. */
	readonly candidates: number;
	/** Whether threads of one body were explored up to renaming: the witness's path hangs on it. */
	readonly isSymmetric: boolean;
}

/** How hard an execution is to read: threads, events, events out of program order, changes of thread. The first difference counts. */
type Cost = readonly number[];

/** A search that can be taken a little at a time. */
export class SmallestWitness {
	readonly #wanted: Wanted;
	readonly #run: CheckRun;
	#best: { readonly cost: Cost; readonly witness: Witness } | undefined;
	#candidates = 0;
	readonly #isSymmetric: boolean;

	constructor(program: Program, model: Model, wanted: Wanted, options: CheckOptions) {
		this.#wanted = wanted;
		// Of executions that twins' names tell apart, one is shown: it need not be the one that is asked for.
		this.#isSymmetric = options.symmetry !== false && !tellsTwinsApart(program, wanted);
		this.#run = startCheck(program, model, {
			...options,
			symmetry: this.#isSymmetric,
			visit: (leaf) => this.#look(leaf),
			...(wanted.kind === "outcome" && {
				quest: { proposition: wanted.proposition, meet: () => false },
			}),
		});
	}

	/**
	 * Goes on for about so many milliseconds.
	 * @returns whether there is nothing left to do
	 */
	advance(milliseconds: number): boolean {
		return this.#run.advance(milliseconds);
	}

	/** What is known: the smallest of all once `advance` has returned true and the verdict is complete. */
	found(): Smallest {
		return {
			verdict: this.#run.verdict(),
			candidates: this.#candidates,
			isSymmetric: this.#isSymmetric,
			...(this.#best !== undefined && { witness: this.#best.witness }),
		};
	}

	#look(leaf: Leaf): void {
		const shown = this.#shows(leaf);
		if (shown === false) return;
		this.#candidates++;
		const size = [leaf.threads, leaf.events];
		if (this.#best !== undefined && compare(size, this.#best.cost) > 0) return;
		if (this.#best !== undefined && compare(size, this.#best.cost) === 0 && this.#best.cost[2] === 0) return;
		const execution = leaf.copy();
		const cost = [...size, reorderings(execution)];
		if (this.#best !== undefined && compare(cost, this.#best.cost) >= 0) return;
		const detail = typeof shown === "string" ? { detail: shown } : {};
		this.#best = { cost, witness: { execution, ...detail } };
	}

	#shows(leaf: Leaf): boolean | string {
		switch (this.#wanted.kind) {
			case "outcome":
				return leaf.isComplete && leaf.satisfies(this.#wanted.proposition);
			case "property":
				return leaf.happens(this.#wanted.property);
			case "flag":
				return leaf.flags().includes(this.#wanted.flag);
		}
	}
}

/** Negative if one cost is less than another, as far as both go. */
function compare(one: Cost, other: Cost): number {
	for (let at = 0; at < Math.min(one.length, other.length); at++)
		if (one[at] !== other[at]) return one[at] - other[at];
	return 0;
}

function tellsTwinsApart(program: Program, wanted: Wanted): boolean {
	const { classes } = new Symmetry(program, true);
	const propositions: Proposition[] = [];
	if (wanted.kind === "outcome") propositions.push(wanted.proposition);
	const property = wanted.kind === "property" ? program.properties?.[wanted.property] : undefined;
	if (property?.kind === "final") propositions.push(property.proposition);
	return propositions
		.flatMap(termsOf)
		.some((term) => term.kind === "local" && classes[term.thread].length > 1);
}
