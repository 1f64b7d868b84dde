import { UNDEFINED_RESULT } from "../../execution/arithmetic.ts";
import { sameValue, type Value } from "../../execution/value.ts";
import type { Candidates } from "../candidates.ts";
import type { OpenRead } from "../decision.ts";
import type { Ending as FinalEnding } from "../ending.ts";
import { Harvest } from "../harvest.ts";
import { resolveSymbol } from "../resolve-symbol.ts";
import type { Runner } from "../runner.ts";
import type { SearchParts } from "../search-parts.ts";
import type { Symbolic } from "../symbolic.ts";
import { type Fork, type LooseEnds, looseEnds } from "./loose-ends.ts";
import { OpenExecution } from "./open-execution.ts";
import { TailOrders } from "./tail-orders.ts";

/** Executions below which counting them one by one is as quick. */
const FEWEST = 16;
/** Ways in which forks can go together, and executions, beyond which nothing is counted together. */
const MOST_WAYS = 256;
const MOST = 2 ** 40;
/** For one graph that can be counted so, others that cannot, after which it is not tried any more. */
const PATIENCE = 16;
const NO_FLAGS: ReadonlySet<string> = new Set();

/** Executions that end alike, counted together. */
interface Group {
	readonly ending: FinalEnding;
	readonly count: number;
	readonly passes: boolean;
}

/**
 * Counts the executions below a graph without making them, where what is left to decide has no say in what else is decided, and nothing is to be
 * learned from any of them but that it is there: see docs/search.md. Where that is not certain, nothing is counted.
 */
export class CountTogether {
	readonly #parts: SearchParts;
	readonly #candidates: Candidates;
	readonly #runner: Runner;
	readonly #tails: TailOrders;
	/** Whether the model, and what the program asks, leave anything to be counted together. */
	readonly #isOfUse: boolean;
	/** How often that was tried, with success and without. */
	#counted = 0;
	#failed = 0;

	constructor(parts: SearchParts, candidates: Candidates, runner: Runner) {
		this.#parts = parts;
		this.#candidates = candidates;
		this.#runner = runner;
		this.#tails = new TailOrders(parts, candidates);
		const { coherence, consistency, layout, interpret, visit, quest } = parts;
		const asksForEach = interpret !== undefined || visit !== undefined || quest !== undefined;
		this.#isOfUse = coherence.isImplied && consistency.isBounded && !layout.tellsTwinsApart && !asksForEach;
	}

	/** What is left open where it may be worth while to count; undefined elsewhere. Costs no evaluation of the model. */
	look(): LooseEnds | undefined {
		const { graph, tree, consistency } = this.#parts;
		if (!this.#isOfUse || this.#failed > PATIENCE * (1 + this.#counted)) return undefined;
		const ends = looseEnds(graph, tree, this.#candidates);
		if (ends === undefined || (ends.hasTail && !consistency.isSeparable)) return undefined;
		return isWorthwhile(ends) && !this.#mayMirror(ends) ? ends : undefined;
	}

	/**
	 * Whether two executions that are counted may be the same up to renaming twins: a thread with an open read, and a
	 * twin of it, may take the same outcomes. Counting both would be right; but one is enough, and that may be far less.
	 */
	#mayMirror({ forks }: LooseEnds): boolean {
		const { graph, symmetry, likeness } = this.#parts;
		if (!symmetry.exists) return false;
		const shapes = graph.nodes.map((node) => [likeness.shapeOf(node)]);
		for (const { read, endings } of forks)
			shapes[graph.events[read].thread] = endings.map(({ runs }) => likeness.shapeOf(runs[runs.length - 1]));
		return graph.events.some(
			({ kind, thread }, id) =>
				kind === "R" &&
				graph.source[id] < 0 &&
				symmetry.classes[thread].some(
					(twin) => twin !== thread && shapes[twin].some((shape) => shapes[thread].includes(shape)),
				),
		);
	}

	/**
	 * What is below the graph.
	 * @param path the decisions that led to it
	 * @returns undefined if that cannot be told so
	 */
	count(ends: LooseEnds, path: string): Harvest | undefined {
		const { graph } = this.#parts;
		const mark = graph.mark();
		this.#decideForced(ends);
		const groups = this.#groups(ends);
		graph.undoTo(mark);
		if (groups.length === 0) {
			this.#failed++;
			return undefined;
		}
		this.#counted++;
		const harvest = new Harvest();
		for (const { ending, count, passes } of groups) {
			this.#parts.tally.leaves += count;
			if (passes) harvest.add(ending, NO_FLAGS, () => path, count);
		}
		return harvest;
	}

	/** What is below the graph; nothing if that cannot be told so. */
	#groups(ends: LooseEnds): readonly Group[] {
		const allowed = this.#consistent(ends);
		if (allowed === undefined || !isWorthwhile(allowed)) return [];
		const groups: Group[] = [];
		return this.#visit(allowed, 0, weightOf(allowed.reads), groups) ? groups : [];
	}

	/** The loose ends with those sources alone that are consistent, if all that are left are so together. */
	#consistent(ends: LooseEnds): LooseEnds | undefined {
		const { graph, consistency, tally } = this.#parts;
		if (!consistency.testEarly(graph)) return undefined;
		if (consistency.testAll(graph, readsWithChoice(ends), tally.flags)) return ends;
		// One that is not consistent by itself is not so with any others.
		const keep = ({ read, sources }: OpenRead): readonly number[] =>
			sources.length === 1 ? sources : sources.filter((write) => this.#isConsistent(read, write));
		const reads = ends.reads.map((open) => ({ ...open, sources: keep(open) }));
		const forks = ends.forks.map(({ read, endings }): Fork => {
			const left = keep({ read, sources: endings.flatMap(({ sources }) => sources) });
			const some = endings.map(({ runs, sources }) => ({
				runs,
				sources: sources.filter((write) => left.includes(write)),
			}));
			return { read, endings: some.filter(({ sources }) => sources.length > 0) };
		});
		const rest: LooseEnds = { ...ends, reads, forks };
		if (sizeOf(rest) === 0 || sizeOf(rest) === sizeOf(ends)) return undefined;
		this.#decideForced(rest);
		if (!consistency.testEarly(graph)) return undefined;
		return consistency.testAll(graph, readsWithChoice(rest), tally.flags) ? rest : undefined;
	}

	/** Gives the reads their source that have no other. */
	#decideForced(ends: LooseEnds): void {
		const { graph } = this.#parts;
		for (const { read, sources } of allReads(ends))
			if (sources.length === 1 && graph.source[read] < 0) graph.readFrom(read, sources[0]);
	}

	#isConsistent(read: number, write: number): boolean {
		const { graph, consistency } = this.#parts;
		const mark = graph.mark();
		graph.readFrom(read, write);
		const passes = consistency.testEarly(graph);
		graph.undoTo(mark);
		return passes;
	}

	/** Lets each fork from one on go each way; false if what is below one cannot be told. */
	#visit(ends: LooseEnds, from: number, weight: number, groups: Group[]): boolean {
		const { graph } = this.#parts;
		const fork = ends.forks.at(from);
		if (fork === undefined) return this.#end(ends, weight, groups);
		const mark = graph.mark();
		return fork.endings.every(({ runs, sources }) => {
			for (const run of runs) graph.push(run);
			const isKnown = this.#visit(ends, from + 1, weight * sources.length, groups);
			graph.undoTo(mark);
			return isKnown;
		});
	}

	/** Counts where all threads are done. */
	#end(ends: LooseEnds, weight: number, groups: Group[]): boolean {
		const { graph, layout, tally, properties, program } = this.#parts;
		if (!this.#isSettled()) return false;
		const sources = new Map(allReads(ends).map(({ read, sources: all }) => [read, all]));
		const execution = new OpenExecution(
			graph,
			(read) => sources.get(read) ?? graph.byCell[graph.events[read].cell],
			(cell) => ends.tail.has(cell),
		);
		const ending = layout.of(execution);
		if (execution.differs || !tally.knows(ending)) return false;
		if (program.dismisses?.(execution)) return false;
		if (properties.isNews({ graph, noted: execution, final: execution, flags: [] })) return false;
		if (execution.differs) return false;
		const orders = this.#tails.count(ends.tail);
		if (orders === undefined) return false;
		if (orders > 0) groups.push({ ending, count: weight * orders, passes: tally.passes(ending) });
		return true;
	}

	/** Whether all is known that could make an execution none, or one of another kind. */
	#isSettled(): boolean {
		const { graph } = this.#parts;
		const known = (thread: number, symbol: Symbolic): Value | undefined => {
			const value = resolveSymbol(graph, thread, symbol);
			return value === UNDEFINED_RESULT ? undefined : value;
		};
		return (
			this.#runner.isConfirmed() &&
			graph.nodes.every(
				({ thread, state }) =>
					state.claims.every(({ condition }) => known(thread, condition) !== undefined) &&
					state.idle.every((changes) =>
						changes.some(([before, after]) => {
							const [old, now] = [known(thread, before), known(thread, after)];
							return old !== undefined && now !== undefined && !sameValue(old, now);
						}),
					),
			)
		);
	}
}

/** All open reads outside of the tail. */
function allReads({ reads, forks }: LooseEnds): readonly OpenRead[] {
	return [
		...reads,
		...forks.map(({ read, endings }) => ({ read, sources: endings.flatMap(({ sources }) => sources) })),
	];
}

function readsWithChoice(ends: LooseEnds): readonly OpenRead[] {
	return allReads(ends).filter(({ sources }) => sources.length > 1);
}

function weightOf(reads: readonly OpenRead[]): number {
	return reads.reduce((product, { sources }) => product * sources.length, 1);
}

/** About how many executions there may be; 0 if there is none, or if there are too many ways to look at. */
function sizeOf(ends: LooseEnds): number {
	const ways = ends.forks.reduce((product, { endings }) => product * endings.length, 1);
	const size = weightOf(allReads(ends)) * (ends.hasTail ? 2 : 1);
	return ways > MOST_WAYS || size > MOST ? 0 : size;
}

/** Whether there are enough executions, and not all for one read alone: that is soon decided. */
function isWorthwhile(ends: LooseEnds): boolean {
	return sizeOf(ends) >= FEWEST && (ends.hasTail || readsWithChoice(ends).length > 1);
}
