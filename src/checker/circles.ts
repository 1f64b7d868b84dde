import type { Axiom } from "../cat/model.ts";
import { nameOf, type Partners, type Via } from "./binding.ts";
import { axiomPasses } from "./evaluation/axiom-passes.ts";
import type { CompiledModel } from "./evaluation/compiled-model.ts";
import type { Step } from "./evaluation/registers.ts";
import { Tape } from "./evaluation/tape.ts";
import { fillFromSketch, Sketch } from "./sketch.ts";

/** Where a step's read and its write stand in the program order of a thread. */
interface Place {
	readonly thread: number;
	/** Places that grow with program order; no two events of a circle have the same one. */
	readonly read: number;
	readonly write: number;
}

/** One part in a circle of waits: what a thread waits to read, and what it would write after that. */
export interface CircleStep {
	readonly read: readonly string[];
	/** Whether the read is that of a conditional read-modify-write not known to succeed. */
	readonly failed: boolean;
	readonly via: Via;
	readonly write: readonly string[];
	readonly partners?: Partners;
	/** Absent for a thread that has no other part in the circle. */
	readonly place?: Place;
}

/** An access of a circle: the thread in it that makes it, numbered from 0, and the step whose read or write it is. */
interface Part {
	readonly thread: number;
	readonly step: number;
	readonly kind: "R" | "W";
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
			.concat(orderOf(steps).map(({ thread, step, kind }) => `${thread}${kind}${step}`))
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
		// Step i reads cell i and writes that of the step before it.
		const before = (step: number): number => (step + steps.length - 1) % steps.length;
		const reads: number[] = [];
		const writes: number[] = [];
		for (const { thread, step, kind } of orderOf(steps)) {
			const { read, failed, write, partners } = steps[step];
			if (kind === "R") reads[step] = sketch.access(thread, step, "R", read, failed, partners?.read);
			else writes[step] = sketch.access(thread, before(step), "W", write, false, partners?.write);
		}
		for (const { thread, step, kind } of orderOf(steps)) {
			if (kind === "R") continue;
			if (steps[step].via === "control")
				for (const event of sketch.accessesOf(before(step), thread))
					if (event !== reads[step]) sketch.ctrl.push([reads[step], event]);
			sketch.rf.push([writes[step], reads[before(step)]]);
		}
		const tape = this.#tape;
		tape.refilled(sketch.events.length);
		for (const base of tape.bases()) fillFromSketch(base, sketch, tape);
		for (const step of this.#steps) step();
		return this.#axioms.every((axiom) => axiomPasses(axiom, tape));
	}
}

/** The accesses of a circle, thread by thread in program order. */
function orderOf(steps: readonly CircleStep[]): readonly Part[] {
	const threads: (readonly (Part & { readonly at: number })[])[] = [];
	const numbers = new Map<number, number>();
	steps.forEach(({ place }, step) => {
		const known = place && numbers.get(place.thread);
		const thread = known ?? threads.length;
		if (place !== undefined) numbers.set(place.thread, thread);
		threads[thread] = [
			...(threads[thread] ?? []),
			{ thread, step, kind: "R", at: place?.read ?? 0 },
			{ thread, step, kind: "W", at: place?.write ?? 1 },
		];
	});
	return threads.flatMap((parts) => parts.toSorted((a, b) => a.at - b.at));
}
