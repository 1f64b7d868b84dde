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

/** An expression as written: names unresolved, sorts unchecked. */
export type Expression = { readonly span: Span } & (
	| { readonly kind: "name"; readonly name: string }
	| { readonly kind: "universe" }
	| { readonly kind: "empty" }
	| { readonly kind: "unary"; readonly operator: UnaryOperator; readonly operand: Expression }
	| {
			readonly kind: "infix";
			readonly operator: InfixOperator;
			readonly operands: readonly Expression[];
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
);

/** What a check asks of its expression. */
export type Test = "acyclic" | "irreflexive" | "empty";

/** One statement of a model's text. */
export type Statement =
	| {
			readonly kind: "definition";
			readonly recursive: boolean;
			readonly bindings: readonly Binding[];
	  }
	| {
			readonly kind: "check";
			readonly flag: boolean;
			readonly negated: boolean;
			readonly test: Test;
			readonly expression: Expression;
			readonly name?: Name;
			readonly span: Span;
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
