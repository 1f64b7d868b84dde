import type { Axiom, Model } from "../cat/model.ts";
import { type CheckRun, startCheck } from "../checker/start-check.ts";
import type { Execution } from "../execution/execution.ts";
import type { Program } from "../execution/program.ts";
import type { Proposition } from "../execution/proposition.ts";
import { type Candidate, isSimpler, judgeCandidate } from "./candidate.ts";
import { reorderings } from "./step-order.ts";
import { weakenModel } from "./weaken-model.ts";

/** Candidates of one search that are looked at. */
const CANDIDATE_BOUND = 4000;

/** Steps that a search goes on for at a time, and milliseconds that are never over by then. */
const STEPS = 32;
const UNHURRIED = Number.MAX_SAFE_INTEGER;

/** What is looked for. */
export interface Wanted {
	readonly program: Program;
	readonly model: Model;
	readonly proposition: Proposition;
	/** A property, by its place, that has to happen, too. */
	readonly property?: number;
	readonly unroll: number;
}

/** Looks for executions with an outcome that break no other axioms than some. */
export class CandidateSearch {
	readonly dropped: readonly Axiom[];
	readonly #run: CheckRun;
	/** The simplest that was met. */
	best: Candidate | undefined;
	/** Whether there is nothing left to do. */
	isDone = false;
	#met = 0;

	constructor({ program, model, proposition, property, unroll }: Wanted, dropped: readonly Axiom[]) {
		this.dropped = dropped;
		const { properties: _, ...plain } = program;
		const weak = weakenModel(model, dropped);
		const asked: Program = {
			...(property === undefined ? plain : program),
			proposition: { kind: "true" },
			quantifier: "exists",
		};
		let happens = true;
		this.#run = startCheck(asked, weak, {
			unroll,
			...(property !== undefined && {
				visit: (leaf) => {
					happens = leaf.isComplete && leaf.happens(property) !== false;
				},
			}),
			quest: {
				proposition,
				latestFirst: true,
				meet: (execution) => {
					if (!happens) return false;
					this.#met++;
					this.#look(execution(), model);
					return this.#met >= CANDIDATE_BOUND;
				},
			},
		});
	}

	#look(execution: Execution, model: Model): void {
		// One axiom is broken at least.
		const most = this.best?.cycles.length === 1 ? this.best.moved : Number.POSITIVE_INFINITY;
		const moved = reorderings(execution, most);
		if (moved > most) return;
		const candidate = judgeCandidate(execution, moved, model, this.dropped);
		if (this.best === undefined || isSimpler(candidate, this.best)) this.best = candidate;
	}

	/** Goes on for a number of steps that is always the same, so that what is found does not hang on the time it takes. */
	advance(): void {
		if (!this.isDone) this.isDone = this.#run.advance(UNHURRIED, STEPS);
	}

	/** Whether it has met all executions that there are; all but such as compute values from each other in a circle; or not even those. */
	get end(): "all" | "circular" | "bound" {
		if (!this.isDone) return "bound";
		const { kind, undetermined } = this.#run.verdict();
		if (kind === "incomplete") return "bound";
		return undetermined > 0 ? "circular" : "all";
	}
}
