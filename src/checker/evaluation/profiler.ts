import type { ModelNode } from "../../cat/model.ts";
import type { Step } from "./registers.ts";
import { fillBase, type Structure } from "./structure.ts";
import { Tape } from "./tape.ts";

/** How one local node's members change when a thread goes on: local event indices, in pairs for a relation. */
export interface Change {
	readonly added: readonly number[];
	readonly removed: readonly number[];
}

/** The members of every local node for one thread's run, and how they differ from its parent's. */
export interface Profile {
	/** One a local node, in the order of the compiled model's `locals`. */
	readonly changes: readonly Change[];
	/**
	 * The local nodes' registers one after the other, a row of `words` words for a set and one an event for a
	 * relation. One array for all: there are many profiles, and small arrays cost more than their words.
	 */
	readonly bits: Int32Array;
	readonly words: number;
	readonly events: number;
}

const NONE: readonly number[] = [];

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
		const tape = new Tape(capacity);
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
		tape.refilled(count);
		for (const base of this.#bases) fillBase(base, structure, tape);
		for (const step of this.#steps) step();
		const { words } = tape;
		const rows = this.#locals.reduce((sum, { sort }) => sum + (sort === "set" ? 1 : count), 0);
		const bits = new Int32Array(rows * words);
		const changes: Change[] = [];
		let at = 0;
		let before = 0;
		for (const node of this.#locals) {
			const isSet = node.sort === "set";
			const register = isSet ? tape.set(node).bits : tape.relation(node).bits;
			const end = isSet ? words : count * words;
			for (let i = 0; i < end; i++) bits[at + i] = register[i];
			changes.push(difference(isSet, { bits, at, words, events: count }, parent, before));
			at += end;
			before += parent === undefined ? 0 : parent.words * (isSet ? 1 : parent.events);
		}
		return { changes, bits, words, events: count };
	}
}

/** What one node's part of a profile has that the parent's part, beginning at `before`, has not, and back. */
function difference(
	isSet: boolean,
	now: Omit<Profile, "changes"> & { readonly at: number },
	parent: Profile | undefined,
	before: number,
): Change {
	const rows = isSet ? 1 : now.events;
	const oldRows = parent === undefined ? 0 : isSet ? 1 : parent.events;
	const oldWords = parent?.words ?? 0;
	const added: number[] = [];
	const removed: number[] = [];
	for (let row = 0; row < rows; row++)
		for (let w = 0; w < now.words; w++) {
			const word = now.bits[now.at + row * now.words + w];
			const old =
				parent !== undefined && row < oldRows && w < oldWords ? parent.bits[before + row * oldWords + w] : 0;
			if (word === old) continue;
			collect(word & ~old, row, w, isSet, added);
			collect(old & ~word, row, w, isSet, removed);
		}
	return { added: added.length > 0 ? added : NONE, removed: removed.length > 0 ? removed : NONE };
}

function collect(word: number, row: number, w: number, isSet: boolean, into: number[]): void {
	for (let rest = word; rest !== 0; rest &= rest - 1) {
		if (!isSet) into.push(row);
		into.push(w * 32 + 31 - Math.clz32(rest & -rest));
	}
}
