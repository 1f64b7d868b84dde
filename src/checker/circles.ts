import type { Axiom } from "../cat/model.ts";
import { isAcyclic } from "../relation/acyclic.ts";
import { nameOf, type Partners, type Via } from "./binding.ts";
import type { CompiledModel } from "./evaluation/compiled-model.ts";
import type { Step } from "./evaluation/registers.ts";
import { Tape } from "./evaluation/tape.ts";
import { fillFromSketch, Sketch } from "./sketch.ts";

/** One thread's part in a circle of waits: what it waits to read, and what it would write after that. */
export interface CircleStep {
	readonly read: readonly string[];
	/** Whether the read is that of a conditional read-modify-write not known to succeed. */
	readonly failed: boolean;
	readonly via: Via;
	readonly write: readonly string[];
	readonly partners?: Partners;
}

/** Steps in a circle beyond which it is taken to be possible. */
const LENGTH_BOUND = 10;

/**
 * Tells which circles of waits the model leaves possible: each thread writes what the one before it in the
 * circle waits for, after what it waits for itself. The smallest execution with such a circle is tested, by
 * axioms that more events and edges can only break: what forbids it forbids every execution that has the circle in it.
 */
export class Circles {
	readonly #tape = new Tape(64);
	readonly #steps: Step[] = [];
	readonly #axioms: readonly Axiom[];
	readonly #known = new Map<string, boolean>();

	constructor(model: CompiledModel) {
		this.#axioms = model.growing.early;
		for (const { node } of this.#axioms) this.#tape.compile(node, this.#steps);
	}

	/** @param steps the circle in order: step i's write is what step i - 1 (the last, for the first) reads */
	isPossible(steps: readonly CircleStep[]): boolean {
		if (steps.length > LENGTH_BOUND) return true;
		const key = steps
			.map(({ read, failed, via, write, partners }) =>
				[read.join(), failed, via, write.join(), partners && nameOf(partners)].join(" "),
			)
			.join(" | ");
		let known = this.#known.get(key);
		if (known === undefined) {
			known = this.#test(steps);
			this.#known.set(key, known);
		}
		return known;
	}

	#test(steps: readonly CircleStep[]): boolean {
		const sketch = new Sketch(steps.length);
		const ends = steps.map(({ read, failed, via, write, partners }, thread) => {
			const from = sketch.access(thread, thread, "R", read, failed, partners?.read);
			const before = (thread + steps.length - 1) % steps.length;
			const to = sketch.access(thread, before, "W", write, false, partners?.write);
			if (via === "control")
				for (const event of sketch.accessesOf(before, thread))
					if (event !== from) sketch.ctrl.push([from, event]);
			return { from, to };
		});
		ends.forEach(({ to }, thread) => {
			const before = (thread + steps.length - 1) % steps.length;
			sketch.rf.push([to, ends[before].from]);
		});
		const tape = this.#tape;
		tape.refilled(sketch.events.length);
		for (const base of tape.bases()) fillFromSketch(base, sketch, tape);
		for (const step of this.#steps) step();
		return this.#axioms.every((axiom) => this.#passes(axiom));
	}

	#passes({ test, node }: Axiom): boolean {
		const tape = this.#tape;
		const size = tape.size.events;
		if (node.sort === "set") return !tape.set(node).bits.some((word) => word !== 0);
		const relation = tape.relation(node);
		if (test === "acyclic") return isAcyclic(relation, size, new Int32Array(relation.words));
		for (let i = 0; i < size; i++) {
			if (test === "irreflexive" && relation.has(i, i)) return false;
			for (let j = 0; test === "empty" && j < size; j++) if (relation.has(i, j)) return false;
		}
		return true;
	}
}
