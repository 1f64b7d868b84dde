import type { ModelNode } from "../../cat/model.ts";
import type { EventSet } from "../../relation/event-set.ts";
import type { Relation } from "../../relation/relation.ts";

/** The number of events that is worked on, shared by everything that reads or writes registers. */
export interface Size {
	events: number;
}

/** Recomputes one register from others, over the first `size.events` events. */
export type Step = () => void;

/** Where the values of model nodes are kept. */
export interface Registers {
	readonly size: Size;
	/** Two relations for intermediate results of one step. */
	readonly scratch: readonly [Relation, Relation];
	/** The register of a set. */
	set(node: ModelNode): EventSet;
	/** The register of a relation. */
	relation(node: ModelNode): Relation;
	/** The register of a relation's transitive closure; what fills it is appended to `steps` on first use. */
	closureOf(node: ModelNode, steps: Step[]): Relation;
}
