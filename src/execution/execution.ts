import type { Event } from "./event.ts";
import type { Note } from "./noted-execution.ts";
import type { Value } from "./value.ts";

/** A pair of indices into `Execution.events`. */
export type Edge = readonly [number, number];

/** One complete, consistent execution: a witness. */
export interface Execution {
	readonly events: readonly Event[];
	/** What each event read or wrote; undefined for one that did neither. */
	readonly values: readonly (Value | undefined)[];
	/** From a write to each read of it. */
	readonly rf: readonly Edge[];
	/** For each cell its writes, first to last. */
	readonly co: readonly (readonly number[])[];
	/** From the read of an RMW to its write. */
	readonly rmw: readonly Edge[];
	readonly addr: readonly Edge[];
	readonly data: readonly Edge[];
	readonly ctrl: readonly Edge[];
	/** By thread, and then in program order. */
	readonly notes: readonly Note[];
	/** The final values as the verdict's states print them. */
	readonly state: string;
	/** The decisions that lead the search here again. */
	readonly path: string;
}
