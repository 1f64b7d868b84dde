import type { Value } from "./value.ts";

/** Something whose final value a condition or a printed state mentions. */
export type Term =
	| { readonly kind: "local"; readonly thread: number; readonly local: number }
	| { readonly kind: "cell"; readonly cell: number }
	/** What the pointer that `pointer` ends up holding points to at the end, `offset` bytes further on if that is given. */
	| { readonly kind: "dereference"; readonly pointer: Term; readonly offset?: number }
	| { readonly kind: "constant"; readonly value: Value };

/** A formula over final values, without its quantifier. */
export type Proposition =
	| { readonly kind: "true" }
	| { readonly kind: "equal"; readonly left: Term; readonly right: Term }
	| { readonly kind: "not"; readonly operand: Proposition }
	| { readonly kind: "and"; readonly operands: readonly Proposition[] }
	| { readonly kind: "or"; readonly operands: readonly Proposition[] };

/** What a test asks of its proposition: true of some execution, of none, or of all. */
export type Quantifier = "exists" | "~exists" | "forall";
