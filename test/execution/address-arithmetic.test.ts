import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeBinary, computeConversion, UNDEFINED_RESULT } from "../../src/execution/arithmetic.ts";
import type { BinaryOperator, IntegerType } from "../../src/execution/expression.ts";
import type { Value } from "../../src/execution/value.ts";
import { evaluate } from "../judge/evaluate.ts";

const U64: IntegerType = { bits: 64, signed: false };
const NARROW: IntegerType = { bits: 16, signed: false, holdsAddress: true };
const at = (offset: number): Value => ({ object: 3, offset });

describe("addresses as integers", () => {
	test.each<[string, BinaryOperator, Value, Value, Value | undefined]>([
		["moved up", "+", at(8), 4n, at(12)],
		["moved up from the other side", "+", 4n, at(8), at(12)],
		["moved down", "-", at(8), 4n, at(4)],
		["moved down below the object", "-", at(0), 4n, at(-4)],
		["moved by a negative number in unsigned arithmetic", "+", at(8), 2n ** 64n - 8n, at(0)],
		["moved further than numbers are exact", "+", at(8), 2n ** 53n + 1n, undefined],
		["moved so far down", "-", at(8), 2n ** 60n, undefined],
		["rounded down", "&", at(4104), 2n ** 64n - 4096n, at(4096)],
		["rounded down below the object", "&", at(-1), 2n ** 64n - 16n, at(-16)],
		["no bit of theirs", "&", at(4104), 0n, 0n],
		["their low bits", "&", at(4104), 4095n, 8n],
		["their low bits below the object", "&", at(-1), 15n, 15n],
		["their remainder", "%", at(4104), 4096n, 8n],
		["a mask that is none", "&", at(4104), 5n, undefined],
		["a remainder of no power of two", "%", at(4104), 6n, undefined],
		["an integer minus an address", "-", 4n, at(4), undefined],
		["their sum", "+", at(4), at(8), undefined],
		["their distance", "-", at(4), at(8), 2n ** 64n - 4n],
		["the distance of two objects", "-", at(4), { object: 2, offset: 0 }, undefined],
		["not an error", ">=", at(4), 2n ** 64n - 4095n, 0n],
		["below errors", "<", at(4), 2n ** 64n - 4095n, 1n],
		["above null", ">", at(0), 0n, 1n],
		["null is below", "<", 0n, at(0), 1n],
		["compared with any other number", "<", at(0), 77n, undefined],
	])("%s", (_name, operator, left, right, expected) => {
		expect(computeBinary(operator, U64, left, right)).toEqual(expected ?? UNDEFINED_RESULT);
	});

	test("an int has no room for them", () => {
		const int: IntegerType = { bits: 32, signed: true };
		expect(computeBinary("+", int, at(0), 4n)).toBe(UNDEFINED_RESULT);
		expect(computeConversion(int, at(0))).toBe(UNDEFINED_RESULT);
	});

	test("a narrow long has", () => {
		expect(computeConversion(NARROW, at(4))).toEqual(at(4));
		expect(computeBinary("&", NARROW, at(4104), 0xf000n)).toEqual(at(4096));
		expect(computeBinary("-", NARROW, at(0), at(8))).toBe(0xfff8n);
		expect(computeConversion({ bits: 16, signed: false }, at(4))).toBe(UNDEFINED_RESULT);
	});
});

test("the judge computes the same", () => {
	const pointers = fc.record({
		object: fc.integer({ min: 0, max: 1 }),
		offset: fc.integer({ min: -20, max: 5000 }),
	});
	const integers = fc.oneof(
		fc.integer({ min: -20, max: 20 }).map(BigInt),
		fc.integer({ min: 0, max: 15 }).map((shift) => (1n << BigInt(shift)) - 1n),
		fc.integer({ min: 0, max: 15 }).map((shift) => -(1n << BigInt(shift))),
	);
	const operators = fc.constantFrom<BinaryOperator[]>(
		...(["+", "-", "*", "/", "%", "<<", ">>", "&", "|", "^", "==", "!=", "<", "<=", ">", ">="] as const),
	);
	const values = fc.oneof<fc.Arbitrary<Value>[]>(pointers, integers);
	const types = fc.constantFrom<IntegerType>(U64, { bits: 64, signed: true }, NARROW, {
		bits: 32,
		signed: false,
	});
	fc.assert(
		fc.property(operators, types, values, values, (operator, type, left, right) => {
			const toType = (value: Value): Value => {
				if (typeof value === "object") return value;
				return type.signed ? BigInt.asIntN(type.bits, value) : BigInt.asUintN(type.bits, value);
			};
			const [a, b] = [toType(left), toType(right)];
			const computed = computeBinary(operator, type, a, b);
			const judged = evaluate(
				{
					kind: "binary",
					operator,
					type,
					left: { kind: "constant", value: a },
					right: { kind: "constant", value: b },
				},
				() => undefined,
			);
			expect(computed).toEqual(judged ?? UNDEFINED_RESULT);
		}),
		{ numRuns: 3000 },
	);
});
