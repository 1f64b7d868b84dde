import type { Edge } from "../../src/execution/execution.ts";
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
	/** The locals at the end. */
	readonly locals: readonly LocalValue[];
	/**
	 * Where it stopped: at the thread's end, at the loop bound, or where it was dropped. A dropped path is
	 * in no execution, but what it stored before may be on the way to a value that others read.
	 */
	readonly end: "exit" | "bound" | "dropped";
}
