import type { Span } from "../source/span.ts";
import type { Execution } from "./execution.ts";

/** What a thread waits for that never comes. */
export interface EndlessWait {
	readonly thread: number;
	readonly cell: number;
	/** A value that it would have to read there, in a loop that ends with nothing else; or the lock that the cell is. */
	readonly what: "value" | "lock";
	/** Of a lock, the event by which a thread has taken it and not given it back, by its index in the execution: its write. */
	readonly heldBy?: number;
	/** Of a value, the event that last read another one there. */
	readonly lastRead?: number;
	/** Where its code waits. */
	readonly span?: Span;
}

/** An execution that cannot be completed. */
export interface Stuck {
	/**
	 * As far as it was explored: a read may have no write to read from yet and no value, and coherence is one of the orders that are still
	 * possible. It has no final state, and no path leads to it.
	 */
	readonly execution: Execution;
	readonly waits: readonly EndlessWait[];
}
