import type { Coherence } from "./coherence.ts";
import type { Graph } from "./graph.ts";
import type { Need } from "./need.ts";
import { needsRead } from "./resolve-symbol.ts";

/** The place in its thread of an event that is not made yet. */
const AT_END = Number.POSITIVE_INFINITY;

/** Tells which of the writes made so far a read may read from. */
export class Candidates {
	readonly #graph: Graph;
	readonly #coherence: Coherence;

	constructor(graph: Graph, coherence: Coherence) {
		this.#graph = graph;
		this.#coherence = coherence;
	}

	/**
	 * The writes that a read without source may read from, by id. `circular`, if given, receives those left
	 * out because what they write would then be computed from itself.
	 */
	ofRead(read: number, circular?: number[]): number[] {
		const { events, watermark } = this.#graph;
		const { cell, thread, index } = events[read];
		const kind = this.#graph.lockKind(read);
		return this.#coherence
			.sourcesOf(read)
			.filter(
				(write) =>
					write >= watermark[read] &&
					(kind === "" || this.#lockAllows(kind, thread, index, cell, write)) &&
					!this.#determinesItself(read, write, circular),
			);
	}

	/** Everything that a read without source may read from, now and later. */
	needOf(read: number): Need & { readonly kind: "read" } {
		const circular: number[] = [];
		const sources = this.ofRead(read, circular);
		// Of the cell that the line above has looked at.
		const later = this.#graph.nodes.map((_, thread) => this.#coherence.canReadLater(read, thread));
		return { kind: "read", read, cell: this.#graph.events[read].cell, sources, circular, later };
	}

	/**
	 * The writes to a lock that a waiting thread's next event may read from, if it turns out to be of this kind:
	 * LKR takes the lock, LF and RL find it taken, RU finds it free.
	 */
	ofNextLockEvent(kind: "LKR" | "LF" | "RL" | "RU", thread: number, cell: number): number[] {
		const { events, byCell, lockWatermark } = this.#graph;
		return byCell[cell].filter(
			(write) =>
				write >= lockWatermark[thread] &&
				events[write].kind === "W" &&
				this.#lockAllows(kind, thread, AT_END, cell, write),
		);
	}

	/** The writes that a waiting thread's next event may read from, if it is an ordinary read. */
	ofNextRead(thread: number, cell: number): number[] {
		const { events, byCell, lockWatermark } = this.#graph;
		return byCell[cell].filter((write) => write >= lockWatermark[thread] && events[write].kind === "W");
	}

	/**
	 * Whether a lock event of a kind, at a place in its thread, may read from a write by the rules of locks.
	 * They hold whatever the model says.
	 */
	#lockAllows(kind: string, thread: number, place: number, cell: number, write: number): boolean {
		const { events, byCell, source } = this.#graph;
		const writeKind = this.#graph.lockKind(write);
		const isOwn = events[write].thread === thread;
		if (kind === "LF" || kind === "RL") {
			// Inside a critical section of its own a thread sees the lock as itself has taken it.
			const last = this.#lastOwn(thread, place, cell);
			return last >= 0 && this.#graph.lockKind(last) === "LKW"
				? write === last
				: writeKind === "LKW" && !isOwn;
		}
		if (events[write].thread >= 0 && writeKind !== "UL") return false;
		if (kind === "RU") return !isOwn || events[write].index < place;
		// An unlock, or the initial state, is followed by one critical section at most, and none by its own.
		if (isOwn && events[write].index > place) return false;
		return !byCell[cell].some((other) => source[other] === write && this.#graph.lockKind(other) === "LKR");
	}

	/** The last write to a lock that its thread made before a place, or -1. */
	#lastOwn(thread: number, place: number, cell: number): number {
		const { events, byCell } = this.#graph;
		const isBefore = (id: number): boolean =>
			events[id].thread === thread && events[id].index < place && events[id].kind === "W";
		return byCell[cell].findLast(isBefore) ?? -1;
	}

	#determinesItself(read: number, write: number, circular: number[] | undefined): boolean {
		if (!needsRead(this.#graph, write, read)) return false;
		circular?.push(write);
		return true;
	}
}
