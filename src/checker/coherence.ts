import { Relation } from "../relation/relation.ts";
import type { Graph } from "./graph.ts";

/**
 * Coherence per location, kept up cell by cell. Every pair of writes whose order follows from program
 * order, reads-from and the pairs decided so far (and, with atomicity, from read-modify-writes) is added to
 * the graph's coherence; a contradiction shows at once. For one location this propagation is complete:
 * whatever order of the remaining pairs it leaves open, coherence alone does not forbid.
 */
export class Coherence {
	readonly #graph: Graph;
	/** Whether the model implies coherence, so that it is propagated. */
	readonly isImplied: boolean;
	readonly #atomic: boolean;
	/** Which accesses to a cell must come before which, of the cell last looked at. */
	readonly #before: Relation;
	readonly #last: Int32Array;

	/**
	 * @param coherent whether the model implies coherence per location; if not, coherence is only kept
	 *   transitive
	 * @param atomic whether nothing may come between an RMW's read and its write
	 */
	constructor(graph: Graph, coherent: boolean, atomic: boolean) {
		this.#graph = graph;
		this.isImplied = coherent;
		this.#atomic = atomic;
		this.#before = new Relation(graph.capacity);
		this.#last = new Int32Array(graph.program.threads.length);
	}

	/** Adds what follows for one cell; false if its accesses contradict each other. */
	propagate(cell: number): boolean {
		const members = this.#graph.byCell[cell];
		for (;;) {
			this.#close(members);
			for (const event of members) if (this.#before.has(event, event)) return false;
			const ordered = this.#orderWrites(members);
			const overwritten = this.isImplied && this.#orderBeforeSources(members);
			const squeezed = this.#atomic && this.#orderAroundUpdates(members);
			if (!ordered && !overwritten && !squeezed) return true;
		}
	}

	/** Whether a read could still read from a write, as far as coherence of their cell tells. */
	canRead(read: number, write: number): boolean {
		const before = this.#before;
		const { co, byCell, events } = this.#graph;
		if (before.has(read, write)) return false;
		for (const other of byCell[events[read].cell])
			if (co.has(write, other) && before.has(other, read)) return false;
		return true;
	}

	/**
	 * Whether a read could read from a write that a thread has still to make, as far as coherence of their cell tells:
	 * that write comes after all that the thread has done there.
	 */
	canReadLater(read: number, thread: number): boolean {
		const { byCell, events } = this.#graph;
		const last = byCell[events[read].cell].findLast((event) => events[event].thread === thread);
		return !this.isImplied || last === undefined || (last !== read && !this.#before.has(read, last));
	}

	/** Recomputes which accesses of a cell must come before which, without adding anything to the graph. */
	inspect(cell: number): void {
		this.#close(this.#graph.byCell[cell]);
	}

	#close(members: readonly number[]): void {
		const { rf, co, source, events } = this.#graph;
		const { bits, words } = this.#before;
		this.#last.fill(-1);
		for (const event of members) {
			const row = event * words;
			const { kind, thread } = events[event];
			if (kind === "W")
				for (let w = 0; w < words; w++)
					bits[row + w] = this.isImplied ? rf.bits[row + w] | co.bits[row + w] : co.bits[row + w];
			else {
				const from = kind === "R" && this.isImplied ? source[event] : -1;
				for (let w = 0; w < words; w++) bits[row + w] = from < 0 ? 0 : co.bits[from * words + w];
			}
			if (thread < 0 || !this.isImplied) continue;
			// Neighbours in program order are enough: the closure adds the rest.
			if (this.#last[thread] >= 0) this.#before.add(this.#last[thread], event);
			this.#last[thread] = event;
		}
		for (const via of members) {
			const source_ = via * words;
			for (const event of members)
				if (this.#before.has(event, via))
					for (let w = 0; w < words; w++) bits[event * words + w] |= bits[source_ + w];
		}
	}

	#orderWrites(members: readonly number[]): boolean {
		const { co, events } = this.#graph;
		let changed = false;
		for (const earlier of members) {
			if (events[earlier].kind !== "W") continue;
			for (const later of members)
				if (
					earlier !== later &&
					events[later].kind === "W" &&
					this.#before.has(earlier, later) &&
					!co.has(earlier, later)
				) {
					this.#graph.order(earlier, later);
					changed = true;
				}
		}
		return changed;
	}

	/** What comes before a read, but is not what it reads, was overwritten by that. */
	#orderBeforeSources(members: readonly number[]): boolean {
		const { co, events, source } = this.#graph;
		let changed = false;
		for (const read of members) {
			const from = source[read];
			if (events[read].kind !== "R" || from < 0) continue;
			for (const other of members) {
				if (events[other].kind !== "W" || other === from || co.has(other, from)) continue;
				if (!this.#before.has(other, read)) continue;
				this.#graph.order(other, from);
				changed = true;
			}
		}
		return changed;
	}

	/** Whatever follows an RMW's source follows its write too, and what precedes its write precedes its source. */
	#orderAroundUpdates(members: readonly number[]): boolean {
		const { co, events, partner, source } = this.#graph;
		let changed = false;
		for (const read of members) {
			const write = partner[read];
			const from = source[read];
			if (events[read].kind !== "R" || write < 0 || from < 0) continue;
			for (const other of members) {
				if (events[other].kind !== "W" || other === write || other === from) continue;
				if (co.has(from, other) && !co.has(write, other)) {
					this.#graph.order(write, other);
					changed = true;
				}
				if (co.has(other, write) && !co.has(other, from)) {
					this.#graph.order(other, from);
					changed = true;
				}
			}
		}
		return changed;
	}
}
