/** A pair of events, by their indices in an execution, that a relation which the execution supplies has; or one that is in a set. */
export interface EventBaseEdge {
	readonly from: number;
	readonly to: number;
	/**
	 * `po`, `rf`, `co`, `fr`, `addr`, `data`, `ctrl`, `rmw`, `po-loc`, or another relation that is not taken apart; `[Acquire]` where `from`
	 * and `to` are the same event, which is in that set.
	 */
	readonly relation: string;
	/** Whether the edge is gone along against its direction: the relation leads from `to` to `from`. */
	readonly isInverse?: boolean;
}

/** A pair of events that a relation of a model has, and why. */
export interface EventEdge {
	readonly from: number;
	readonly to: number;
	/** The definitions of the model that the pair is in, from the widest inwards; the last is the narrowest that has a name. Of a pair in none, the base relation. */
	readonly names: readonly string[];
	/** Definitions that have the pair, too, where it has to be in several at once. */
	readonly also?: readonly string[];
	/** Whether the definitions have the pair the other way round. */
	readonly isInverse?: boolean;
	/** A path from `from` to `to` by base relations. Empty where an event is related to itself by nothing. */
	readonly parts: readonly EventBaseEdge[];
	/** Edges of other definitions that the narrowest one puts together to this, from `from` to `to`. Absent where none has a name. */
	readonly via?: readonly EventEdge[];
}

/** What an execution has that an axiom of its model forbids. */
export interface EventCycle {
	readonly axiom: string;
	readonly test: "acyclic" | "irreflexive" | "empty";
	/**
	 * Each edge begins where the one before it ends, and the first where the last ends, except for a pair that an `empty` axiom forbids by a
	 * single relation. None where an axiom asks for something that the execution lacks.
	 */
	readonly edges: readonly EventEdge[];
}
