import type { Edge } from "../../src/execution/execution.ts";
import type { Note } from "../../src/execution/noted-execution.ts";
import type { Value } from "../../src/execution/value.ts";
import type { LocalValue } from "./local-value.ts";

/** An event of a path, with what it reads or writes. */
export interface PathEvent {
	readonly kind: "R" | "W" | "F";
	readonly cell: number;
	readonly tags: readonly string[];
	/** Absent for fences. */
	readonly value?: Value;
	/** How a write computes its value; absent for lock events and for all that does not write. */
	readonly stored?: LocalValue;
}

/** One way through a thread's code, each read's value having been chosen. */
export interface Path {
	/** In program order. Edges are pairs of indices into it. */
	readonly events: readonly PathEvent[];
	readonly addr: readonly Edge[];
	readonly data: readonly Edge[];
	readonly ctrl: readonly Edge[];
	readonly rmw: readonly Edge[];
	/** What was noted down, in order. */
	readonly notes: readonly Pick<Note, "name" | "position" | "values">[];
	/** What was asserted and is not true: false, or without a meaning. */
	readonly claims: readonly { readonly property: number; readonly isMeaningless: boolean }[];
	/** How often something without a meaning was assumed. */
	readonly meaninglessAssumptions: number;
	/** The locals at the end. */
	readonly locals: readonly LocalValue[];
	/**
	 * Where it stopped: at the thread's end, at the loop bound, where an iteration did nothing, at a step without a
	 * meaning, at a lock that it holds or does not get, or where it was dropped. A dropped path is
	 * in no execution, but what it stored before may be on the way to a value that others read.
	 */
	readonly end: PathEnd;
	/** The lock that it does not get. */
	readonly waitsFor?: number;
}

export type PathEnd = "exit" | "bound" | "idle" | "undefined" | "hang" | "waiting" | "dropped";
