import type { OpenRead } from "../decision.ts";
import type { Graph } from "../graph.ts";

/** A set, or a relation, of events. */
interface Members {
	readonly bits: Int32Array;
	readonly isSet: boolean;
}

/**
 * Copies of open reads, for one graph that has several executions as its parts: a read with its copies reads from each of the writes that it may read
 * from, and no execution has two of them. A copy is where its read is and has all that is registered of that; what is between a read and
 * its own copies does not matter. They must be gone before the graph changes.
 */
export class Copies {
	readonly #graph: Graph;
	readonly #registers: readonly Members[];
	readonly #first: number;
	readonly #words: number;
	readonly #edges: [write: number, read: number][] = [];

	/** @param registers what is to be told of copies: all but reads-from and what can be seen on the event itself */
	constructor(graph: Graph, registers: readonly Members[]) {
		this.#graph = graph;
		this.#registers = registers;
		this.#first = graph.events.length;
		this.#words = graph.rf.words;
	}

	/** Gives each read, and copies of it, their sources. Returns false, with less done than asked, if there is no room. */
	add(open: readonly OpenRead[]): boolean {
		const { events, capacity } = this.#graph;
		for (const { read, sources } of open)
			for (const [i, write] of sources.entries()) {
				if (i > 0 && events.length >= capacity) return false;
				const reader = i === 0 ? read : this.#copy(read);
				this.#graph.rf.add(write, reader);
				this.#edges.push([write, reader]);
			}
		return true;
	}

	#copy(read: number): number {
		const { events } = this.#graph;
		const copy = events.length;
		events.push(events[read]);
		const words = this.#words;
		const [from, fromBit] = [read >> 5, 1 << (read & 31)];
		const [to, toBit] = [copy >> 5, 1 << (copy & 31)];
		for (const { bits, isSet } of this.#registers) {
			const end = isSet ? words : copy * words;
			for (let row = 0; row < end; row += words)
				if ((bits[row + from] & fromBit) !== 0) bits[row + to] |= toBit;
				else bits[row + to] &= ~toBit;
			if (!isSet) for (let w = 0; w < words; w++) bits[copy * words + w] = bits[read * words + w];
		}
		return copy;
	}

	/** Makes the graph what it was. */
	remove(): void {
		for (const [write, read] of this.#edges) this.#graph.rf.remove(write, read);
		const { events } = this.#graph;
		const words = this.#words;
		for (let copy = events.length - 1; copy >= this.#first; copy--) {
			const [at, bit] = [copy >> 5, 1 << (copy & 31)];
			for (const { bits, isSet } of this.#registers) {
				const end = isSet ? words : events.length * words;
				for (let row = 0; row < end; row += words) bits[row + at] &= ~bit;
				if (!isSet) bits.fill(0, copy * words, (copy + 1) * words);
			}
		}
		events.length = this.#first;
	}
}
