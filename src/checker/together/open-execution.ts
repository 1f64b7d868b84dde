import { UNDEFINED_RESULT } from "../../execution/arithmetic.ts";
import type { Event } from "../../execution/event.ts";
import type { Note, NotedExecution } from "../../execution/noted-execution.ts";
import type { Value } from "../../execution/value.ts";
import type { FinalValues } from "../final-values.ts";
import { finalCell } from "../final-values.ts";
import type { Graph } from "../graph.ts";
import { reachedFrom } from "../reached-from.ts";
import { resolveSymbol, resolveWrite } from "../resolve-symbol.ts";
import type { Symbolic } from "../symbolic.ts";

/**
 * All executions that come of a graph with open reads, as far as they are the same. Who asks for something that may differ gets some answer,
 * and is told afterwards.
 */
export class OpenExecution implements NotedExecution, FinalValues {
	readonly #graph: Graph;
	readonly #sourcesOf: (read: number) => readonly number[];
	readonly #isOpen: (cell: number) => boolean;
	/** Whether something was asked in which the executions may differ. */
	differs = false;
	#notes: readonly Note[] | undefined;
	/** By the event that it starts from: the places from which on each thread knows of that for certain, and may know. */
	readonly #reached = new Map<number, readonly [readonly number[], readonly number[]]>();

	/**
	 * @param sourcesOf the writes that an open read may read from, and more if need be
	 * @param isOpen whether the last write to a cell may be one or another
	 */
	constructor(
		graph: Graph,
		sourcesOf: (read: number) => readonly number[],
		isOpen: (cell: number) => boolean,
	) {
		this.#graph = graph;
		this.#sourcesOf = sourcesOf;
		this.#isOpen = isOpen;
	}

	get notes(): readonly Note[] {
		this.#notes ??= this.#graph.nodes.flatMap(({ state }, thread) =>
			state.notes.map(({ operands, ...note }): Note => {
				return { ...note, thread, values: operands.map((operand) => this.#value(thread, operand)) };
			}),
		);
		return this.#notes;
	}

	get events(): readonly (readonly Event[])[] {
		return this.#graph.nodes.map(({ events }) => events);
	}

	sourceOf(thread: number, index: number): Event | undefined {
		const { source, events } = this.#graph;
		const id = this.#graph.id(thread, index);
		if (events[id]?.kind === "R" && source[id] < 0) this.differs = true;
		return source[id] < 0 ? undefined : events[source[id]];
	}

	final(cell: number): Value | undefined {
		return this.cell(cell);
	}

	cell(cell: number): Value | undefined {
		if (this.#isOpen(cell)) {
			this.differs = true;
			return undefined;
		}
		const { byCell, events, co } = this.#graph;
		const last = byCell[cell].find(
			(id) => events[id].kind === "W" && !byCell[cell].some((other) => co.has(id, other)),
		);
		const missing: number[] = [];
		if (last !== undefined) resolveWrite(this.#graph, last, missing);
		if (missing.length > 0) this.differs = true;
		return finalCell(this.#graph, cell);
	}

	local(thread: number, local: number): Value | undefined {
		return this.#value(thread, this.#graph.nodes[thread].state.locals[local].value);
	}

	isKnownAt(earlier: Note, later: Note): boolean {
		if (earlier.thread === later.thread) return this.notes.indexOf(earlier) < this.notes.indexOf(later);
		if (earlier.position === 0) return false;
		const from = this.#graph.id(earlier.thread, earlier.position - 1);
		let reached = this.#reached.get(from);
		if (reached === undefined) {
			const { source } = this.#graph;
			reached = [
				reachedFrom(this.#graph, from, (read) => [source[read]]),
				reachedFrom(this.#graph, from, (read) =>
					source[read] >= 0 ? [source[read]] : this.#sourcesOf(read),
				),
			];
			this.#reached.set(from, reached);
		}
		const [is, may] = reached.map((places) => places[later.thread] < later.position);
		if (is !== may) this.differs = true;
		return is;
	}

	#value(thread: number, symbol: Symbolic): Value | undefined {
		const missing: number[] = [];
		const value = resolveSymbol(this.#graph, thread, symbol, missing);
		if (missing.length > 0) this.differs = true;
		return value === UNDEFINED_RESULT ? undefined : value;
	}
}
