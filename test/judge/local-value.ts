import type { Expression } from "../../src/execution/expression.ts";
import type { Value } from "../../src/execution/value.ts";
import { evaluate, type Result } from "./evaluate.ts";

/** What a read event of a path, named by its index there, reads. */
export type ReadValues = (read: number) => Result;

/** What a local holds at some point of a path. */
export interface LocalValue {
	readonly value: Value;
	/** The path's reads that it was computed from, by the text of the computation. */
	readonly reads: ReadonlySet<number>;
	/** The same computation for other values of those reads. */
	readonly compute: (values: ReadValues) => Result;
}

/** A value that depends on nothing. */
export function constantValue(value: Value): LocalValue {
	return { value, reads: new Set(), compute: () => value };
}

/** The value of a read event, `read` being its index in the path. */
export function readValue(read: number, value: Value): LocalValue {
	return { value, reads: new Set([read]), compute: (values) => values(read) };
}

/** An expression over a path's locals; undefined if C gives it no meaning. */
export function computedValue(expression: Expression, locals: readonly LocalValue[]): LocalValue | undefined {
	const value = evaluate(expression, (index) => locals[index].value);
	if (value === undefined) return undefined;
	const reads = new Set(localsOf(expression).flatMap((index) => [...locals[index].reads]));
	const compute = (values: ReadValues): Result =>
		evaluate(expression, (index) => locals[index].compute(values));
	return { value, reads, compute };
}

function localsOf(expression: Expression): readonly number[] {
	switch (expression.kind) {
		case "constant":
			return [];
		case "local":
			return [expression.local];
		case "unary":
		case "convert":
			return localsOf(expression.operand);
		case "binary":
		case "distance":
			return [...localsOf(expression.left), ...localsOf(expression.right)];
		case "offset":
			return [...localsOf(expression.pointer), ...localsOf(expression.index)];
		case "select":
			return [
				...localsOf(expression.condition),
				...localsOf(expression.then),
				...localsOf(expression.otherwise),
			];
	}
}
