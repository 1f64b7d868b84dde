import type { Event } from "./event.ts";
import type { Edge } from "./execution.ts";

/** One way through a thread's code: its events in program order and how they depend on each other. */
export interface ThreadPath {
	readonly events: readonly Event[];
	/** Pairs of indices into `events`. */
	readonly addr: readonly Edge[];
	readonly data: readonly Edge[];
	readonly ctrl: readonly Edge[];
	readonly rmw: readonly Edge[];
	/** What the path assumed at each point where the code could go several ways, in order. */
	readonly choices: readonly string[];
	/** What the path noted down: after how many of its events, and the text that says so. */
	readonly notes: readonly { readonly position: number; readonly text: string }[];
	/** Whether it reaches the thread's end, a bound, a step without a meaning, or a lock that the thread holds. */
	readonly end: "exit" | "bound" | "undefined" | "hang";
}
