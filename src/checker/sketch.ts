import type { ModelNode } from "../cat/model.ts";
import type { Event, EventKind } from "../execution/event.ts";
import type { Edge } from "../execution/execution.ts";
import { fillBase, type Structure } from "./evaluation/structure.ts";
import type { Tape } from "./evaluation/tape.ts";

/** A handful of events, made by hand to ask the model about them. */
export class Sketch implements Structure {
	readonly events: Event[];
	readonly addr: Edge[] = [];
	readonly data: Edge[] = [];
	readonly ctrl: Edge[] = [];
	readonly rmw: Edge[] = [];
	readonly rf: Edge[] = [];

	/** Begins with the initial writes of some cells; cell c's is event c. */
	constructor(cells: number) {
		this.events = Array.from({ length: cells }, (_, cell): Event => {
			return { kind: "W", thread: -1, index: cell, cell, tags: ["IW"] };
		});
	}

	/**
	 * Adds an access, with the other half of its read-modify-write if its tags say that it is one.
	 * @param partner the tags of that other half
	 */
	access(
		thread: number,
		cell: number,
		kind: EventKind,
		tags: readonly string[],
		failed: boolean,
		partner = tags,
	): number {
		const isUpdate = tags.includes("RMW") && !failed;
		const isLock = tags[0] === "LKR" || tags[0] === "LKW";
		if (!isUpdate && !isLock) return this.#add(thread, cell, kind, tags);
		const read = this.#add(thread, cell, "R", isLock ? ["LKR"] : kind === "R" ? tags : partner);
		const write = this.#add(thread, cell, "W", isLock ? ["LKW"] : kind === "W" ? tags : partner);
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

/** Fills a tape's register of a base node from a sketch; coherence puts initial writes first and no more. */
export function fillFromSketch(base: ModelNode & { op: "base" }, sketch: Sketch, tape: Tape): void {
	fillBase(base, sketch, tape);
	if (base.name !== "rf" && base.name !== "co") return;
	const relation = tape.relation(base);
	relation.clear();
	if (base.name === "rf") for (const [write, read] of sketch.rf) relation.add(write, read);
	else
		sketch.events.forEach(({ kind, cell, thread }, i) => {
			if (kind === "W" && thread >= 0) relation.add(cell, i);
		});
}
