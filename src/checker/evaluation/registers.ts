import type { ModelNode } from "../../cat/model.ts";
import type { Clock, RelationRegister, SetRegister } from "./register.ts";

/** The number of events that is worked on, shared by everything that reads or writes registers. */
export interface Size {
	events: number;
}

/** Recomputes one register from others, over the first `size.events` events. */
export type Step = () => void;

/** Where the values of model nodes are kept. */
export interface Registers {
	readonly size: Size;
	readonly clock: Clock;
	/** The number of events that registers have room for. */
	readonly capacity: number;
	/** The register of a set. */
	set(node: ModelNode): SetRegister;
	/** The register of a relation. */
	relation(node: ModelNode): RelationRegister;
	/** The register of a relation's transitive closure; what fills it is appended to `steps` on first use. */
	closureOf(node: ModelNode, steps: Step[]): RelationRegister;
}
