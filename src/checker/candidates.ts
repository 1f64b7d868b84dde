import type { Coherence } from "./coherence.ts";
import type { Graph } from "./graph.ts";
import { needsRead } from "./resolve-symbol.ts";

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
		const { events, byCell, watermark } = this.#graph;
		const { cell } = events[read];
		const kind = this.#graph.lockKind(read);
		this.#coherence.inspect(cell);
		return byCell[cell].filter(
			(write) =>
				write >= watermark[read] &&
				events[write].kind === "W" &&
				(kind === "" || this.#lockAllows(kind, cell, write)) &&
				(kind !== "RU" || !this.#hasUnlocked(events[read].thread, cell)) &&
				this.#coherence.canRead(read, write) &&
				!this.#determinesItself(read, write, circular),
		);
	}

	/** The writes that can hand a lock to a thread that waits for it: the free states nobody has taken. */
	ofLock(thread: number, cell: number): number[] {
		const { events, byCell, lockWatermark } = this.#graph;
		return byCell[cell].filter(
			(write) =>
				write >= lockWatermark[thread] && events[write].kind === "W" && this.#lockAllows("LKR", cell, write),
		);
	}

	/** The writes that show a lock as taken to a thread that looks at it without waiting. */
	ofTakenLock(thread: number, cell: number): number[] {
		const { events, byCell, lockWatermark } = this.#graph;
		return byCell[cell].filter(
			(write) =>
				write >= lockWatermark[thread] && this.#graph.lockKind(write) === "LKW" && events[write].kind === "W",
		);
	}

	/** The writes that show a lock as free to `spin_is_locked`. */
	ofFreeLock(thread: number, cell: number): number[] {
		const { events, byCell, lockWatermark } = this.#graph;
		if (this.#hasUnlocked(thread, cell)) return [];
		return byCell[cell].filter(
			(write) =>
				write >= lockWatermark[thread] && events[write].kind === "W" && this.#lockAllows("RU", cell, write),
		);
	}

	#lockAllows(kind: string, cell: number, write: number): boolean {
		const { events, byCell, source } = this.#graph;
		const free = events[write].thread < 0 || this.#graph.lockKind(write) === "UL";
		if (kind === "LF" || kind === "RL") return this.#graph.lockKind(write) === "LKW";
		if (kind === "RU") return free;
		// An unlock, or the initial state, is followed by one critical section at most.
		return (
			free && !byCell[cell].some((other) => source[other] === write && this.#graph.lockKind(other) === "LKR")
		);
	}

	/**
	 * Whether a thread has unlocked a lock itself. The reference model then has its `spin_is_locked` read from
	 * that unlock and from another write at once if it finds the lock free, which no execution does: after
	 * its own unlock a thread only ever finds the lock taken. Counted here as it is there.
	 */
	#hasUnlocked(thread: number, cell: number): boolean {
		return this.#graph.byCell[cell].some(
			(event) => this.#graph.events[event].thread === thread && this.#graph.lockKind(event) === "UL",
		);
	}

	#determinesItself(read: number, write: number, circular: number[] | undefined): boolean {
		if (!needsRead(this.#graph, write, read)) return false;
		circular?.push(write);
		return true;
	}
}
