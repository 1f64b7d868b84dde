import type { Diagnostic } from "../source/diagnostic.ts";
import type { Span } from "../source/span.ts";
import type { CatValue, Scope } from "./cat-value.ts";
import type { ModelNode } from "./model.ts";
import type { NodeTable, Sort } from "./node-table.ts";
import type { Expression } from "./syntax.ts";

/** What the parts of resolving a model need of each other. */
export interface Resolution {
	/** Makes the model's nodes. */
	readonly table: NodeTable;
	/** The variants of the model that are switched on: what `if "name"` asks for. */
	readonly variants: ReadonlySet<string>;
	/** How many errors have been gathered. */
	readonly errorCount: number;
	/** Gathers an error; returns the value to go on with. */
	report(diagnostic: Diagnostic): CatValue;
	/** Runs `run` and forgets what it reported, unless that ends the resolving. */
	attempt<T>(run: () => T): { readonly result: T; readonly failed: boolean };
	/** What `expression` means where `scope` is visible. */
	resolve(expression: Expression, scope: Scope): CatValue;
	/** A function's value. */
	call(callee: CatValue, values: readonly CatValue[], span: Span): CatValue;
	/**
	 * The node of a value that must be a set or a relation, or undefined, which has been reported where it is
	 * an error. An undecided `0` is taken as `sort`.
	 *
	 * @param by who needs it, as a message's subject
	 */
	needNode(value: CatValue, sort: Sort, by: string, span: Span): ModelNode | undefined;
	/** The same of a value that must have the sort `sort`. */
	needSort(value: CatValue, sort: Sort, by: string, span: Span): ModelNode | undefined;
}
