import type { Axiom } from "../cat/model.ts";
import type { Event, EventKind } from "../execution/event.ts";
import type { Edge } from "../execution/execution.ts";
import type { CompiledModel } from "./evaluation/compiled-model.ts";
import { fillBase, type Structure } from "./evaluation/structure.ts";
import { type Step, Tape } from "./evaluation/tape.ts";

/** How a write comes to be after a read in its thread: only that, or also control dependent on it. */
export type Via = "after" | "control";

/** Accesses that are tried out to find the axiom that orders most. */
const COMMON = [["ONCE"], ["ACQUIRE"], ["RELEASE"], ["LKR"], ["UL"], []];

/**
 * Which orderings the model makes part of one of its acyclic relations, found by evaluating the relation
 * on the smallest execution that shows the ordering. Because the relation only grows with events and
 * edges, a pair found there is found in every execution, and a circle of such pairs in none.
 */
export class Binding {
	readonly #tape: Tape;
	readonly #steps: Step[] = [];
	readonly #axiom: Axiom | undefined;
	readonly #known = new Map<string, boolean>();

	constructor(model: CompiledModel) {
		this.#tape = new Tape(32, { events: 0 });
		const candidates = model.acyclic.filter(({ flag, node }) => !flag && node.op !== "empty");
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
	orders(read: readonly string[], write: readonly string[], via: Via, failed = false): boolean {
		const axiom = this.#axiom;
		if (axiom === undefined) return false;
		return this.#remember(`${via} ${failed} ${read.join(",")} ${write.join(",")}`, () =>
			this.#ordersIn(axiom, read, write, via, failed),
		);
	}

	/** Whether a write is ordered before a read of it in another thread. */
	readsFrom(write: readonly string[], read: readonly string[]): boolean {
		const axiom = this.#axiom;
		if (axiom === undefined) return false;
		return this.#remember(`rf ${write.join(",")} ${read.join(",")}`, () =>
			this.#readsFromIn(axiom, write, read),
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
		let score = 0;
		for (const read of COMMON)
			for (const write of COMMON) {
				if (!this.#readsFromIn(axiom, write, read)) continue;
				for (const via of ["after", "control"] as const)
					if (this.#ordersIn(axiom, read, write, via, false)) score++;
			}
		return score;
	}

	#ordersIn(
		axiom: Axiom,
		read: readonly string[],
		write: readonly string[],
		via: Via,
		failed: boolean,
	): boolean {
		const sketch = new Sketch();
		const from = sketch.access(0, 0, "R", read, failed);
		const to = sketch.access(0, 1, "W", write, false);
		if (via === "control") for (const event of sketch.accessesOf(1, 0)) sketch.ctrl.push([from, event]);
		return this.#evaluate(axiom, sketch, undefined, from, to);
	}

	#readsFromIn(axiom: Axiom, write: readonly string[], read: readonly string[]): boolean {
		const sketch = new Sketch();
		const from = sketch.access(0, 0, "W", write, false);
		const to = sketch.access(1, 0, "R", read, false);
		return this.#evaluate(axiom, sketch, [from, to], from, to);
	}

	#evaluate(axiom: Axiom, sketch: Sketch, rf: Edge | undefined, from: number, to: number): boolean {
		const tape = this.#tape;
		tape.size.events = sketch.events.length;
		for (const base of tape.bases()) {
			fillBase(base, sketch, tape);
			if (base.name !== "rf" && base.name !== "co") continue;
			const relation = tape.relation(base);
			relation.clear();
			if (base.name === "rf" && rf !== undefined) relation.add(rf[0], rf[1]);
			if (base.name === "co")
				sketch.events.forEach(({ kind, cell, thread }, i) => {
					if (kind === "W" && thread >= 0) relation.add(cell, i);
				});
		}
		for (const step of this.#steps) step();
		return tape.relation(axiom.node).has(from, to);
	}
}

/** A handful of events on two cells, with their initial writes. */
class Sketch implements Structure {
	readonly events: Event[] = [0, 1].map((cell) => ({
		kind: "W",
		thread: -1,
		index: cell,
		cell,
		tags: ["IW"],
	}));
	readonly addr: Edge[] = [];
	readonly data: Edge[] = [];
	readonly ctrl: Edge[] = [];
	readonly rmw: Edge[] = [];

	/** Adds an access, with the other half of its read-modify-write if its tags say that it is one. */
	access(thread: number, cell: number, kind: EventKind, tags: readonly string[], failed: boolean): number {
		const isUpdate = tags.includes("RMW") && !failed;
		const isLock = tags[0] === "LKR" || tags[0] === "LKW";
		if (!isUpdate && !isLock) return this.#add(thread, cell, kind, tags);
		const read = this.#add(thread, cell, "R", isLock ? ["LKR"] : tags);
		const write = this.#add(thread, cell, "W", isLock ? ["LKW"] : tags);
		this.rmw.push([read, write]);
		return kind === "R" ? read : write;
	}

	/** The ids of a thread's accesses to a cell. */
	accessesOf(cell: number, thread: number): number[] {
		return [...this.events.keys()].filter(
			(id) => this.events[id].cell === cell && this.events[id].thread === thread,
		);
	}

	#add(thread: number, cell: number, kind: EventKind, tags: readonly string[]): number {
		const index = this.events.filter((event) => event.thread === thread).length;
		this.events.push({ kind, thread, index, cell, tags });
		return this.events.length - 1;
	}
}
