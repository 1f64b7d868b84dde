import type { Execution } from "../execution/execution.ts";
import type { Program } from "../execution/program.ts";
import type { Limit, Verdict } from "../execution/verdict.ts";
import { FinalState } from "./final-state.ts";
import type { Graph } from "./graph.ts";
import { termsOf } from "./terms-of.ts";
import { witnessOf } from "./witness.ts";

/** What a search has found so far. */
export class Tally {
	readonly #program: Program;
	readonly #states = new Set<string>();
	readonly flags = new Set<string>();
	readonly limits = new Set<Limit>();
	positive = 0;
	negative = 0;
	leaves = 0;
	deadEnds = 0;
	/** Candidates refused as soon as they were tried. */
	refused = 0;
	undetermined = 0;
	/** Whether some branch ended because a thread waits for ever. */
	waitedForEver = false;
	/** Whether the condition asks for the state of a lock, which means nothing to the memory model. */
	readonly #testsLock: boolean;
	#witness: Execution | undefined;
	#counterWitness: Execution | undefined;

	constructor(program: Program) {
		this.#program = program;
		this.#testsLock = termsOf(program.proposition).some(
			(term) => term.kind === "cell" && program.objects[program.cells[term.cell].object].isLock,
		);
	}

	/**
	 * Counts a complete, consistent execution.
	 * @param roles who plays whose part, in each of the executions that have final values of their own
	 * @param weight how many executions it stands for, a multiple of the number of `roles`
	 * @param path gives the decisions that led to it
	 * @returns whether the test's filter leaves any of them
	 */
	add(graph: Graph, roles: readonly (readonly number[])[], weight: number, path: () => string): boolean {
		this.leaves++;
		let counted = false;
		for (const parts of roles) if (this.#count(graph, parts, weight / roles.length, path)) counted = true;
		return counted;
	}

	#count(graph: Graph, roles: readonly number[], weight: number, path: () => string): boolean {
		const state = new FinalState(graph, roles);
		if (!state.satisfies(this.#program.filter)) return false;
		const printed = state.print(this.#program);
		this.#states.add(printed);
		if (this.#testsLock) this.flags.add("lock-final");
		if (state.satisfies(this.#program.proposition)) {
			this.positive += weight;
			this.#witness ??= witnessOf(graph, printed, path());
		} else {
			this.negative += weight;
			this.#counterWitness ??= witnessOf(graph, printed, path());
		}
		return true;
	}

	/** The verdict on what has been counted; incomplete if a limit was hit. */
	verdict(): Verdict {
		const { positive, negative } = this;
		const findings = {
			positive,
			negative,
			states: [...this.#states].sort(),
			flags: [...this.flags].sort(),
			deadlock: this.leaves === 0 && this.waitedForEver,
			undetermined: this.undetermined,
			explored: { executions: this.leaves, deadEnds: this.deadEnds },
			...(this.#witness === undefined ? {} : { witness: this.#witness }),
			...(this.#counterWitness === undefined ? {} : { counterWitness: this.#counterWitness }),
		};
		if (this.limits.size > 0) return { kind: "incomplete", limits: [...this.limits].sort(), ...findings };
		return { kind: this.#holds() ? "holds" : "violated", ...findings };
	}

	#holds(): boolean {
		switch (this.#program.quantifier) {
			case "exists":
				return this.positive > 0;
			case "~exists":
				return this.positive === 0;
			case "forall":
				return this.negative === 0;
		}
	}
}
