import { addCounts, type Count } from "../execution/count.ts";
import type { Execution } from "../execution/execution.ts";
import type { Program } from "../execution/program.ts";
import type { Stuck } from "../execution/stuck.ts";
import type { Limit, Verdict } from "../execution/verdict.ts";
import type { Ending, EndingLayout } from "./ending.ts";
import { FinalState } from "./final-state.ts";
import type { Found, Harvest } from "./harvest.ts";
import type { Properties } from "./properties.ts";
import type { TallyState } from "./sharing/check-state.ts";
import { termsOf } from "./terms-of.ts";

/** What a test says of an ending. */
interface Opinion {
	/** Whether its filter leaves it. */
	readonly passes: boolean;
	readonly isPositive: boolean;
	readonly state: string;
	/** The properties that tell twins apart and happen in it, by their place among the program's. */
	readonly happening: readonly number[];
}

/** Limits that are of the program, and not of how long or how far it was looked at. */
const OF_PROGRAM: ReadonlySet<Limit> = new Set<Limit>(["unroll", "steps"]);

/** What a search has met so far, and what its findings come to. */
export class Tally {
	readonly #program: Program;
	readonly #layout: EndingLayout;
	readonly #properties: Properties;
	readonly #opinions = new Map<string, Opinion>();
	readonly flags = new Set<string>();
	readonly limits = new Set<Limit>();
	leaves = 0;
	deadEnds = 0;
	/** Candidates refused as soon as they were tried. */
	refused = 0;
	/** What a branch came to that ended because a thread waits for ever, and how many threads might have gone on there. */
	stuck: (Stuck & { readonly unsettled: number }) | undefined;
	/** Whether the condition asks for the state of a lock, which means nothing to the memory model. */
	readonly #testsLock: boolean;
	#witness: Execution | undefined;
	#counterWitness: Execution | undefined;

	constructor(program: Program, layout: EndingLayout, properties: Properties) {
		this.#program = program;
		this.#layout = layout;
		this.#properties = properties;
		this.#testsLock = termsOf(program.proposition).some(
			(term) => term.kind === "cell" && program.cells[term.cell].isLock,
		);
	}

	/** What was met, as plain data. */
	save(): TallyState {
		const { flags, limits, leaves, deadEnds, refused, stuck } = this;
		return {
			flags: [...flags],
			limits: [...limits].filter((limit) => OF_PROGRAM.has(limit)),
			leaves,
			deadEnds,
			refused,
			...(stuck !== undefined && { stuck }),
			...(this.#witness !== undefined && { witness: this.#witness }),
			...(this.#counterWitness !== undefined && { counterWitness: this.#counterWitness }),
			properties: this.#properties.save(),
		};
	}

	/** Takes over what `save` gave instead of what was met, before a property was found. */
	load(state: TallyState): void {
		this.flags.clear();
		this.limits.clear();
		for (const flag of state.flags) this.flags.add(flag);
		for (const limit of state.limits) this.limits.add(limit);
		this.leaves = state.leaves;
		this.deadEnds = state.deadEnds;
		this.refused = state.refused;
		this.stuck = state.stuck;
		this.#witness = state.witness;
		this.#counterWitness = state.counterWitness;
		this.#properties.load(state.properties);
	}

	/** Whether a test's filter leaves executions that end so. */
	passes(ending: Ending): boolean {
		return this.#opinionOf(ending).passes;
	}

	/** The state that executions print which end so. */
	stateOf(ending: Ending): string {
		return this.#opinionOf(ending).state;
	}

	/** Whether nothing is to be learned from an execution that ends so but that there is one more. */
	knows(ending: Ending): boolean {
		const { passes, isPositive } = this.#opinionOf(ending);
		return !passes || (isPositive ? this.#witness : this.#counterWitness) !== undefined;
	}

	/**
	 * Looks at an execution that was met.
	 * @param witness makes a lasting copy of it that ends in a state
	 */
	meet(ending: Ending, witness: (state: string) => Execution): void {
		this.leaves++;
		const { passes, isPositive, state, happening } = this.#opinionOf(ending);
		if (!passes) return;
		for (const property of happening) this.#properties.found(property, () => witness(state));
		if (isPositive) this.#witness ??= witness(state);
		else this.#counterWitness ??= witness(state);
	}

	#opinionOf(ending: Ending): Opinion {
		let opinion = this.#opinions.get(ending.key);
		if (opinion === undefined) {
			const state = new FinalState(this.#program, this.#layout.values(ending));
			const { properties = [] } = this.#program;
			opinion = {
				passes: state.satisfies(this.#program.filter),
				isPositive: state.satisfies(this.#program.proposition),
				state: state.print(),
				happening: [...properties.keys()].filter((index) => {
					const property = properties[index];
					if (property.kind !== "final" || !this.#layout.namesTwins(property.proposition)) return false;
					return state.satisfies(property.proposition);
				}),
			};
			this.#opinions.set(ending.key, opinion);
		}
		return opinion;
	}

	/**
	 * The verdict on what has been found; incomplete if a limit was hit.
	 * @param reconstruct makes an execution that was found, but not met itself, from one that it is up to renaming
	 */
	verdict(harvest: Harvest, reconstruct: (found: Found) => Execution): Verdict {
		let positive: Count = 0;
		let negative: Count = 0;
		const states = new Set<string>();
		const flags = new Set(this.flags);
		for (const found of harvest.found()) {
			const { passes, isPositive, state, happening } = this.#opinionOf(found.ending);
			if (!passes) continue;
			for (const property of happening) this.#properties.found(property, () => reconstruct(found));
			states.add(state);
			for (const flag of found.flags) flags.add(flag);
			if (isPositive) {
				positive = addCounts(positive, found.count);
				this.#witness ??= reconstruct(found);
			} else {
				negative = addCounts(negative, found.count);
				this.#counterWitness ??= reconstruct(found);
			}
		}
		if (this.#testsLock && states.size > 0) flags.add("lock-final");
		const properties = this.#properties.findings();
		const stuck = this.leaves === 0 ? this.stuck : undefined;
		const findings = {
			positive,
			negative,
			states: [...states].sort(),
			flags: [...flags].sort(),
			deadlock: stuck !== undefined,
			...(stuck !== undefined && { stuck: { execution: stuck.execution, waits: stuck.waits } }),
			undetermined: harvest.undetermined,
			properties,
			explored: { executions: this.leaves, deadEnds: this.deadEnds },
			...(this.#witness === undefined ? {} : { witness: this.#witness }),
			...(this.#counterWitness === undefined ? {} : { counterWitness: this.#counterWitness }),
		};
		if (this.limits.size > 0) return { kind: "incomplete", limits: [...this.limits].sort(), ...findings };
		const isHeld = this.#holds(positive, negative) && !properties.some(({ happens }) => happens);
		return { kind: isHeld ? "holds" : "violated", ...findings };
	}

	#holds(positive: Count, negative: Count): boolean {
		switch (this.#program.quantifier) {
			case "exists":
				return positive > 0;
			case "~exists":
				return positive === 0;
			case "forall":
				return negative === 0;
		}
	}
}
