import type { Value } from "./value.ts";

/** A C integer type after all typedefs: its width and whether it has a sign. `bool` means C's `_Bool`. */
export interface IntegerType {
	readonly bits: 1 | 8 | 16 | 32 | 64;
	readonly signed: boolean;
	/** Set where an address fits although the type is narrower: `long` where counters are made narrow to wrap early. */
	readonly holdsAddress?: true;
}

/** C's unary operators on values; `!` gives 0 or 1. */
export type UnaryOperator = "-" | "~" | "!";

/** C's binary operators on values. */
export type BinaryOperator =
	| "+"
	| "-"
	| "*"
	| "/"
	| "%"
	| "<<"
	| ">>"
	| "&"
	| "|"
	| "^"
	| "=="
	| "!="
	| "<"
	| "<="
	| ">"
	| ">="
	| "&&"
	| "||";

/**
 * A value computed from a thread's locals alone: no memory is read and nothing is written. The front
 * end has taken every read and side effect out into instructions of its own.
 *
 * `type` of a unary or binary node is the type that the operands were converted to (C's usual
 * arithmetic conversions; for a shift, the promoted left operand's); the result is wrapped to it, but
 * for comparisons and the logical operators, whose result is the integer 0 or 1. `&&` and `||` here
 * evaluate both sides.
 */
export type Expression =
	| { readonly kind: "constant"; readonly value: Value }
	| { readonly kind: "local"; readonly local: number }
	| {
			readonly kind: "unary";
			readonly operator: UnaryOperator;
			readonly type: IntegerType;
			readonly operand: Expression;
	  }
	| {
			readonly kind: "binary";
			readonly operator: BinaryOperator;
			readonly type: IntegerType;
			readonly left: Expression;
			readonly right: Expression;
	  }
	/** Wraps an integer to `type` (1 bit: 0 or 1 by being non-zero); a pointer passes through 64 bits unchanged. */
	| { readonly kind: "convert"; readonly type: IntegerType; readonly operand: Expression }
	/** `pointer + index * scale` bytes. */
	| {
			readonly kind: "offset";
			readonly pointer: Expression;
			readonly index: Expression;
			readonly scale: number;
	  }
	/** `(left - right) / scale` of two pointers into one object. */
	| {
			readonly kind: "distance";
			readonly left: Expression;
			readonly right: Expression;
			readonly scale: number;
	  }
	/** `condition ? then : otherwise`, both sides pure; the result depends on all three. */
	| {
			readonly kind: "select";
			readonly condition: Expression;
			readonly then: Expression;
			readonly otherwise: Expression;
	  };
