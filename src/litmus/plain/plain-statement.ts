import type { Expression } from "../../execution/expression.ts";
import type { Access } from "../../execution/instruction.ts";
import type { Span } from "../../source/span.ts";

/** A statement of a plain test: what is left of a thread's code without loops, calls and computed addresses. */
export type PlainStatement =
	| {
			readonly kind: "assign";
			readonly local: number;
			readonly value: Expression;
			readonly span: Span | undefined;
	  }
	/** Its address is a constant or a local. */
	| { readonly kind: "access"; readonly instruction: Access }
	/** The local becomes the address of the cell, and depends on the index, which is `at` here. */
	| {
			readonly kind: "point";
			readonly local: number;
			readonly cell: number;
			readonly index: number;
			readonly at: bigint;
	  }
	| {
			readonly kind: "if";
			readonly condition: Expression;
			/** What runs where the condition holds, and where it does not. */
			readonly arms: readonly [readonly PlainStatement[], readonly PlainStatement[]];
			readonly span: Span | undefined;
	  };
