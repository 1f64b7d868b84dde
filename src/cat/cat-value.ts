import type { Map as ImmutableMap } from "immutable";
import type { ModelNode } from "./model.ts";
import type { Sort } from "./node-table.ts";
import type { Expression, Statement } from "./syntax.ts";

/** What the names visible at one place of a model's text mean. */
export type Scope = ImmutableMap<string, CatValue>;

/** What a name or an expression of a model means. */
export type CatValue =
	| { readonly kind: "node"; readonly node: ModelNode }
	/** `0` or `{}`: the empty set or the empty relation, whichever its place needs. */
	| { readonly kind: "empty" }
	| { readonly kind: "tag"; readonly tag: string }
	/** A set whose elements are known from the text, at least one, each once. */
	| { readonly kind: "elements"; readonly elements: readonly CatValue[] }
	| { readonly kind: "tuple"; readonly parts: readonly CatValue[] }
	/** An event, or a pair of events, that stands for any of a set: a base node of its own that has it alone. */
	| { readonly kind: "event" | "pair"; readonly node: ModelNode }
	/** All relations of one pair each whose pairs together are `node`. */
	| { readonly kind: "singletons"; readonly node: ModelNode }
	/** For each event of the set `over`, the relations of one pair of `edges` each that end in it. */
	| { readonly kind: "family"; readonly over: ModelNode; readonly edges: ModelNode }
	/** The relations that have one pair of `edges` for each event of `over`, ending in it, and no others. */
	| { readonly kind: "choices"; readonly over: ModelNode; readonly edges: ModelNode }
	/** A function of the model's text, with the names that it sees. */
	| {
			readonly kind: "function";
			readonly parameters: readonly string[];
			readonly body: Expression;
			readonly scope: Scope;
	  }
	/** A function that the language supplies; `map f` is one that has been given the first of its arguments. */
	| { readonly kind: "builtin"; readonly name: string; readonly given?: CatValue }
	| {
			readonly kind: "procedure";
			readonly parameters: readonly string[];
			readonly body: readonly Statement[];
			readonly scope: Scope;
	  }
	/**
	 * No set or relation that could be told without an execution: an error was reported about it, or only
	 * interpretation finds it out. The sort, if clear.
	 */
	| { readonly kind: "unknown"; readonly sort?: Sort };

/** The value of an expression that has none before there is an execution, or whose error was reported. */
export const noValue: CatValue = { kind: "unknown" };
