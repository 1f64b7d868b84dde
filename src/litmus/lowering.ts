import type { Expression } from "../execution/expression.ts";
import type { Value } from "../execution/value.ts";
import type { CExpression, CStatement, Process } from "./ast.ts";
import type { CType } from "./c-type.ts";
import type { Dialect } from "./dialect.ts";
import type { LocalObjects } from "./local-objects.ts";
import type { Report } from "./report.ts";
import type { LocalVariable, Scope } from "./scope.ts";
import type { SharedMemory } from "./shared-memory.ts";
import type { ThreadDraft } from "./thread-draft.ts";
import type { TypedValue } from "./typed-value.ts";
import type { FunctionDefinition, Unit } from "./unit.ts";

/** Something that can be read and assigned. */
export type Place =
	| { readonly kind: "local"; readonly variable: LocalVariable }
	| {
			readonly kind: "memory";
			readonly address: Expression;
			readonly type: CType;
			/** Whether it is a member that is declared constant, so that reading it makes no event. */
			readonly isConst?: boolean;
	  };

/** The state that the parts of a body's lowering share. */
export interface LoweringState {
	readonly process: Process;
	/** What the declarations outside of processes come to. */
	readonly unit: Unit;
	readonly memory: SharedMemory;
	/** Values that the initial state gives to registers of this process. */
	readonly registers: ReadonlyMap<string, Value>;
	/** Names that the body assigns somewhere. */
	readonly assigned: ReadonlySet<string>;
	/** Names that the body assigns or takes the address of; a variable of another name keeps its first value. */
	readonly changed: ReadonlySet<string>;
	/** Objects that lock primitives were used on; filled by the lowering. */
	readonly locks: Set<number>;
	/** What calls mean. */
	readonly dialect: Dialect;
	readonly report: Report;
	readonly draft: ThreadDraft;
	/** Locals of the thread that have an address. */
	readonly objects: LocalObjects;
	readonly scope: Scope;
	/** The local variables by the name that a condition knows them by: the first one of each name. */
	readonly named: Map<string, LocalVariable>;
	/** The functions that are being inlined, outermost first; the last one's body is lowered here. */
	readonly active: readonly FunctionDefinition[];
	/** The lowering of the process itself, where this is that of a function. */
	readonly outermost?: Lowering;
	/** Whether the body runs in an interrupt. */
	readonly isInterrupt: boolean;
}

/**
 * What the parts of a body's lowering share: the state they work on, and each other. Every function
 * emits what its expression does, in C's order; after an error, which is reported, it returns something
 * harmless so that the rest is still checked.
 */
export interface Lowering extends LoweringState {
	value(expression: CExpression): TypedValue;
	/** For what the expression does alone. */
	effect(expression: CExpression): void;
	place(expression: CExpression): Place | undefined;
	/** Goes to one of two labels. */
	condition(expression: CExpression, whenTrue: number, whenFalse: number): void;
	call(expression: CExpression & { kind: "call" }): TypedValue | undefined;
	/** What a function does with its arguments, perhaps in an interrupt; its value, or undefined if it has none. */
	inline(
		definition: FunctionDefinition,
		operands: readonly TypedValue[],
		source: CExpression,
		isInterrupt?: boolean,
	): TypedValue | undefined;
	/** A statement in the middle of an expression. */
	statement(statement: CStatement): void;
}
