import type { Axiom, Model } from "../cat/model.ts";
import { recognise } from "../checker/evaluation/recognise.ts";
import type { Execution } from "../execution/execution.ts";
import type { Program } from "../execution/program.ts";
import type { Proposition } from "../execution/proposition.ts";
import { type Candidate, isSimpler } from "./candidate.ts";
import { CandidateSearch, type Wanted } from "./candidate-search.ts";
import type { EventCycle } from "./event-cycle.ts";
import { forbiddingAxioms } from "./weaken-model.ts";

/** Why no execution that a model allows has an outcome. */
export type WhyForbidden =
	/** An execution has it and breaks axioms. */
	| {
			readonly kind: "broken";
			readonly execution: Execution;
			/** For each axiom that it breaks, in the model's order, how. */
			readonly cycles: readonly EventCycle[];
			/** Whether all that could be simpler were looked at. */
			readonly isSimplest: boolean;
	  }
	/** No execution has it, whatever the memory model, so long as accesses to one location agree on an order: its values come about in none. */
	| { readonly kind: "values" }
	/** No execution has it, unless values that are computed from each other in a circle are taken to come out of nothing. */
	| { readonly kind: "circular" }
	/** An execution that the model allows has it. */
	| { readonly kind: "allowed"; readonly execution: Execution }
	/** None was found within the bounds. */
	| { readonly kind: "unknown" };

/** Bounds of looking for a reason. */
export interface WhyOptions {
	/** As for a check: how many iterations of a loop may depend on what was read. */
	readonly unroll: number;
	/** Seconds after which the best that is known has to do. */
	readonly seconds?: number;
}

/** Turns of all searches that follow the one in which something was found: at least so many. */
const LAST_TURNS = 4;
const DEFAULT_SECONDS = 20;

/**
 * Finds out why no execution of a program has an outcome: looks for one that has it, and that breaks as few axioms as possible, by a cycle as short
 * as possible. The model is weakened by one axiom after the other, the searches taking turns; then by all, and by some of those that
 * what was found then breaks. What is found does not hang on time unless the bound is met.
 *
 * @param wanted the outcome; or, by its place, a property of the program that complete executions have, but for flags; if absent, what the
 *   program's condition says never to happen
 */
export function whyForbidden(
	program: Program,
	model: Model,
	wanted: Proposition | number | undefined,
	{ unroll, seconds = DEFAULT_SECONDS }: WhyOptions,
): WhyForbidden {
	const quest = questFor(program, model, wanted, unroll);
	if (quest === undefined) return { kind: "unknown" };
	const end = performance.now() + seconds * 1000;
	const axioms = forbiddingAxioms(model);
	const single = searchInTurns(
		axioms.map((axiom) => new CandidateSearch(quest, [axiom])),
		end,
	);
	if (single.best !== undefined) return answer(model, single.best, single.isAll);
	const whole = axioms.length === 1 ? single : searchInTurns([new CandidateSearch(quest, axioms)], end);
	if (whole.best === undefined) {
		if (whole.isAll) return { kind: "values" };
		if (!whole.isCircular) return { kind: "unknown" };
		// A read from what its own thread writes later makes circles that no memory has.
		const others = axioms.filter((axiom) => recognise([axiom]).propagated.size === 0);
		const coherent = searchInTurns([new CandidateSearch(quest, others)], end);
		return { kind: coherent.isAll && coherent.best === undefined ? "values" : "circular" };
	}
	if (whole.isAll || performance.now() >= end) return answer(model, whole.best, whole.isAll);
	return answer(model, fewerAxioms(quest, whole.best, end), false);
}

/** Undefined for a property that is not one of executions that have completed, or that hangs on flags. */
function questFor(
	program: Program,
	model: Model,
	wanted: Proposition | number | undefined,
	unroll: number,
): Wanted | undefined {
	if (typeof wanted !== "number")
		return { program, model, proposition: wanted ?? outcomeOf(program), unroll };
	const property = program.properties?.[wanted];
	switch (property?.kind) {
		case "final":
			return { program, model, proposition: property.proposition, unroll };
		case "assertion":
		case "noted":
			return { program, model, proposition: { kind: "true" }, property: wanted, unroll };
		default:
			return undefined;
	}
}

/** The outcome that a program's condition asks for, or says never to happen; of a `forall`, that it fails. */
export function outcomeOf({ quantifier, proposition }: Program): Proposition {
	return quantifier === "forall" ? { kind: "not", operand: proposition } : proposition;
}

function answer(model: Model, { execution, cycles }: Candidate, isSimplest: boolean): WhyForbidden {
	if (cycles.length > 0) return { kind: "broken", execution, cycles, isSimplest };
	// What a model says beyond its axioms is not explained.
	return model.interpret === undefined ? { kind: "allowed", execution } : { kind: "unknown" };
}

/** What searches came to. */
interface Found {
	readonly best: Candidate | undefined;
	/** Whether they have met all executions; whether all but such as compute values from each other in a circle. */
	readonly isAll: boolean;
	readonly isCircular: boolean;
}

/** Lets searches take turns until one has found something, and a little longer for something simpler. */
function searchInTurns(searches: readonly CandidateSearch[], until: number): Found {
	let best: Candidate | undefined;
	let last = Number.POSITIVE_INFINITY;
	for (let turn = 1; turn <= last && searches.some(({ isDone }) => !isDone); turn++) {
		for (const search of searches) {
			search.advance();
			if (performance.now() >= until) last = 0;
		}
		for (const search of searches)
			if (search.best !== undefined && (best === undefined || isSimpler(search.best, best)))
				best = search.best;
		if (best !== undefined && last === Number.POSITIVE_INFINITY) last = turn + Math.max(turn, LAST_TURNS);
	}
	const ends = searches.map(({ end }) => end);
	return {
		best,
		isAll: ends.every((found) => found === "all"),
		isCircular: ends.every((found) => found !== "bound") && ends.includes("circular"),
	};
}

/** Looks for what breaks fewer of the axioms that a candidate does: first two of them, then three. */
function fewerAxioms(quest: Wanted, found: Candidate, end: number): Candidate {
	const broken = forbiddingAxioms(quest.model).filter(({ name }) =>
		found.cycles.some(({ axiom }) => axiom === name),
	);
	for (let size = 2; size < broken.length; size++) {
		const { best } = searchInTurns(
			choices(broken, size).map((dropped) => new CandidateSearch(quest, dropped)),
			end,
		);
		if (best !== undefined) return best;
		if (performance.now() >= end) break;
	}
	return found;
}

/** All ways to choose so many of a list's members, in their order. */
function choices(list: readonly Axiom[], size: number): Axiom[][] {
	if (size === 0) return [[]];
	return list.flatMap((first, i) => choices(list.slice(i + 1), size - 1).map((rest) => [first, ...rest]));
}
