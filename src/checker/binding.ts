import type { Axiom } from "../cat/model.ts";
import type { Edge } from "../execution/execution.ts";
import type { CompiledModel } from "./evaluation/compiled-model.ts";
import type { Step } from "./evaluation/registers.ts";
import { Tape } from "./evaluation/tape.ts";
import { fillFromSketch, Sketch } from "./sketch.ts";

/** How a write comes to be after a read in its thread: only that, or also control dependent on it. */
export type Via = "after" | "control";

/** The tags of the other halves of the read-modify-writes that a read and a write belong to, where they differ. */
export interface Partners {
	readonly read?: readonly string[] | undefined;
	readonly write?: readonly string[] | undefined;
}

const SAME: Partners = {};

/** Orderings that are tried out to find the axiom that orders most: what is read, how, what is written. */
const COMMON: readonly (readonly [readonly string[], Via, readonly string[]])[] = [
	[["ACQUIRE"], "after", ["ONCE"]],
	[["ONCE"], "after", ["RELEASE"]],
	[["ONCE"], "control", ["ONCE"]],
	[["ONCE"], "after", ["ONCE"]],
	[["LKR"], "after", ["UL"]],
	[[], "after", []],
];

/**
 * Which orderings the model makes part of one of its acyclic relations, found by evaluating the relation
 * on the smallest execution that shows the ordering. Relations that only grow with events and edges are
 * asked: a pair found there is found in every execution, and a circle of such pairs in none.
 */
export class Binding {
	readonly #tape: Tape;
	readonly #steps: Step[] = [];
	readonly #axiom: Axiom | undefined;
	readonly #known = new Map<string, boolean>();

	constructor(model: CompiledModel) {
		this.#tape = new Tape(32);
		const candidates = model.growing.acyclic.filter(({ node }) => node.op !== "empty");
		for (const { node } of candidates) this.#tape.compile(node, this.#steps);
		let best = 0;
		for (const axiom of candidates) {
			const score = this.#score(axiom);
			if (score > best) {
				best = score;
				this.#axiom = axiom;
			}
		}
	}

	/**
	 * Whether a write is ordered after a read of its own thread on another location.
	 * @param read the read's tags
	 * @param write the write's tags
	 */
	orders(
		read: readonly string[],
		write: readonly string[],
		via: Via,
		failed = false,
		partners = SAME,
	): boolean {
		const axiom = this.#axiom;
		if (axiom === undefined) return false;
		return this.#remember(`${via} ${failed} ${read.join(",")} ${write.join(",")} ${nameOf(partners)}`, () =>
			this.#ordersIn(axiom, read, write, via, failed, partners),
		);
	}

	/**
	 * Whether a write is ordered before a read of it in another thread.
	 * @param failed whether the read is that of an RMW not known to succeed
	 */
	readsFrom(write: readonly string[], read: readonly string[], failed = false, partners = SAME): boolean {
		const axiom = this.#axiom;
		if (axiom === undefined) return false;
		return this.#remember(`rf ${failed} ${write.join(",")} ${read.join(",")} ${nameOf(partners)}`, () =>
			this.#readsFromIn(axiom, write, read, failed, partners),
		);
	}

	#remember(key: string, compute: () => boolean): boolean {
		let known = this.#known.get(key);
		if (known === undefined) {
			known = compute();
			this.#known.set(key, known);
		}
		return known;
	}

	#score(axiom: Axiom): number {
		return COMMON.filter(
			([read, via, write]) =>
				this.#readsFromIn(axiom, write, read, false, SAME) &&
				this.#ordersIn(axiom, read, write, via, false, SAME),
		).length;
	}

	#ordersIn(
		axiom: Axiom,
		read: readonly string[],
		write: readonly string[],
		via: Via,
		failed: boolean,
		partners: Partners,
	): boolean {
		const sketch = new Sketch(2);
		const from = sketch.access(0, 0, "R", read, failed, partners.read);
		const to = sketch.access(0, 1, "W", write, false, partners.write);
		if (via === "control") for (const event of sketch.accessesOf(1, 0)) sketch.ctrl.push([from, event]);
		return this.#evaluate(axiom, sketch, undefined, from, to);
	}

	#readsFromIn(
		axiom: Axiom,
		write: readonly string[],
		read: readonly string[],
		failed: boolean,
		partners: Partners,
	): boolean {
		const sketch = new Sketch(2);
		const from = sketch.access(0, 0, "W", write, false, partners.write);
		const to = sketch.access(1, 0, "R", read, failed, partners.read);
		return this.#evaluate(axiom, sketch, [from, to], from, to);
	}

	#evaluate(axiom: Axiom, sketch: Sketch, rf: Edge | undefined, from: number, to: number): boolean {
		if (rf !== undefined) sketch.rf.push(rf);
		const tape = this.#tape;
		tape.refilled(sketch.events.length);
		for (const base of tape.bases()) fillFromSketch(base, sketch, tape);
		for (const step of this.#steps) step();
		return tape.relation(axiom.node).has(from, to);
	}
}

/** Partners as part of a key. */
export function nameOf({ read, write }: Partners): string {
	return read === undefined && write === undefined ? "" : `${read?.join()} ${write?.join()}`;
}
