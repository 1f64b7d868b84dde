/** A pair of steps, and what relates them in the end: a relation that the execution supplies, or a set that one step is in. */
export interface BaseEdge {
	readonly from: number;
	readonly to: number;
	/** `po`, `rf`, `co`, `fr`, `addr`, `data`, `ctrl`, `rmw`, `po-loc`, or `[Acquire]` where `from` and `to` are the same step. */
	readonly relation: string;
	/** Whether the edge is gone along against its direction: the relation leads from `to` to `from`. */
	readonly isInverse?: boolean;
}

/** One edge of a cycle, in the words of the model. */
export interface ReasonEdge {
	/** Numbers of steps; 0 is an initial write. */
	readonly from: number;
	readonly to: number;
	/**
	 * The definitions of the model that the edge is in, from the axiom's relation inwards: `["hb", "ppo", "fence", "po-rel"]`. The last is the
	 * narrowest that has a name.
	 */
	readonly names: readonly string[];
	/** Definitions that have the pair, too, where it has to be in several at once. */
	readonly also?: readonly string[];
	/** Whether the definitions have the pair the other way round. */
	readonly isInverse?: boolean;
	/** A path from `from` to `to` by base relations. Empty where a step is related to itself by nothing. */
	readonly parts: readonly BaseEdge[];
	/** Edges of other definitions that the narrowest one puts together to this, from `from` to `to`. Absent where none has a name. */
	readonly via?: readonly ReasonEdge[];
}

/** A cycle, or a member of what should be empty, that an axiom of the model forbids. */
export interface Cycle {
	readonly axiom: string;
	readonly test: "acyclic" | "irreflexive" | "empty";
	/**
	 * Each edge begins where the one before it ends, and the first where the last ends, except for a pair that an `empty` axiom forbids by a
	 * single relation. None where an axiom asks for something that the execution lacks.
	 */
	readonly edges: readonly ReasonEdge[];
}

/** What a thread waits for. */
export interface Wait {
	readonly thread: number;
	/** Index into `Story.cells`: what it would have to read there, or the lock that it would have to get. */
	readonly cell: number;
	readonly what: "value" | "lock";
	/** The step that has the lock, where one has it. */
	readonly heldBy?: number;
	/** Of a value, the step that last read another one there. */
	readonly lastRead?: number;
	readonly place?: { readonly source: number; readonly line: number; readonly text: string };
}

/** Why a story goes as it does. */
export type Reason =
	| { readonly kind: "cycle"; readonly cycles: readonly Cycle[] }
	| {
			readonly kind: "race";
			readonly first: number;
			readonly second: number;
			/**
			 * For each direction how far what is ordered after the one step, or before the other, reaches towards it: the last step that `from` is known to
			 * come before, and the first that is known to come before `to`. Nothing leads from the one to the other.
			 */
			readonly gaps: readonly {
				readonly from: number;
				readonly to: number;
				readonly reached: number;
				readonly missing: number;
			}[];
	  }
	| { readonly kind: "waits"; readonly waits: readonly Wait[] }
	/** No execution has the outcome, whatever the memory model: its values come about in none. The story has no steps. */
	| { readonly kind: "values" }
	/** No execution has it, unless values that are computed from each other in a circle are taken to come out of nothing. No steps either. */
	| { readonly kind: "circular" };
