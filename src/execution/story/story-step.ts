import type { EventKind } from "../event.ts";

/** A line of a source. */
export interface StoryPlace {
	/** Index into `Story.sources`. */
	readonly source: number;
	/** From 1. */
	readonly line: number;
	/** The line without the white space around it. */
	readonly text: string;
}

/** One event of a story. */
export interface StoryStep {
	/** From 1, in the order of telling. */
	readonly number: number;
	/** Index into `Story.threads`. */
	readonly thread: number;
	/** Its place in its thread's program order, from 0. */
	readonly index: number;
	readonly kind: EventKind;
	/** Index into `Story.cells`; absent for a fence. */
	readonly cell?: number;
	/** What it reads or writes, as text; absent for a fence. */
	readonly value?: string;
	/** The base sets of its model that it is in, as `Event.tags`. Empty for a plain access. */
	readonly tags: readonly string[];
	readonly place?: StoryPlace;
	/** Of a read: the step whose write it reads, 0 for the initial one. */
	readonly from?: number;
	/** Of one half of a read-modify-write: the other half. */
	readonly partner?: number;
	/**
	 * How it lies to its thread's program order: a `late` write takes effect only after accesses that follow it, an `early` read before
	 * accesses that it follows.
	 */
	readonly timing: "inOrder" | "late" | "early";
	/** Steps of its thread that it is out of order with; empty for one in order. */
	readonly overtakes: readonly number[];
	/** What the code noted down between the event before it in program order and this one, worded. */
	readonly notes: readonly string[];
	/** What it noted down after its last event, which this one is. */
	readonly closing?: readonly string[];
}
