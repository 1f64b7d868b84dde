import type { Symbolic } from "./symbolic.ts";

/** Reads of one thread, as ascending indices among its events. */
export type Dependencies = readonly number[];

/** A thread's value together with the reads it was computed from. */
export interface TrackedValue {
	readonly value: Symbolic;
	readonly dependencies: Dependencies;
}

/** The dependencies of a constant. */
export const NO_DEPENDENCIES: Dependencies = [];

/** The union of two sets of reads; shares an operand where it can. */
export function joinDependencies(left: Dependencies, right: Dependencies): Dependencies {
	if (left.length === 0 || left === right) return right;
	if (right.length === 0) return left;
	return [...new Set([...left, ...right])].sort((a, b) => a - b);
}
