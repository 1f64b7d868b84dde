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
	/** Whether it reaches the thread's end rather than the loop bound. */
	readonly complete: boolean;
}
