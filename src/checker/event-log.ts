import type { Edge } from "../execution/execution.ts";
import type { Instruction } from "../execution/instruction.ts";
import type { Symbolic } from "./symbolic.ts";
import type { ControlFrame, ThreadEvent, ThreadNode } from "./thread-node.ts";
import type { Dependencies, TrackedValue } from "./tracked-value.ts";

/** The events of a run with their dependencies. */
export type Recorded = Pick<ThreadNode, "events" | "addr" | "data" | "ctrl" | "rmw">;

/** Writes down the events of one thread as it runs, each with what it depends on. */
export class EventLog {
	readonly #thread: number;
	readonly events: ThreadEvent[];
	readonly addr: Edge[];
	readonly data: Edge[];
	readonly ctrl: Edge[];
	readonly rmw: Edge[];
	/** The branches that what comes next is control dependent on. */
	frames: readonly ControlFrame[];

	constructor(thread: number, frames: readonly ControlFrame[], from: Recorded | undefined) {
		this.#thread = thread;
		this.frames = frames;
		this.events = from === undefined ? [] : [...from.events];
		this.addr = from === undefined ? [] : [...from.addr];
		this.data = from === undefined ? [] : [...from.data];
		this.ctrl = from === undefined ? [] : [...from.ctrl];
		this.rmw = from === undefined ? [] : [...from.rmw];
	}

	/** Whether the thread is inside a critical section of a lock. */
	holds(lock: number): boolean {
		const last = this.events.findLast((event) => event.cell === lock && event.kind === "W");
		return last?.tags[0] === "LKW";
	}

	write(
		instruction: Instruction,
		cell: number,
		tags: readonly string[],
		addressDeps: Dependencies,
		stored: TrackedValue,
	): void {
		const event = this.emit(instruction, "W", cell, tags, addressDeps, stored.value);
		for (const read of stored.dependencies) this.data.push([read, event]);
	}

	/**
	 * Adds an event.
	 * @param cell -1 for one on no location
	 * @param value what a write writes
	 * @returns its index
	 */
	emit(
		instruction: Instruction,
		kind: "R" | "W" | "F",
		cell: number,
		tags: readonly string[],
		addressDeps: Dependencies,
		value?: Symbolic,
	): number {
		const index = this.events.length;
		this.events.push({
			kind,
			thread: this.#thread,
			index,
			cell,
			tags,
			...(instruction.span === undefined ? {} : { span: instruction.span }),
			...(value === undefined ? {} : { value }),
		});
		for (const read of addressDeps) this.addr.push([read, index]);
		if (kind !== "F") {
			const controlling = new Set(this.frames.flatMap((frame) => frame.dependencies));
			for (const read of controlling) this.ctrl.push([read, index]);
		}
		return index;
	}
}
