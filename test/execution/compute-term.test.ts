import fc from "fast-check";
import { expect, test } from "vitest";
import { compareIntegers, computeTerm } from "../../src/execution/compute-term.ts";
import type { ArithmeticOperator, ComparisonOperator } from "../../src/execution/proposition.ts";

const POINTER = { object: 0, offset: 0 };

test.each<[bigint, ArithmeticOperator, bigint, bigint | undefined]>([
	[2n, "+", 3n, 5n],
	[2n, "-", 3n, -1n],
	[-7n, "/", 2n, -3n],
	[-7n, "%", 2n, -1n],
	[6n, "&", 3n, 2n],
	[6n, "|", 3n, 7n],
	[6n, "^", 3n, 5n],
	[1n, "<<", 63n, -(2n ** 63n)],
	[-8n, ">>", 1n, -4n],
	[1n, "/", 0n, undefined],
	[1n, "%", 0n, undefined],
	[2n ** 63n - 1n, "+", 1n, -(2n ** 63n)],
	// An unsigned value is converted first.
	[2n ** 64n - 1n, "+", 0n, -1n],
	[2n ** 64n - 1n, ">>", 1n, -1n],
])("%d %s %d", (left, operator, right, expected) => {
	expect(computeTerm(operator, left, right)).toBe(expected);
});

test("addresses and what has no meaning have no value, and no comparison with them is true", () => {
	for (const odd of [POINTER, undefined]) {
		expect(computeTerm("+", odd, 1n)).toBeUndefined();
		expect(computeTerm("^", odd, odd)).toBeUndefined();
		for (const operator of ["=", "!=", "<", "<=", ">", ">="] as const) {
			expect(compareIntegers(operator, odd, 1n)).toBe(false);
			expect(compareIntegers(operator, 1n, odd)).toBe(false);
			expect(compareIntegers(operator, odd, odd)).toBe(false);
		}
	}
});

test("comparisons are those of integers", () => {
	const meanings: Readonly<Record<ComparisonOperator, (left: bigint, right: bigint) => boolean>> = {
		"=": (left, right) => left === right,
		"!=": (left, right) => left !== right,
		"<": (left, right) => left < right,
		"<=": (left, right) => left <= right,
		">": (left, right) => left > right,
		">=": (left, right) => left >= right,
	};
	const integer = fc.oneof(fc.bigInt(-2n, 2n), fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n));
	const operators = fc.constantFrom<ComparisonOperator>("=", "!=", "<", "<=", ">", ">=");
	fc.assert(
		fc.property(operators, integer, integer, (operator, left, right) => {
			expect(compareIntegers(operator, left, right)).toBe(meanings[operator](left, right));
		}),
	);
	expect(compareIntegers("<", 2n ** 64n - 1n, 0n)).toBe(true);
});
