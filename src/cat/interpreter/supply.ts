import type { Extent } from "./run-value.ts";

/** What an execution supplies to the interpretation of a model. */
export interface Supply {
	/** The number of events. */
	readonly size: number;
	/** The events of a base set; empty for a name that no event carries. */
	set(name: string): Extent;
	/** The pairs of a base relation, each `from * size + to`. */
	relation(name: string): Extent;
}
