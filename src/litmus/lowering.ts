import type { Expression } from "../execution/expression.ts";
import type { Value } from "../execution/value.ts";
import type { CExpression, Process } from "./ast.ts";
import type { CType } from "./c-type.ts";
import type { Dialect } from "./dialect.ts";
import type { Report } from "./report.ts";
import type { LocalVariable, Scope } from "./scope.ts";
import type { SharedMemory } from "./shared-memory.ts";
import type { ThreadDraft } from "./thread-draft.ts";
import type { TypedValue } from "./typed-value.ts";

/** Something that can be read and assigned. */
export type Place =
	| { readonly kind: "local"; readonly variable: LocalVariable }
	| { readonly kind: "memory"; readonly address: Expression; readonly type: CType };

/**
 * What the parts of a process's lowering share: the state they work on, and each other. Every function
 * emits what its expression does, in C's order; after an error, which is reported, it returns something
 * harmless so that the rest is still checked.
 */
export interface Lowering {
	readonly process: Process;
	readonly memory: SharedMemory;
	/** Values that the initial state gives to registers of this process. */
	readonly registers: ReadonlyMap<string, Value>;
	/** Names that the process assigns somewhere. */
	readonly assigned: ReadonlySet<string>;
	/** Objects that lock primitives were used on; filled by the lowering. */
	readonly locks: Set<number>;
	/** What calls mean. */
	readonly dialect: Dialect;
	readonly report: Report;
	readonly draft: ThreadDraft;
	readonly scope: Scope;
	/** The local variables by the name that a condition knows them by: the first one of each name. */
	readonly named: Map<string, LocalVariable>;
	value(expression: CExpression): TypedValue;
	/** For what the expression does alone. */
	effect(expression: CExpression): void;
	place(expression: CExpression): Place | undefined;
	/** Goes to one of two labels. */
	condition(expression: CExpression, whenTrue: number, whenFalse: number): void;
	call(expression: CExpression & { kind: "call" }): TypedValue | undefined;
}
