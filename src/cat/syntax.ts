import type { Span } from "../source/span.ts";

/** A name where it is written. */
export interface Name {
	readonly text: string;
	readonly span: Span;
}

/** `name = body`, or with parameters a function: `name(parameters) = body`. */
export interface Binding {
	readonly name: Name;
	readonly parameters?: readonly Name[];
	readonly body: Expression;
}

/** Operators on one operand, by the name of the model operation they build. */
export type UnaryOperator = "complement" | "identity" | "inverse" | "optional" | "plus" | "star";

/** Operators on two or more operands; `difference` groups to the left, the others associate. */
export type InfixOperator = "union" | "sequence" | "difference" | "intersection" | "product";

/** What a tuple's parts are bound to; one name binds the whole. */
export type Pattern = readonly Name[];

/** One way on in a `match`: on a set, empty or an element and the rest; on a tag, one tag or any other. */
export type Clause = { readonly body: Expression } & (
	| { readonly kind: "empty" }
	| { readonly kind: "some"; readonly element: Name; readonly rest: Name }
	| { readonly kind: "tag"; readonly tag: string }
	| { readonly kind: "other" }
);

/** What an `if` asks. */
export type Condition =
	| { readonly kind: "variant"; readonly name: string }
	| { readonly kind: "not"; readonly operand: Condition }
	| { readonly kind: "all" | "any"; readonly operands: readonly Condition[] }
	| {
			readonly kind: "subset" | "equal";
			readonly left: Expression;
			readonly right: Expression;
	  };

/** An expression as written: names unresolved, sorts unchecked. */
export type Expression = { readonly span: Span } & (
	| { readonly kind: "name"; readonly name: string }
	/** `'once`: a tag that `enum` declares. */
	| { readonly kind: "tag"; readonly tag: string }
	| { readonly kind: "universe" }
	| { readonly kind: "empty" }
	| { readonly kind: "unary"; readonly operator: UnaryOperator; readonly operand: Expression }
	| {
			readonly kind: "infix";
			readonly operator: InfixOperator;
			readonly operands: readonly Expression[];
	  }
	/** `{a, b}`; with at least one element. */
	| { readonly kind: "elements"; readonly elements: readonly Expression[] }
	/** `(a, b)`. */
	| { readonly kind: "tuple"; readonly parts: readonly Expression[] }
	/** `element ++ rest`. */
	| { readonly kind: "add"; readonly element: Expression; readonly rest: Expression }
	| { readonly kind: "match"; readonly subject: Expression; readonly clauses: readonly Clause[] }
	| { readonly kind: "try"; readonly first: Expression; readonly second: Expression }
	| {
			readonly kind: "if";
			readonly condition: Condition;
			readonly whenTrue: Expression;
			readonly whenFalse: Expression;
	  }
	| {
			readonly kind: "apply";
			readonly callee: Expression;
			readonly arguments: readonly Expression[];
	  }
	| { readonly kind: "function"; readonly parameters: readonly Name[]; readonly body: Expression }
	| {
			readonly kind: "local";
			readonly recursive: boolean;
			readonly bindings: readonly Binding[];
			readonly body: Expression;
	  }
	/** `let (a, b) = value in body`. */
	| {
			readonly kind: "bind";
			readonly pattern: Pattern;
			readonly value: Expression;
			readonly body: Expression;
	  }
);

/** What a check asks of its expression. */
export type Test = "acyclic" | "irreflexive" | "empty";

/** What becomes of an execution that fails a check: forbidden, or flagged when it passes or fails. */
export type Manner = "forbid" | "flag" | "assert" | "undefined_unless";

/** A check as written. */
export interface Check {
	readonly kind: "check";
	readonly manner: Manner;
	readonly negated: boolean;
	readonly test: Test;
	readonly expression: Expression;
	readonly name?: Name;
	readonly span: Span;
}

/** One statement of a model's text. */
export type Statement =
	| {
			readonly kind: "definition";
			readonly recursive: boolean;
			readonly bindings: readonly Binding[];
			/** The recursion's result must pass it; the execution is forbidden otherwise. */
			readonly when?: Check;
	  }
	| { readonly kind: "pattern"; readonly pattern: Pattern; readonly value: Expression }
	| Check
	| { readonly kind: "enum"; readonly name: Name; readonly tags: readonly Name[] }
	/** Which tags a kind of instruction can have, or has where its text gives none. */
	| {
			readonly kind: "instructions";
			readonly default: boolean;
			readonly instruction: Name;
			readonly tags: readonly Expression[];
	  }
	/** `with x from e`: one execution for each element of `e`. */
	| {
			readonly kind: "choice";
			readonly pattern: Pattern;
			readonly from: Expression;
			readonly span: Span;
	  }
	| {
			readonly kind: "procedure";
			readonly name: Name;
			readonly parameters: readonly Name[];
			readonly body: readonly Statement[];
	  }
	/** `as`, if given, names all checks in the procedure's body. */
	| {
			readonly kind: "call";
			readonly procedure: Name;
			readonly arguments: readonly Expression[];
			readonly name?: Name;
			readonly span: Span;
	  }
	| {
			readonly kind: "forall";
			readonly variable: Name;
			readonly in: Expression;
			readonly body: readonly Statement[];
			readonly span: Span;
	  }
	| {
			readonly kind: "if";
			readonly condition: Condition;
			readonly whenTrue: readonly Statement[];
			readonly whenFalse: readonly Statement[];
	  }
	| { readonly kind: "include"; readonly name: string; readonly span: Span }
	/** Says what to draw; it has no meaning for a verdict. */
	| { readonly kind: "show" };

/** A parsed model file. */
export interface ModelText {
	/** The name in quotes at its top. */
	readonly name?: string;
	readonly statements: readonly Statement[];
}
