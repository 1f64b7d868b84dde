import { UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import type { Event } from "../execution/event.ts";
import type { Note, NotedExecution } from "../execution/noted-execution.ts";
import type { Value } from "../execution/value.ts";
import { finalCell } from "./final-values.ts";
import type { Graph } from "./graph.ts";
import { reachedFrom } from "./reached-from.ts";
import { resolveSymbol } from "./resolve-symbol.ts";

/** A complete graph as properties look at it, as long as it does not change. What nobody asks is not computed. */
export class NotedGraph implements NotedExecution {
	readonly #graph: Graph;
	#notes: readonly Note[] | undefined;
	/** By the event that it starts from: for each thread the place from which on it can know of that. */
	readonly #reached = new Map<number, readonly number[]>();

	constructor(graph: Graph) {
		this.#graph = graph;
	}

	get notes(): readonly Note[] {
		this.#notes ??= this.#graph.nodes.flatMap(({ state }, thread) =>
			state.notes.map(({ operands, ...note }): Note => {
				const values = operands.map((operand) => {
					const value = resolveSymbol(this.#graph, thread, operand);
					return value === UNDEFINED_RESULT ? undefined : value;
				});
				return { ...note, thread, values };
			}),
		);
		return this.#notes;
	}

	get events(): readonly (readonly Event[])[] {
		return this.#graph.nodes.map(({ events }) => events);
	}

	sourceOf(thread: number, index: number): Event | undefined {
		const { source, events } = this.#graph;
		const write = source[this.#graph.id(thread, index)];
		return write < 0 ? undefined : events[write];
	}

	final(cell: number): Value | undefined {
		return finalCell(this.#graph, cell);
	}

	isKnownAt(earlier: Note, later: Note): boolean {
		if (earlier.thread === later.thread) return this.notes.indexOf(earlier) < this.notes.indexOf(later);
		if (earlier.position === 0) return false;
		const from = this.#graph.id(earlier.thread, earlier.position - 1);
		let reached = this.#reached.get(from);
		if (reached === undefined) {
			reached = reachedFrom(this.#graph, from, (read) => [this.#graph.source[read]]);
			this.#reached.set(from, reached);
		}
		return reached[later.thread] < later.position;
	}
}
