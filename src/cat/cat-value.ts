import type { Map as ImmutableMap } from "immutable";
import type { ModelNode } from "./model.ts";
import type { NodeTable, Sort } from "./node-table.ts";
import type { Expression } from "./syntax.ts";

/** What the names visible at one place of a model's text mean. */
export type Scope = ImmutableMap<string, CatValue>;

/** What a name or an expression of a model means. */
export type CatValue =
	| { readonly kind: "node"; readonly node: ModelNode }
	/** `0` or `{}`: the empty set or the empty relation, whichever its place needs. */
	| { readonly kind: "empty" }
	/** A function of the model's text, with the names that it sees. */
	| {
			readonly kind: "function";
			readonly parameters: readonly string[];
			readonly body: Expression;
			readonly scope: Scope;
	  }
	/** A function on relations that the language supplies. */
	| {
			readonly kind: "builtin";
			readonly name: string;
			readonly result: Sort;
			readonly apply: (table: NodeTable, relation: ModelNode) => ModelNode;
	  }
	/** Stands for what an error was reported about, so that it is reported once; the sort, if clear. */
	| { readonly kind: "broken"; readonly sort?: Sort };

/** The value of an expression whose error has been reported. */
export const broken: CatValue = { kind: "broken" };
