import type { ModelNode } from "../cat/model.ts";

/** How a pair of events comes to be in a relation of a model. */
export interface Derivation {
	readonly node: ModelNode;
	readonly from: number;
	readonly to: number;
	/** The number of base edges. */
	readonly cost: number;
	/**
	 * What it is derived from: the member of a union, the parts of a composition or the steps of a closure in order, the pair of an inverse the other
	 * way round, the most telling part of an intersection. Empty for what is not taken apart.
	 */
	readonly parts: readonly Derivation[];
	/** Of an intersection, the others of its parts that tell something. */
	readonly others?: readonly ModelNode[];
}

/** Derivations of pairs that share one end, by the other. */
export type Row = ReadonlyMap<number, Derivation>;
