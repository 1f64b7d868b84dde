import type { Value } from "./value.ts";

/** C's operators of arithmetic that conditions have. */
export type ArithmeticOperator = "+" | "-" | "*" | "/" | "%" | "&" | "|" | "^" | "<<" | ">>";

/** How two integers are compared. */
export type ComparisonOperator = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** Something whose final value a condition or a printed state mentions. */
export type Term =
	| { readonly kind: "local"; readonly thread: number; readonly local: number }
	| { readonly kind: "cell"; readonly cell: number }
	/** What the pointer that `pointer` ends up holding points to at the end, `offset` bytes further on if that is given. */
	| { readonly kind: "dereference"; readonly pointer: Term; readonly offset?: number }
	| { readonly kind: "constant"; readonly value: Value }
	/** What C computes from two integers, each converted to 64 bits with a sign; without a meaning for addresses. */
	| {
			readonly kind: "computed";
			readonly operator: ArithmeticOperator;
			readonly left: Term;
			readonly right: Term;
	  };

/** A formula over final values, without its quantifier. */
export type Proposition =
	| { readonly kind: "true" }
	| { readonly kind: "equal"; readonly left: Term; readonly right: Term }
	/** Two integers, each converted to 64 bits with a sign; false of addresses, and of what has no meaning. */
	| {
			readonly kind: "compare";
			readonly operator: ComparisonOperator;
			readonly left: Term;
			readonly right: Term;
	  }
	| { readonly kind: "not"; readonly operand: Proposition }
	| { readonly kind: "and"; readonly operands: readonly Proposition[] }
	| { readonly kind: "or"; readonly operands: readonly Proposition[] };

/** What a test asks of its proposition: true of some execution, of none, or of all. */
export type Quantifier = "exists" | "~exists" | "forall";
