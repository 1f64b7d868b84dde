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
import type { Expression, IntegerType } from "../execution/expression.ts";
import { sameValue, type Value } from "../execution/value.ts";
import {
	bitsOf,
	commonBits,
	extendBits,
	hasBits,
	inverted,
	type KnownBits,
	moveBits,
	operateOnBits,
	steadyBits,
	wholeValue,
} from "./known-bits.ts";

/**
 * The values that something may have: a list, or all that have some bits; undefined where it may have any, or come from a
 * computation that C gives no meaning.
 */
export type PossibleValues = readonly Value[] | KnownBits | undefined;

/** Of more values than these only the bits that they share are kept. */
const MOST = 16;

const LONG: IntegerType = { bits: 64, signed: true };
const ONE: KnownBits = bitsOf(1n);
const TRUTHS: readonly Value[] = [0n, 1n];

/** Whether possible values are given as a list. */
export function isList(values: PossibleValues): values is readonly Value[] {
	return Array.isArray(values);
}

/** What is in either of two; the first itself if the second brings nothing new. */
export function eitherOf(one: PossibleValues, other: PossibleValues): PossibleValues {
	if (one === other || one === undefined || other === undefined) return one && other;
	if (isList(one) && isList(other)) {
		const added = other.filter((value) => !one.some((known) => sameValue(known, value)));
		if (added.length === 0) return one;
		const all = [...one, ...added];
		return all.length > MOST ? bitsOfAll(all) : all;
	}
	if (isList(other) && other.length === 0) return one;
	if (isList(one) && one.length === 0) return other;
	const bits = asBits(one);
	const more = asBits(other);
	const both = bits && more && commonBits(bits, more);
	const isNew = isList(one) || both?.known !== one.known || both.orNull !== one.orNull;
	return isNew ? both : one;
}

/** What is in either of two, of something that goes on growing: given so that it soon grows no more. */
export function soonAll(one: PossibleValues, other: PossibleValues): PossibleValues {
	const both = eitherOf(one, other);
	if (both === one || both === undefined) return both;
	const before = asBits(one);
	const after = asBits(both);
	return before && after && steadyBits(before, after);
}

/** Whether something may be taken as true, or as false. */
export function mayBeTrue(values: PossibleValues, wanted: boolean): boolean {
	if (isList(values)) return values.some((value) => isTrue(value) === wanted);
	return values === undefined || wanted || hasBits(values, 0n);
}

function bitsOfAll(values: readonly Value[]): KnownBits | undefined {
	const [first, ...rest] = values.map(bitsOf);
	return rest.reduce<KnownBits | undefined>((sum, bits) => sum && commonBits(sum, bits), first);
}

function asBits(values: PossibleValues): KnownBits | undefined {
	return isList(values) ? bitsOfAll(values) : values;
}

/** The values that an expression may have, where its locals have some of those given. */
export function possibleValues(expression: Expression, locals: readonly PossibleValues[]): PossibleValues {
	const of = (operand: Expression): PossibleValues => possibleValues(operand, locals);
	switch (expression.kind) {
		case "constant":
			return [expression.value];
		case "local":
			return locals[expression.local];
		case "unary": {
			const { operator, type } = expression;
			const values = of(expression.operand);
			if (isList(values)) return collect(values.map((x) => computeUnary(operator, type, x)));
			if (values === undefined) return undefined;
			if (operator === "!") return TRUTHS;
			if (values.object !== undefined) return undefined;
			if (operator === "~") return known(extendBits(inverted(values), type), type);
			return known(operateOnBits("+", type, inverted(values), ONE), type);
		}
		case "convert": {
			const { type } = expression;
			const values = of(expression.operand);
			if (isList(values)) return collect(values.map((x) => computeConversion(type, x)));
			if (type.bits === 1) return values && TRUTHS;
			if (values?.object === undefined) return values && known(extendBits(values, type), type);
			return type.bits === 64 || type.holdsAddress ? values : undefined;
		}
		case "binary": {
			const { operator, type } = expression;
			const [left, right] = [of(expression.left), of(expression.right)];
			const listed = pairs(left, right, (l, r) => computeBinary(operator, type, l, r));
			if (listed !== undefined) return listed;
			const [a, b] = [asBits(left), asBits(right)];
			if (a?.object === undefined && b?.object === undefined && COMPARISONS.has(operator))
				return a && b && TRUTHS;
			return a && b && known(operateOnBits(operator, type, a, b), type);
		}
		case "offset": {
			const { scale } = expression;
			const [pointer, index] = [of(expression.pointer), of(expression.index)];
			const listed = pairs(pointer, index, (p, i) => computeOffset(p, i, scale));
			const bits = asBits(pointer);
			const moved = asBits(index);
			return listed ?? (bits && moved && known(moveBits(bits, moved, scale), LONG));
		}
		case "distance": {
			const { scale } = expression;
			const [left, right] = [of(expression.left), of(expression.right)];
			const listed = pairs(left, right, (l, r) => computeDistance(l, r, scale));
			if (listed !== undefined || scale !== 1) return listed;
			const [a, b] = [asBits(left), asBits(right)];
			if (a?.object === undefined || b?.object === undefined) return undefined;
			return known(operateOnBits("-", LONG, a, b), LONG);
		}
		case "select": {
			const condition = of(expression.condition);
			if (condition === undefined) return undefined;
			const ways = [
				mayBeTrue(condition, true) ? of(expression.then) : [],
				mayBeTrue(condition, false) ? of(expression.otherwise) : [],
			];
			return eitherOf(ways[0], ways[1]);
		}
	}
}

const COMPARISONS: ReadonlySet<string> = new Set(["==", "!=", "<", "<=", ">", ">=", "&&", "||"]);

function known(bits: KnownBits | undefined, type: IntegerType): PossibleValues {
	const value = bits && wholeValue(bits, type);
	return value === undefined ? bits : [value];
}

function pairs(
	left: PossibleValues,
	right: PossibleValues,
	compute: (left: Value, right: Value) => Computed,
): PossibleValues {
	if (!isList(left) || !isList(right) || left.length * right.length > MOST * MOST) return undefined;
	return collect(left.flatMap((l) => right.map((r) => compute(l, r))));
}

function collect(results: readonly Computed[]): PossibleValues {
	const found: Value[] = [];
	for (const result of results) {
		if (result === UNDEFINED_RESULT) return undefined;
		if (!found.some((known) => sameValue(known, result))) found.push(result);
	}
	return found.length > MOST ? bitsOfAll(found) : found;
}
