import type { Execution } from "../execution/execution.ts";
import { Candidates } from "./candidates.ts";
import type { Decision, Way } from "./decision.ts";
import { endOf } from "./end-of.ts";
import { FinalState } from "./final-state.ts";
import { finalValues } from "./final-values.ts";
import type { GraphForm } from "./graph-form.ts";
import { Harvest } from "./harvest.ts";
import { KnownSubtrees } from "./known-subtrees.ts";
import type { Leaf } from "./leaf.ts";
import { NotedGraph } from "./noted-graph.ts";
import { Planner } from "./planner.ts";
import { Runner } from "./runner.ts";
import type { SearchParts } from "./search-parts.ts";
import { supplyOf } from "./supply-of.ts";
import { waysOf } from "./ways.ts";
import { witnessOf } from "./witness.ts";

/** A partial execution whose ways on are being tried. */
interface Frame {
	readonly ways: readonly Way[];
	next: number;
	readonly mark: number;
	readonly assumptions: number;
	/** Whether the axioms had been tested on it. */
	readonly tested: boolean;
	/** Whether some decision could be entered. */
	fruitful: boolean;
	/** What was found below it, but for the way that is being tried. */
	readonly harvest: Harvest;
	/** Its form, if it is worth being known again. */
	readonly form: GraphForm | undefined;
}

const NO_FLAGS: ReadonlySet<string> = new Set();

/** Steps between two looks at the clock. */
const STEPS_A_LOOK = 32;

/**
 * The search for all consistent executions of a program, each reached along exactly one path. Threads run
 * as far as they can with reads that have no value yet; a decision gives a read its source or puts it off
 * to writes that do not exist yet. Of partial executions that are the same up to renaming twins one is
 * explored. docs/search.md argues why nothing is missed or counted twice.
 */
export class Search {
	readonly #parts: SearchParts;
	readonly #planner: Planner;
	readonly #runner: Runner;
	readonly #frames: Frame[] = [];
	/** What was found; in a program with twins what the frames have is still to be added. */
	readonly #harvest = new Harvest();
	readonly #subtrees = new KnownSubtrees();
	#started = false;
	/** Whether the axioms have been tested on the graph as it is. */
	#tested = false;
	/** Whether what is looked for has been found as often as is wanted. */
	#hasEnough = false;

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
			this.#parts.likeness.forget();
			if (this.#runner.start()) this.#open();
			else this.#parts.tally.deadEnds++;
		}
		for (let steps = 1; this.#frames.length > 0; steps++) {
			this.#step();
			if (this.#isDecided()) return true;
			if (steps % STEPS_A_LOOK === 0 && performance.now() >= end) break;
		}
		return this.#frames.length === 0;
	}

	/** Whether what is left is not asked for. */
	#isDecided(): boolean {
		if (this.#hasEnough) {
			this.#parts.tally.limits.add("decided");
			return true;
		}
		const { stopsWhenDecided, stopsAtFirst, properties, tally } = this.#parts;
		if (this.#frames.length === 0) return false;
		if (!(stopsWhenDecided && properties.allHappen) && !(stopsAtFirst && properties.someHappens))
			return false;
		tally.limits.add("decided");
		return true;
	}

	#step(): void {
		const { graph, tally } = this.#parts;
		const frame = this.#frames[this.#frames.length - 1];
		graph.undoTo(frame.mark);
		this.#runner.assumptions.length = frame.assumptions;
		this.#tested = frame.tested;
		if (frame.next === frame.ways.length) {
			if (!frame.fruitful) tally.deadEnds++;
			this.#frames.pop();
			if (frame.form !== undefined) this.#subtrees.keep(frame.form, frame.harvest);
			this.#deliver(frame.harvest);
			return;
		}
		const { decision } = frame.ways[frame.next++];
		if (!this.#carryOut(decision)) {
			tally.refused++;
			return;
		}
		const isForced = frame.ways.length === 1;
		const form = isForced ? undefined : this.#form();
		// Without an alternative, what is wrong shows at the next test anyway; putting off makes nothing wrong.
		const isUnharmed = isForced || decision.kind === "postpone" || decision.kind === "postpone-lock";
		if (form !== undefined && this.#recognise(form)) frame.fruitful = true;
		else if (isUnharmed || this.#test()) {
			frame.fruitful = true;
			this.#open(form);
		} else tally.refused++;
	}

	/**
	 * Carries a decision out with all that follows from it.
	 * @returns whether the graph is still consistent as far as was looked
	 */
	#carryOut(decision: Decision): boolean {
		this.#parts.likeness.forget();
		if (decision.kind === "postpone" || decision.kind === "postpone-lock") {
			this.#runner.postpone(decision);
			return !("onlyForBroken" in decision) || this.#parts.properties.asksForBroken;
		}
		this.#tested = false;
		if (decision.kind !== "circular") return this.#runner.take(decision);
		if (this.#runner.tryCircular(decision) && this.#test()) this.#deliverUndetermined();
		return false;
	}

	/** The graph's form, in a program where that may be met again. */
	#form(): GraphForm | undefined {
		return this.#parts.symmetry.exists ? this.#parts.likeness.form() : undefined;
	}

	/** Adds what was found below a graph that is this one up to renaming; false if there was none. */
	#recognise(form: GraphForm): boolean {
		const known = this.#subtrees.find(form);
		if (known === undefined) return false;
		if (known.harvest.size === 0) this.#parts.tally.deadEnds++;
		this.#deliver(known.harvest, known.renaming);
		return true;
	}

	#test(): boolean {
		const { consistency, graph } = this.#parts;
		this.#tested = true;
		return consistency.testEarly(graph);
	}

	/**
	 * Looks at the graph that a decision led to: an execution, a dead end, or something to decide.
	 * @param form its form, if it has been looked up
	 */
	#open(form?: GraphForm): void {
		const { graph, tally, symmetry } = this.#parts;
		const decisions = this.#planner.plan();
		if (decisions === "dead") {
			tally.deadEnds++;
			return;
		}
		if (decisions === "complete") {
			this.#close(form);
			return;
		}
		const own = form ?? (decisions.length > 1 ? this.#form() : undefined);
		if (own !== undefined && form === undefined && this.#recognise(own)) return;
		this.#frames.push({
			ways: this.#inOrder(waysOf(this.#parts, decisions)),
			next: 0,
			mark: graph.mark(),
			assumptions: this.#runner.assumptions.length,
			tested: this.#tested,
			fruitful: false,
			harvest: symmetry.exists ? new Harvest() : this.#harvest,
			form: own,
		});
	}

	/** The ways in the order in which they are tried. */
	#inOrder(ways: readonly Way[]): readonly Way[] {
		if (this.#parts.quest?.latestFirst !== true || ways.some(({ decision }) => !("write" in decision)))
			return ways;
		return ways.toReversed();
	}

	/** Judges a graph on which everything is decided. */
	#close(form: GraphForm | undefined): void {
		const { graph, tally, consistency, layout, properties, program } = this.#parts;
		if (!(this.#tested || this.#test()) || !consistency.testLate(graph)) {
			tally.deadEnds++;
			return;
		}
		const end = endOf(graph);
		if (end.kind === "waits") {
			tally.deadEnds++;
			return;
		}
		if (end.kind === "cut") {
			tally.limits.add(end.limit);
			return;
		}
		const copy = (state: string): Execution => witnessOf(graph, state, this.#path());
		const opinion = this.#parts.interpret?.(supplyOf(witnessOf(graph, "", "")));
		if (end.kind === "broken") {
			if (end.ways.includes("undefined")) tally.flags.add("undefined-behaviour");
			if (opinion?.allowed === 0) return;
			const broken = (): Execution => copy(tally.stateOf(layout.of(graph)));
			properties.meetBroken(graph, end.ways, broken);
			this.#show(broken, false, (index) => properties.happensInBroken(index, graph, end.ways));
			return;
		}
		const noted = new NotedGraph(graph);
		if (opinion?.allowed === 0 || program.dismisses?.(noted)) {
			tally.deadEnds++;
			return;
		}
		const { quest } = this.#parts;
		if (quest !== undefined && !new FinalState(program, finalValues(graph)).satisfies(quest.proposition)) {
			tally.deadEnds++;
			return;
		}
		const ending = layout.of(graph);
		tally.meet(ending, copy);
		if (!layout.filterTellsTwinsApart && !tally.passes(ending)) return;
		const complete = (): Execution => copy(tally.stateOf(ending));
		if (this.#parts.visit !== undefined && tally.passes(ending)) {
			const flags = [...consistency.raisedFlags(NO_FLAGS), ...(opinion?.flags ?? [])];
			this.#show(complete, true, (index) => properties.happensIn(index, { graph, noted, flags }), flags);
		}
		if (quest !== undefined && tally.passes(ending)) this.#hasEnough ||= quest.meet(complete);
		const raised = [...consistency.raisedFlags(tally.flags), ...(opinion?.flags ?? [])];
		if (!layout.filterTellsTwinsApart) for (const flag of raised) tally.flags.add(flag);
		properties.meet({ graph, noted, flags: raised }, complete);
		const harvest = this.#parts.symmetry.exists ? new Harvest() : this.#harvest;
		const flags = layout.filterTellsTwinsApart ? new Set(raised) : NO_FLAGS;
		harvest.add(ending, flags, () => this.#path(), opinion?.allowed);
		if (form !== undefined) this.#subtrees.keep(form, harvest);
		this.#deliver(harvest);
	}

	/** Shows the graph to whoever wants to see executions. */
	#show(
		copy: Leaf["copy"],
		isComplete: boolean,
		happens: Leaf["happens"],
		flags: readonly string[] = [],
	): void {
		const { graph, visit, program } = this.#parts;
		visit?.({
			events: graph.events.length - program.cells.length,
			threads: graph.nodes.filter(({ events }) => events.length > 0).length,
			isComplete,
			satisfies: (proposition) => new FinalState(program, finalValues(graph)).satisfies(proposition),
			happens,
			flags: () => flags,
			copy,
		});
	}

	/** Adds what the way that is being tried led to, for itself and for those that it stands for. */
	#deliver(harvest: Harvest, renaming?: readonly number[]): void {
		if (!this.#parts.symmetry.exists) return;
		const frame = this.#frames.at(-1);
		if (frame === undefined) this.#harvest.absorb(harvest, 1, renaming);
		else if (renaming === undefined) this.#addTo(frame.harvest, frame, harvest);
		else {
			const renamed = new Harvest();
			renamed.absorb(harvest, 1, renaming);
			this.#addTo(frame.harvest, frame, renamed);
		}
	}

	#addTo(sum: Harvest, { ways, next }: Frame, harvest: Harvest): void {
		const { exchanges } = ways[next - 1];
		if (!this.#parts.layout.tellsTwinsApart) {
			sum.absorb(harvest, 1 + exchanges.length);
			return;
		}
		sum.absorb(harvest, 1);
		for (const [one, other] of exchanges)
			sum.absorb(
				harvest,
				1,
				this.#parts.graph.nodes.map((_, thread) =>
					thread === one ? other : thread === other ? one : thread,
				),
			);
	}

	#deliverUndetermined(): void {
		const harvest = this.#parts.symmetry.exists ? new Harvest() : this.#harvest;
		harvest.undetermined++;
		this.#deliver(harvest);
	}

	/** All that was found so far. */
	found(): Harvest {
		if (!this.#parts.symmetry.exists || this.#frames.length === 0) return this.#harvest;
		let below = new Harvest();
		for (const frame of this.#frames.toReversed()) {
			const sum = new Harvest();
			sum.absorb(frame.harvest, 1);
			if (frame.next > 0) this.#addTo(sum, frame, below);
			below = sum;
		}
		return below;
	}

	/**
	 * Takes the decisions that a path names, on a graph that nothing was decided on yet, and looks at the execution that they lead to.
	 * @param path as the search gave it for an execution that it met
	 * @returns whether the path leads to an end; the graph is what it leads to then
	 * @throws CapacityExceeded if the graph is too small
	 */
	replay(path: string): boolean {
		const turns = path === "" ? [] : path.split(".").map(Number);
		if (!this.#runner.start()) return false;
		for (let at = 0; ; ) {
			this.#parts.likeness.forget();
			const decisions = this.#planner.plan();
			if (typeof decisions === "string") {
				if (decisions === "dead" || at !== turns.length) return false;
				this.#close(undefined);
				return true;
			}
			const ways = waysOf(this.#parts, decisions);
			const way = ways.at(ways.length === 1 ? 0 : (turns[at++] ?? ways.length));
			if (way === undefined || way.decision.kind === "circular") return false;
			const { decision } = way;
			if (decision.kind === "postpone" || decision.kind === "postpone-lock") this.#runner.postpone(decision);
			else if (!this.#runner.take(decision)) return false;
		}
	}

	/** The decisions that led here, as the number of each among those there were; forced ones are left out. */
	#path(): string {
		return this.#frames
			.filter(({ ways }) => ways.length > 1)
			.map(({ next }) => next - 1)
			.join(".");
	}
}
