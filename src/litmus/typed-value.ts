import type { Expression } from "../execution/expression.ts";
import { constant } from "./build-expression.ts";
import { type CType, INT } from "./c-type.ts";

/** A value without side effects, and its type in C. */
export interface TypedValue {
	readonly expression: Expression;
	readonly type: CType;
}

/** What stands for a value after an error that was reported: whoever gets it reports no other. */
export const AFTER_ERROR: TypedValue = { expression: constant(0n), type: INT };

/** An int constant. */
export function intConstant(value: bigint): TypedValue {
	return { expression: constant(value), type: INT };
}
