import type { Span } from "../source/span.ts";
import type { Opinion } from "./interpreter/opinion.ts";
import type { Supply } from "./interpreter/supply.ts";

/**
 * A set or relation of a model, as a first-order expression: functions are applied, names resolved,
 * equal subexpressions are the same object, and `id` numbers are smaller for operands than for what
 * uses them (members of a recursive group aside).
 */
export type ModelNode = { readonly id: number; readonly sort: "set" | "relation" } & ModelOperation;

/** What a node does with its operands. */
export type ModelOperation =
	/**
	 * Supplied by the execution. Relations: `po rf co addr data ctrl rmw loc int ext id`. Sets: `R W F M _`
	 * (all events) and every other name, meaning the events that carry this tag.
	 */
	| { readonly op: "base"; readonly name: string }
	| { readonly op: "empty" }
	| { readonly op: "union"; readonly operands: readonly ModelNode[] }
	| { readonly op: "intersection"; readonly operands: readonly ModelNode[] }
	| { readonly op: "difference"; readonly left: ModelNode; readonly right: ModelNode }
	| { readonly op: "complement"; readonly operand: ModelNode }
	/** Relational composition, left to right. */
	| { readonly op: "sequence"; readonly operands: readonly ModelNode[] }
	| { readonly op: "inverse"; readonly operand: ModelNode }
	| { readonly op: "optional"; readonly operand: ModelNode }
	| { readonly op: "plus"; readonly operand: ModelNode }
	| { readonly op: "star"; readonly operand: ModelNode }
	/** The identity on a set: `[S]`. */
	| { readonly op: "identity"; readonly operand: ModelNode }
	/** All pairs of two sets: `A * B`. */
	| { readonly op: "product"; readonly left: ModelNode; readonly right: ModelNode }
	| { readonly op: "domain"; readonly operand: ModelNode }
	| { readonly op: "range"; readonly operand: ModelNode }
	/** A member of a `let rec` group; the group's bodies mention members again. */
	| { readonly op: "recursive"; readonly group: RecursiveGroup; readonly member: number };

/** Definitions that are the least solution of their equations, found by iterating from empty. */
export interface RecursiveGroup {
	readonly names: readonly string[];
	/** One body a name, filled in once all are resolved. */
	readonly bodies: readonly ModelNode[];
}

/** A condition on executions. */
export interface Axiom {
	readonly name: string;
	readonly test: "acyclic" | "irreflexive" | "empty";
	/** Whether the condition is that the test fails: `~empty r`. */
	readonly negated: boolean;
	/** A flag reports executions that meet the condition; it forbids none. */
	readonly flag: boolean;
	readonly node: ModelNode;
	/** Set where another axiom says as much and more: made so that a search can use it. */
	readonly isImplied?: true;
	readonly span?: Span;
}

/** The tags of a model that declares them. */
export interface ModelAnnotations {
	/** As the model spells them. */
	readonly tags: ReadonlySet<string>;
	/** For a kind of instruction (`R`, `W`, `RMW`, `F`, `SRCU`), the sets of those without a tag in the test. */
	readonly defaults: ReadonlyMap<string, readonly string[]>;
}

/** A memory model: which executions are allowed and which are flagged. */
export interface Model {
	readonly name: string;
	readonly axioms: readonly Axiom[];
	/** The named definitions, for those who explain a violation in the model's own terms. */
	readonly definitions: ReadonlyMap<string, ModelNode>;
	/**
	 * What the model says of a complete execution, where it says more than its axioms do: whatever can only be
	 * found out by interpreting it there. Absent for most models.
	 *
	 * @throws ModelFault if the model turns out to be in error
	 */
	readonly interpret?: (supply: Supply) => Opinion;
	/** The tags that the model declares; absent where it declares none. */
	readonly annotations?: ModelAnnotations;
}
