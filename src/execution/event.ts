import type { Span } from "../source/span.ts";

/** R reads, W writes, F does neither (fences, and grace periods on a location). */
export type EventKind = "R" | "W" | "F";

/** One memory event of an execution. */
export interface Event {
	readonly kind: EventKind;
	/** Index of its thread, or -1 for an initial write. */
	readonly thread: number;
	/** Its place in program order among its thread's events, from 0; the cell for an initial write. */
	readonly index: number;
	/** The location it is on, or -1. */
	readonly cell: number;
	/**
	 * The names of the base sets it belongs to beside `R`, `W`, `F`, `M`: an access's ordering (`ONCE`,
	 * `ACQUIRE`, ...), a fence's name, a lock event's (`LKR`, ...), `IW`, `RMW`. A plain access has none.
	 */
	readonly tags: readonly string[];
	readonly span?: Span;
}
