import { Candidates } from "./candidates.ts";
import type { Decision } from "./decision.ts";
import { Planner } from "./planner.ts";
import { Runner } from "./runner.ts";
import type { SearchParts } from "./search-parts.ts";
import { supplyOf } from "./supply-of.ts";
import type { Choice } from "./symmetry.ts";
import { witnessOf } from "./witness.ts";

/** A partial execution whose ways on are being tried. */
interface Frame {
	readonly decisions: readonly Decision[];
	next: number;
	readonly mark: number;
	readonly assumptions: number;
	/** Whether the axioms had been tested on it. */
	readonly tested: boolean;
	/** Whether some decision could be entered. */
	fruitful: boolean;
}

/** Steps between two looks at the clock. */
const STEPS_A_LOOK = 32;

/**
 * The search for all consistent executions of a program, each reached along exactly one path. Threads run
 * as far as they can with reads that have no value yet; a decision gives a read its source or puts it off
 * to writes that do not exist yet. docs/search.md argues why nothing is missed or met twice.
 */
export class Search {
	readonly #parts: SearchParts;
	readonly #planner: Planner;
	readonly #runner: Runner;
	readonly #frames: Frame[] = [];
	#started = false;
	/** Whether the axioms have been tested on the graph as it is. */
	#tested = false;

	constructor(parts: SearchParts) {
		this.#parts = parts;
		const candidates = new Candidates(parts.graph, parts.coherence);
		this.#planner = new Planner(parts, candidates);
		this.#runner = new Runner(parts);
	}

	/**
	 * Goes on for about so many milliseconds.
	 * @returns whether the search is finished
	 * @throws CapacityExceeded if the graph is too small; the search cannot go on then
	 */
	advance(milliseconds: number): boolean {
		const end = performance.now() + milliseconds;
		if (!this.#started) {
			this.#started = true;
			if (this.#runner.start()) this.#open();
			else this.#parts.tally.deadEnds++;
		}
		for (let steps = 1; this.#frames.length > 0; steps++) {
			this.#step();
			if (steps % STEPS_A_LOOK === 0 && performance.now() >= end) break;
		}
		return this.#frames.length === 0;
	}

	#step(): void {
		const { graph, tally } = this.#parts;
		const frame = this.#frames[this.#frames.length - 1];
		graph.undoTo(frame.mark);
		this.#runner.assumptions.length = frame.assumptions;
		this.#tested = frame.tested;
		if (frame.next === frame.decisions.length) {
			if (!frame.fruitful) tally.deadEnds++;
			this.#frames.pop();
			return;
		}
		const decision = frame.decisions[frame.next++];
		if (this.#enter(decision, frame.decisions.length === 1)) {
			frame.fruitful = true;
			this.#open();
		} else tally.refused++;
	}

	/**
	 * Takes a decision with all that follows from it.
	 * @param forced whether it is the only one: what is wrong with it shows at the next test anyway
	 * @returns whether the graph is still consistent as far as was looked
	 */
	#enter(decision: Decision, forced: boolean): boolean {
		if (decision.kind === "postpone" || decision.kind === "postpone-lock") {
			this.#runner.postpone(decision);
			return true;
		}
		this.#tested = false;
		if (decision.kind === "circular") {
			if (this.#runner.tryCircular(decision) && this.#test()) this.#parts.tally.undetermined++;
			return false;
		}
		return this.#runner.take(decision) && (forced || this.#test());
	}

	#test(): boolean {
		const { consistency, graph } = this.#parts;
		this.#tested = true;
		return consistency.testEarly(graph);
	}

	/** Looks at the graph that a decision led to: an execution, a dead end, or something to decide. */
	#open(): void {
		const { graph, tally } = this.#parts;
		const decisions = this.#planner.plan();
		if (decisions === "dead") tally.deadEnds++;
		else if (decisions === "complete") this.#close();
		else
			this.#frames.push({
				decisions,
				next: 0,
				mark: graph.mark(),
				assumptions: this.#runner.assumptions.length,
				tested: this.#tested,
				fruitful: false,
			});
	}

	/** Judges a graph on which everything is decided. */
	#close(): void {
		const { graph, tally, consistency } = this.#parts;
		if (!(this.#tested || this.#test()) || !consistency.testLate(graph)) {
			tally.deadEnds++;
			return;
		}
		const odd = graph.nodes.find(({ stop }) => stop.kind !== "done")?.stop;
		if (odd !== undefined) {
			if (odd.kind === "cut") tally.limits.add(odd.limit);
			else tally.flags.add("undefined-behaviour");
			return;
		}
		const opinion = this.#parts.interpret?.(supplyOf(witnessOf(graph, "", "")));
		if (opinion?.allowed === 0) {
			tally.deadEnds++;
			return;
		}
		const choices = this.#choices();
		const weight = choices.reduce((product, { alike }) => product * alike.length, opinion?.allowed ?? 1);
		const roles = this.#parts.symmetry.roles(choices, graph.nodes.length);
		if (!tally.add(graph, roles, weight, () => this.#path())) return;
		for (const flag of consistency.raisedFlags(tally.flags)) tally.flags.add(flag);
		for (const flag of opinion?.flags ?? []) tally.flags.add(flag);
	}

	#choices(): Choice[] {
		const found: Choice[] = [];
		for (const { decisions, next } of this.#frames) {
			const decision = decisions[next - 1];
			if (decision.kind === "lock" && decision.alike.length > 1)
				found.push({ chosen: decision.thread, alike: decision.alike });
		}
		return found;
	}

	/** The decisions that led here, as the number of each among those there were; forced ones are left out. */
	#path(): string {
		return this.#frames
			.filter(({ decisions }) => decisions.length > 1)
			.map(({ next }) => next - 1)
			.join(".");
	}
}
