import type { ModelNode } from "../../cat/model.ts";
import type { Step } from "./registers.ts";
import { fillBase, type Structure } from "./structure.ts";
import { Tape } from "./tape.ts";

/** How one local node's members change when a thread goes on: local event indices, in pairs for a relation. */
export interface Change {
	readonly added: Int32Array;
	readonly removed: Int32Array;
}

/** The members of every local node for one thread's run, and how they differ from its parent's. */
export interface Profile {
	/** One a local node, in the order of the compiled model's `locals`. */
	readonly changes: readonly Change[];
	/** Each local node's register, rows of `words` words. */
	readonly bits: readonly Int32Array[];
	readonly words: number;
	readonly events: number;
}

/** Computes the local nodes of a model on the events of one thread at a time. */
export class Profiler {
	readonly #locals: readonly ModelNode[];
	#tape: Tape;
	#steps: Step[] = [];
	#bases: (ModelNode & { op: "base" })[] = [];

	constructor(locals: readonly ModelNode[]) {
		this.#locals = locals;
		this.#tape = this.#build(32);
	}

	#build(capacity: number): Tape {
		const tape = new Tape(capacity, { events: 0 });
		this.#steps = [];
		for (const node of this.#locals) tape.compile(node, this.#steps);
		this.#bases = tape.bases();
		return tape;
	}

	/** @param parent the profile that the changes are relative to; absent for none */
	profile(structure: Structure, parent: Profile | undefined): Profile {
		const count = structure.events.length;
		if (count > this.#tape.capacity) this.#tape = this.#build(count + 32);
		const tape = this.#tape;
		tape.size.events = count;
		for (const base of this.#bases) fillBase(base, structure, tape);
		for (const step of this.#steps) step();
		const { words } = tape.scratch[0];
		const bits = this.#locals.map((node) =>
			node.sort === "set" ? tape.set(node).bits.slice() : tape.relation(node).bits.slice(0, count * words),
		);
		const changes = this.#locals.map((node, i) => difference(node, count, bits[i], words, parent, i));
		return { changes, bits, words, events: count };
	}
}

function difference(
	node: ModelNode,
	events: number,
	bits: Int32Array,
	words: number,
	parent: Profile | undefined,
	position: number,
): Change {
	const isSet = node.sort === "set";
	const rows = isSet ? 1 : events;
	const added: number[] = [];
	const removed: number[] = [];
	const before = parent?.bits[position];
	for (let row = 0; row < rows; row++)
		for (let w = 0; w < words; w++) {
			const now = bits[row * words + w];
			const old =
				before === undefined || parent === undefined || w >= parent.words || (!isSet && row >= parent.events)
					? 0
					: before[row * parent.words + w];
			collect(now & ~old, row, w, isSet, added);
			collect(old & ~now, row, w, isSet, removed);
		}
	return { added: Int32Array.from(added), removed: Int32Array.from(removed) };
}

function collect(word: number, row: number, w: number, isSet: boolean, into: number[]): void {
	for (let rest = word; rest !== 0; rest &= rest - 1) {
		if (!isSet) into.push(row);
		into.push(w * 32 + 31 - Math.clz32(rest & -rest));
	}
}
