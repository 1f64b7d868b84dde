import type { Model } from "../cat/model.ts";
import type { Execution } from "../execution/execution.ts";
import type { Program } from "../execution/program.ts";
import type { Verdict } from "../execution/verdict.ts";
import { CellValues } from "./cell-values.ts";
import { Coherence } from "./coherence.ts";
import { Consistency } from "./consistency.ts";
import { EndingLayout, renameEnding } from "./ending.ts";
import { Profiler } from "./evaluation/profiler.ts";
import { FinalState } from "./final-state.ts";
import { finalValues } from "./final-values.ts";
import { Footprint } from "./footprint.ts";
import { FutureWrites } from "./future-writes.ts";
import { CapacityExceeded, Graph } from "./graph.ts";
import type { Found } from "./harvest.ts";
import { KnownSubtrees } from "./known-subtrees.ts";
import type { Leaf } from "./leaf.ts";
import { Likeness } from "./likeness.ts";
import type { CheckOptions } from "./options.ts";
import { type PreparedModel, prepareModel } from "./prepare-model.ts";
import { presentNames } from "./present-names.ts";
import { Progress } from "./progress.ts";
import { Properties } from "./properties.ts";
import { Prospect } from "./prospect.ts";
import { Search } from "./search.ts";
import type { SearchParts } from "./search-parts.ts";
import { type CheckState, UNSTARTED } from "./sharing/check-state.ts";
import { Symmetry } from "./symmetry.ts";
import { Tally } from "./tally.ts";
import { ThreadTree } from "./thread-tree.ts";
import { witnessOf } from "./witness.ts";

/** A check that can be taken a little at a time and asked for what it knows so far. */
export interface CheckRun {
	/**
	 * Goes on for about so many milliseconds, and for so many steps of the search at most, if that is given.
	 * @returns whether there is nothing left to do
	 */
	advance(milliseconds: number, steps?: number): boolean;
	/** What is known: exact once `advance` has returned true without a limit hit, incomplete before. */
	verdict(): Verdict;
	/**
	 * The execution that a path leads to, as `Execution.path` has it; undefined where it leads to none, being of another program, say. What a test
	 * does not mention of threads with twins is unknown where these have exchanged their parts.
	 */
	replay(path: string): Leaf | undefined;
	/** Where the search stands and what it has found, as plain data that another search of the same program, model and options can go on from. */
	save(): CheckState;
	/**
	 * Forgets what was done and goes on from what `save` or `split` gave; the time limit runs on.
	 * @throws Error if the state is of another search
	 */
	restore(state: CheckState): void;
	/**
	 * As `restore`, once the search has ended and what it found has been saved: parts that were explored for it are known,
	 * so that what they raised is in that and not in what is found now.
	 */
	takeOn(state: CheckState): void;
	/**
	 * Gives a part of what is left away: whoever is given the state explores it, and here it no longer is. What both find is
	 * to be added up (`gather`).
	 * @returns undefined if there is no part to give
	 */
	split(): CheckState | undefined;
	/** How often the model was evaluated and how many candidates were refused at once, for measuring. */
	effort(): { readonly evaluations: number; readonly refused: number };
}

/** Prepares the search for all executions of a program that a model allows. */
export function startCheck(program: Program, model: Model, options: CheckOptions): CheckRun {
	return new Run(program, prepareModel(model, presentNames(program)), options);
}

class Run implements CheckRun {
	readonly #program: Program;
	readonly #model: PreparedModel;
	readonly #options: CheckOptions;
	readonly #profiler: Profiler;
	readonly #footprint: Footprint;
	readonly #cells: CellValues;
	readonly #tree: ThreadTree;
	readonly #started = performance.now();
	#capacity = 32;
	#parts: SearchParts;
	#search: Search;
	/** What the search begins with, and begins with again on a larger graph: nothing that was given away since is in it. */
	#base = UNSTARTED;
	#subtrees = new KnownSubtrees();
	#finished = false;

	constructor(program: Program, model: PreparedModel, options: CheckOptions) {
		this.#program = program;
		this.#model = model;
		this.#options = options;
		this.#profiler = new Profiler(model.compiled.locals);
		this.#footprint = new Footprint(program);
		this.#cells = new CellValues(program, this.#footprint);
		this.#tree = new ThreadTree(program, options.unroll, this.#profiler);
		// Less room than for where the threads first stop would have to be enlarged at once.
		const first = program.threads.map(({ index }) => this.#tree.root(index).events.length);
		const least = first.reduce((sum, count) => sum + count, program.cells.length);
		while (this.#capacity < least) this.#capacity += 32;
		this.#parts = this.#prepare();
		this.#search = new Search(this.#parts, this.#subtrees);
	}

	advance(milliseconds: number, steps?: number): boolean {
		if (this.#finished) return true;
		const { timeoutSeconds } = this.#options;
		const left =
			timeoutSeconds === undefined
				? Number.POSITIVE_INFINITY
				: this.#started + timeoutSeconds * 1000 - performance.now();
		try {
			this.#finished = this.#search.advance(Math.max(0, Math.min(milliseconds, left)), steps);
		} catch (error) {
			if (!(error instanceof CapacityExceeded)) throw error;
			this.#capacity += 32;
			this.#subtrees = new KnownSubtrees();
			this.#begin();
		}
		if (!this.#finished && left <= milliseconds) {
			this.#parts.tally.limits.add("timeout");
			this.#finished = true;
		}
		return this.#finished;
	}

	/** Makes a search that stands where `#base` says, on a graph large enough for that. */
	#begin(): void {
		for (;;)
			try {
				this.#parts = this.#prepare();
				this.#search = new Search(this.#parts, this.#subtrees);
				this.#search.restore(this.#base);
				return;
			} catch (error) {
				if (!(error instanceof CapacityExceeded)) throw error;
				this.#capacity += 32;
			}
	}

	save(): CheckState {
		this.#base = this.#search.save();
		return this.#base;
	}

	restore(state: CheckState): void {
		this.#subtrees = new KnownSubtrees();
		this.takeOn(state);
	}

	takeOn(state: CheckState): void {
		this.#base = state;
		this.#begin();
		this.#finished = state.isStarted && state.frames.length === 0;
	}

	split(): CheckState | undefined {
		const given = this.#search.split();
		if (given !== undefined) this.save();
		return given;
	}

	verdict(): Verdict {
		const verdict = this.#parts.tally.verdict(this.#search.found(), (found) => this.#reconstruct(found));
		if (this.#finished || verdict.kind === "incomplete") return verdict;
		return { ...verdict, kind: "incomplete", limits: ["interrupted"] };
	}

	effort(): { readonly evaluations: number; readonly refused: number } {
		const { consistency, tally } = this.#parts;
		return { evaluations: consistency.evaluations, refused: tally.refused };
	}

	/** An execution of which one that it is up to renaming was met. */
	#reconstruct({ path, roles }: Found): Execution {
		const leaf = this.replay(roles === undefined ? path : `${path}@${roles.join(".")}`);
		if (leaf === undefined) throw new Error("the path of an execution that was met leads to none");
		return leaf.copy();
	}

	replay(path: string): Leaf | undefined {
		const [turns, players] = path.split("@");
		const roles = players?.split(".").map(Number);
		const { classes } = this.#parts.symmetry;
		if (roles !== undefined && !isRenaming(roles, classes)) return undefined;
		for (;;)
			try {
				let met: Leaf | undefined;
				const looker = (leaf: Leaf): void => {
					met = leaf;
				};
				const parts = { ...this.#prepare(looker), quest: undefined };
				if (!new Search(parts).replay(turns) || met === undefined) return undefined;
				const { isCounted, ...recast } = this.#recast(parts, path, roles);
				const leaf: Leaf = { ...met, ...recast };
				return leaf.isComplete && !isCounted ? undefined : leaf;
			} catch (error) {
				if (!(error instanceof CapacityExceeded)) throw error;
				this.#capacity += 32;
			}
	}

	/** What is to be said of an execution in which other threads may play the parts of those of the graph. */
	#recast(
		parts: SearchParts,
		path: string,
		roles: readonly number[] | undefined,
	): Pick<Leaf, "copy" | "satisfies"> & { readonly isCounted: boolean } {
		const { graph, layout, tally, program } = parts;
		const own = layout.of(finalValues(graph));
		const become = roles?.map((_, player) => roles.indexOf(player));
		const ending = become === undefined ? own : renameEnding(own, become);
		const cast = roles === undefined ? undefined : { roles, tree: this.#tree };
		const values = roles === undefined ? finalValues(graph) : layout.values(ending);
		return {
			copy: () => witnessOf(graph, tally.stateOf(ending), path, cast),
			satisfies: (proposition) => new FinalState(program, values).satisfies(proposition),
			/** Whether the filter leaves it. */
			isCounted: tally.passes(ending),
		};
	}

	/** What a search from the beginning works with, on a graph with room for `#capacity` events. */
	#prepare(visit = this.#options.visit): SearchParts {
		const program = this.#program;
		const model = this.#model.compiled;
		const { quest } = this.#options;
		const symmetry = new Symmetry(program, this.#options.symmetry ?? true, quest?.proposition);
		const layout = new EndingLayout(program, symmetry);
		const properties = new Properties(program, layout);
		const consistency = new Consistency(model, this.#tree, this.#capacity);
		const cells = this.#cells;
		// Where every access has its place, values tell nothing that is not found at once.
		const settles = model.coherent && this.#footprint.hasComputedAddresses;
		const onlyWritten = settles ? (cell: number) => cells.onlyWritten(cell) : undefined;
		const graph = new Graph(program, this.#capacity, consistency, onlyWritten);
		consistency.attach(graph, this.#profiler);
		return {
			program,
			graph,
			tree: this.#tree,
			consistency,
			coherence: new Coherence(graph, model.coherent, model.atomic),
			progress: new Progress(
				graph,
				new FutureWrites(graph, this.#footprint, cells),
				this.#footprint,
				this.#model,
			),
			symmetry,
			likeness: new Likeness(graph, symmetry, model.coherent),
			layout,
			tally: new Tally(program, layout, properties),
			properties,
			stopsWhenDecided: this.#options.stopWhenDecided === true && program.proposition.kind === "true",
			stopsAtFirst: this.#options.stopAtFirst === true && program.proposition.kind === "true",
			interpret: model.interpret,
			visit,
			quest: quest && {
				...quest,
				prospect: new Prospect(program, quest.proposition, (cell) => cells.onlyWritten(cell)),
			},
		};
	}
}

/** Whether for each thread another one plays its part that may. */
function isRenaming(roles: readonly number[], classes: readonly (readonly number[])[]): boolean {
	return (
		new Set(roles).size === classes.length && classes.every((twins, thread) => twins.includes(roles[thread]))
	);
}
