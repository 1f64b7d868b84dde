import {
	type Computed,
	computeBinary,
	computeConversion,
	computeDistance,
	computeOffset,
	computeUnary,
	isTrue,
	UNDEFINED_RESULT,
} from "../execution/arithmetic.ts";
import type { Expression } from "../execution/expression.ts";
import { sameValue, type Value } from "../execution/value.ts";

/** The values that something may have; undefined where it may have any. */
export type PossibleValues = readonly Value[] | undefined;

/** More values than these are taken to be any. */
const MOST = 16;

/** What is in either of two. */
export function eitherOf(one: PossibleValues, other: PossibleValues): PossibleValues {
	if (one === undefined || other === undefined) return undefined;
	const added = other.filter((value) => !one.some((known) => sameValue(known, value)));
	if (added.length === 0) return one;
	return one.length + added.length > MOST ? undefined : [...one, ...added];
}

/**
 * The values that an expression may have, where its locals have some of those given. What has no meaning is left
 * out: no run goes on from there.
 */
export function possibleValues(expression: Expression, locals: readonly PossibleValues[]): PossibleValues {
	const of = (operand: Expression): PossibleValues => possibleValues(operand, locals);
	switch (expression.kind) {
		case "constant":
			return [expression.value];
		case "local":
			return locals[expression.local];
		case "unary": {
			const { operator, type } = expression;
			return each(of(expression.operand), (x) => computeUnary(operator, type, x));
		}
		case "convert": {
			const { type } = expression;
			return each(of(expression.operand), (x) => computeConversion(type, x));
		}
		case "binary": {
			const { operator, type } = expression;
			return pairs(of(expression.left), of(expression.right), (l, r) => computeBinary(operator, type, l, r));
		}
		case "offset": {
			const { scale } = expression;
			return pairs(of(expression.pointer), of(expression.index), (p, i) => computeOffset(p, i, scale));
		}
		case "distance": {
			const { scale } = expression;
			return pairs(of(expression.left), of(expression.right), (l, r) => computeDistance(l, r, scale));
		}
		case "select": {
			const condition = of(expression.condition);
			const may = (wanted: boolean): boolean =>
				condition === undefined || condition.some((value) => isTrue(value) === wanted);
			return eitherOf(may(true) ? of(expression.then) : [], may(false) ? of(expression.otherwise) : []);
		}
	}
}

function each(values: PossibleValues, compute: (value: Value) => Computed): PossibleValues {
	return values && collect(values.map(compute));
}

function pairs(
	left: PossibleValues,
	right: PossibleValues,
	compute: (left: Value, right: Value) => Computed,
): PossibleValues {
	if (left === undefined || right === undefined || left.length * right.length > MOST * MOST) return undefined;
	return collect(left.flatMap((l) => right.map((r) => compute(l, r))));
}

function collect(results: readonly Computed[]): PossibleValues {
	const found: Value[] = [];
	for (const result of results)
		if (result !== UNDEFINED_RESULT && !found.some((known) => sameValue(known, result))) found.push(result);
	return found.length > MOST ? undefined : found;
}
