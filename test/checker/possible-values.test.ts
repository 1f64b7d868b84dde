import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluateExpression } from "../../src/checker/evaluate-expression.ts";
import { bitsOf, hasBits } from "../../src/checker/known-bits.ts";
import {
	eitherOf,
	isList,
	mayBeTrue,
	type PossibleValues,
	possibleValues,
	soonAll,
} from "../../src/checker/possible-values.ts";
import { isTrue } from "../../src/execution/arithmetic.ts";
import type { BinaryOperator, Expression, IntegerType } from "../../src/execution/expression.ts";
import { partsOf } from "../../src/execution/parts-of.ts";
import { sameValue, type Value } from "../../src/execution/value.ts";
import { wrap } from "../../src/execution/wrap.ts";

const ALL = (1n << 64n) - 1n;
const OPERATORS: readonly BinaryOperator[] = [
	...(["+", "-", "*", "/", "%", "<<", ">>", "&", "|", "^"] as const),
	...(["==", "!=", "<", "<=", ">", ">=", "&&", "||"] as const),
];

const types: fc.Arbitrary<IntegerType> = fc.record({
	bits: fc.constantFrom<IntegerType["bits"]>(1, 8, 16, 32, 64),
	signed: fc.boolean(),
});
const integers = fc.oneof(
	fc.constantFrom(0n, 1n, 3n, 7n, 8n, 12n, 31n, 4095n, 0x80000000n, 0xffffffffffffffe0n),
	fc.bigInt({ min: 0n, max: ALL }),
);
const values: fc.Arbitrary<Value> = fc.oneof(
	fc.tuple(integers, types).map(([value, type]) => wrap(value, type)),
	fc.record({ object: fc.nat(1), offset: fc.constantFrom(0, 4, 8, 4096, 12288, 12296) }),
);

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
	expression: fc.oneof(
		{ maxDepth: 3 },
		fc.nat(2).map((local): Expression => ({ kind: "local", local })),
		values.map((value): Expression => ({ kind: "constant", value })),
		fc.record<Expression & { kind: "unary" }>({
			kind: fc.constant("unary"),
			operator: fc.constantFrom("-", "~", "!"),
			type: types,
			operand: tie("expression"),
		}),
		// The front end converts what an operator takes to the operator's type.
		fc
			.record({
				operator: fc.constantFrom(...OPERATORS),
				type: types,
				left: tie("expression"),
				right: tie("expression"),
			})
			.map(({ operator, type, left, right }): Expression => {
				const converted = (operand: Expression): Expression => ({ kind: "convert", type, operand });
				return { kind: "binary", operator, type, left: converted(left), right: converted(right) };
			}),
		fc.record<Expression & { kind: "convert" }>({
			kind: fc.constant("convert"),
			type: types,
			operand: tie("expression"),
		}),
		fc.record<Expression & { kind: "offset" }>({
			kind: fc.constant("offset"),
			pointer: tie("expression"),
			// Offsets are exact as far as any object reaches.
			index: tie("expression").map((operand): Expression => {
				return { kind: "convert", type: { bits: 32, signed: true }, operand };
			}),
			scale: fc.constantFrom(1, 3, 4, 8),
		}),
		fc.record<Expression & { kind: "distance" }>({
			kind: fc.constant("distance"),
			left: tie("expression"),
			right: tie("expression"),
			scale: fc.constantFrom(1, 8),
		}),
		fc.record<Expression & { kind: "select" }>({
			kind: fc.constant("select"),
			condition: tie("expression"),
			// biome-ignore lint/suspicious/noThenProperty: the field of an expression
			then: tie("expression"),
			otherwise: tie("expression"),
		}),
	),
}));

/** A value, and something that is said of it which is true. */
const told = fc
	.record({ value: values, mask: integers, others: fc.array(values, { maxLength: 3 }), form: fc.nat(3) })
	.map(({ value, mask, others, form }): { value: Value; said: PossibleValues } => {
		const { object, bits } = bitsOf(value);
		if (form === 0) return { value, said: undefined };
		if (form === 1) return { value, said: [...others, value] };
		const known = { known: mask, bits: bits & mask };
		if (object === undefined) return { value, said: known };
		return {
			value: form === 2 ? value : 0n,
			said: { ...known, object, ...(form === 3 && { orNull: true }) },
		};
	});

function isAmong(values: PossibleValues, value: Value): boolean {
	if (values === undefined) return true;
	return isList(values) ? values.some((one) => sameValue(one, value)) : hasBits(values, value);
}

/** Whether an address is moved somewhere by so much that nothing tells where it is. */
function goesTooFar(formula: Expression, locals: readonly { readonly value: Value }[]): boolean {
	const resultOf = (part: Expression): unknown =>
		evaluateExpression(
			part,
			locals.map(({ value }) => ({ value, dependencies: [] })),
		).value;
	const parts = partsOf(formula);
	if (parts.some((part) => goesTooFar(part, locals))) return true;
	const operands = parts.map(resultOf);
	return (
		typeof resultOf(formula) === "symbol" &&
		operands.some((operand) => typeof operand === "object") &&
		operands.some((operand) => typeof operand === "bigint" && (operand > FAR || operand < -FAR))
	);
}

const FAR = 2n ** 48n;

test("what an expression comes to is among its possible values", () => {
	fc.assert(
		fc.property(expression, fc.tuple(told, told, told), (formula, locals) => {
			const result = evaluateExpression(
				formula,
				locals.map(({ value }) => ({ value, dependencies: [] })),
			).value;
			const possible = possibleValues(
				formula,
				locals.map(({ said }) => said),
			);
			// What has no meaning is not among any values that are said to be all; that an address goes too far is not foreseen.
			if (typeof result === "symbol")
				expect(possible === undefined || goesTooFar(formula, locals)).toBe(true);
			else if (typeof result === "object" && "kind" in result) expect.unreachable();
			else {
				expect(isAmong(possible, result)).toBe(true);
				expect(mayBeTrue(possible, isTrue(result))).toBe(true);
			}
		}),
		{ numRuns: 10_000 },
	);
});

test("what is in one of two is in either", () => {
	fc.assert(
		fc.property(told, told, (one, other) => {
			for (const both of [eitherOf(one.said, other.said), soonAll(one.said, other.said)]) {
				expect(isAmong(both, one.value)).toBe(true);
				expect(isAmong(both, other.value)).toBe(true);
			}
		}),
		{ numRuns: 5000 },
	);
});

test("something that grows is soon as large as it can be", () => {
	fc.assert(
		fc.property(fc.array(told, { minLength: 100, maxLength: 100 }), (all) => {
			let steps = 0;
			let grown: PossibleValues = [];
			for (const { said } of all) {
				const next = soonAll(grown, said);
				if (next !== grown) steps++;
				grown = next;
			}
			// From nothing to bits, those fewer from time to time, one more for null, and then anything.
			expect(steps).toBeLessThan(70);
		}),
	);
});

test("multiples stay multiples, and masks leave what they let through", () => {
	const long: IntegerType = { bits: 64, signed: false };
	const position: PossibleValues = { known: 7n, bits: 0n };
	const local: Expression = { kind: "local", local: 0 };
	const constant = (value: Value): Expression => ({ kind: "constant", value });
	const binary = (operator: BinaryOperator, left: Expression, right: Expression): Expression => {
		return { kind: "binary", operator, type: long, left, right };
	};
	expect(possibleValues(binary("+", local, constant(16n)), [position])).toEqual(position);
	const masked = binary("&", local, constant(31n));
	expect(possibleValues(masked, [position])).toEqual({ known: ALL & ~24n, bits: 0n });
	const header: Expression = {
		kind: "offset",
		pointer: constant({ object: 0, offset: 12288 }),
		index: masked,
		scale: 1,
	};
	expect(possibleValues(header, [position])).toEqual({ object: 0, known: ALL & ~24n, bits: 12288n });
	const distance: Expression = {
		kind: "distance",
		left: header,
		right: constant({ object: 0, offset: 0 }),
		scale: 1,
	};
	expect(possibleValues(binary(">>", distance, constant(12n)), [position])).toEqual([3n]);
	expect(possibleValues(binary("&", header, constant(ALL & ~4095n)), [position])).toEqual([
		{ object: 0, offset: 12288 },
	]);
	// Also of an address of which not every bit is known.
	const somewhere: PossibleValues = { object: 0, known: 7n, bits: 0n };
	expect(possibleValues(binary("&", local, constant(0n)), [somewhere])).toEqual([0n]);
	expect(possibleValues(binary("&", local, constant(7n)), [somewhere])).toEqual([0n]);
	expect(possibleValues(binary("&", local, constant(ALL)), [somewhere])).toEqual(somewhere);
});
