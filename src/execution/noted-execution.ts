import type { Span } from "../source/span.ts";
import type { Event } from "./event.ts";
import type { Value } from "./value.ts";

/** A note that a thread left on its way. */
export interface Note {
	readonly name: string;
	readonly thread: number;
	/** How many events its thread had made before it. */
	readonly position: number;
	/** The operands; undefined for one that C gives no meaning. */
	readonly values: readonly (Value | undefined)[];
	readonly span?: Span;
}

/** A complete execution as properties look at it: its notes, what it ended with, and what could know of what. */
export interface NotedExecution {
	/** By thread, and then in program order. */
	readonly notes: readonly Note[];
	/** For each thread its events in program order: `Note.position` counts in them. */
	readonly events: readonly (readonly Event[])[];
	/** The write that a thread's event, by its place in `events`, reads from; undefined where it reads nothing. */
	sourceOf(thread: number, index: number): Event | undefined;
	/** The final value of a cell; undefined where C gives it no meaning. */
	final(cell: number): Value | undefined;
	/**
	 * Whether what happened just before one note can have been known at another: a path leads from the last event
	 * before `earlier` to one before `later` by program order and reads-from. Of notes of one thread, by their order.
	 */
	isKnownAt(earlier: Note, later: Note): boolean;
}
