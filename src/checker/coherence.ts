import { closeAmong } from "../relation/close-among.ts";
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
	/** Which accesses to a cell must come before which, of each cell as it was when it was last looked at. */
	readonly #before: Relation;
	/** By cell how often it had changed then. */
	readonly #seen: number[];
	readonly #last: Int32Array;
	/** The writes to the cell last looked at, and what must come before the read last looked at. */
	readonly #writes: Int32Array;
	readonly #preceding: Int32Array;

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
		this.#seen = graph.program.cells.map(() => -1);
		this.#writes = new Int32Array(this.#before.words);
		this.#preceding = new Int32Array(this.#before.words);
		this.#last = new Int32Array(graph.program.threads.length);
	}

	/** Adds what follows for one cell; false if its accesses contradict each other. */
	propagate(cell: number): boolean {
		const members = this.#graph.byCell[cell];
		for (;;) {
			this.inspect(cell);
			for (const event of members) if (this.#before.has(event, event)) return false;
			const ordered = this.#orderWrites(members);
			const overwritten = this.isImplied && this.#orderBeforeSources(members);
			const squeezed = this.#atomic && this.#orderAroundUpdates(members);
			if (!ordered && !overwritten && !squeezed) return true;
		}
	}

	/** The writes that a read could still read from, as far as coherence of their cell tells. Looks at the cell. */
	sourcesOf(read: number): number[] {
		const { co, byCell, events } = this.#graph;
		const { cell } = events[read];
		this.inspect(cell);
		const members = byCell[cell];
		const before = this.#before;
		const { bits, words } = co;
		const preceding = this.#preceding.fill(0);
		for (const other of members) if (before.has(other, read)) preceding[other >> 5] |= 1 << (other & 31);
		const isOverwritten = (write: number): boolean => {
			for (let w = 0; w < words; w++) if ((bits[write * words + w] & preceding[w]) !== 0) return true;
			return false;
		};
		return members.filter(
			(write) => events[write].kind === "W" && !before.has(read, write) && !isOverwritten(write),
		);
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

	/**
	 * Looks which accesses of a cell must come before which, without adding anything to the graph. Costs nothing where
	 * the cell is what it was at the last look: no other cell's accesses have their rows where its have.
	 */
	inspect(cell: number): void {
		const { byCell, changes } = this.#graph;
		if (this.#seen[cell] === changes[cell]) return;
		this.#seen[cell] = changes[cell];
		this.#close(byCell[cell]);
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
		closeAmong(this.#before, members);
	}

	#orderWrites(members: readonly number[]): boolean {
		const { co, events } = this.#graph;
		const { bits, words } = this.#before;
		const writes = this.#writes.fill(0);
		for (const event of members) if (events[event].kind === "W") writes[event >> 5] |= 1 << (event & 31);
		let changed = false;
		for (const earlier of members) {
			if (events[earlier].kind !== "W") continue;
			for (let w = 0, at = earlier * words; w < words; w++, at++)
				for (let rest = bits[at] & ~co.bits[at] & writes[w]; rest !== 0; rest &= rest - 1) {
					this.#graph.order(earlier, w * 32 + 31 - Math.clz32(rest & -rest));
					changed = true;
				}
		}
		return changed;
	}

	/** What comes before a read, but is not what it reads, was overwritten by that. */
	#orderBeforeSources(members: readonly number[]): boolean {
		const { co, rf, events } = this.#graph;
		const { bits, words } = this.#before;
		let changed = false;
		for (const from of members) {
			if (events[from].kind !== "W" || !hasMembers(rf, from)) continue;
			for (const other of members) {
				if (events[other].kind !== "W" || other === from || co.has(other, from)) continue;
				let comesBefore = 0;
				for (let w = 0; w < words; w++) comesBefore |= bits[other * words + w] & rf.bits[from * words + w];
				if (comesBefore === 0) continue;
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

function hasMembers({ bits, words }: Relation, event: number): boolean {
	for (let w = 0; w < words; w++) if (bits[event * words + w] !== 0) return true;
	return false;
}
