import type { Expression } from "../execution/expression.ts";
import { constant } from "./build-expression.ts";
import { type CType, INT } from "./c-type.ts";

/** A value without side effects, and its type in C. */
export interface TypedValue {
	readonly expression: Expression;
	readonly type: CType;
}

/** An int constant. */
export function intConstant(value: bigint): TypedValue {
	return { expression: constant(value), type: INT };
}
