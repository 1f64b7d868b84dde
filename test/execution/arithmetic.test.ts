import fc from "fast-check";
import { expect, test } from "vitest";
import {
	computeBinary,
	computeConversion,
	computeDistance,
	computeOffset,
	computeUnary,
	UNDEFINED_RESULT,
} from "../../src/execution/arithmetic.ts";

const int = { bits: 32, signed: true } as const;
const unsigned = { bits: 32, signed: false } as const;
const long = { bits: 64, signed: true } as const;
const ulong = { bits: 64, signed: false } as const;

test("32-bit arithmetic agrees with the machine's", () => {
	const value = fc.integer();
	fc.assert(
		fc.property(value, value, (a, b) => {
			const [x, y] = [BigInt(a), BigInt(b)];
			expect(computeBinary("+", int, x, y)).toBe(BigInt((a + b) | 0));
			expect(computeBinary("-", int, x, y)).toBe(BigInt((a - b) | 0));
			expect(computeBinary("*", int, x, y)).toBe(BigInt(Math.imul(a, b)));
			expect(computeBinary("^", int, x, y)).toBe(BigInt(a ^ b));
			expect(computeBinary(">>", int, x, y & 31n)).toBe(BigInt(a >> (b & 31)));
			expect(computeBinary("<<", int, x, y & 31n)).toBe(BigInt(a << (b & 31)));
			expect(computeBinary("<", int, x, y)).toBe(a < b ? 1n : 0n);
			if (b !== 0) expect(computeBinary("%", int, x, y)).toBe(BigInt(a % b));
			expect(computeUnary("~", int, x)).toBe(BigInt(~a));
		}),
	);
});

test("wrap-around follows width and sign", () => {
	expect(computeBinary("+", unsigned, 0xffff_ffffn, 1n)).toBe(0n);
	expect(computeBinary("-", unsigned, 0n, 1n)).toBe(0xffff_ffffn);
	expect(computeBinary("-", ulong, 0n, 1n)).toBe(0xffff_ffff_ffff_ffffn);
	expect(computeBinary("+", long, 0x7fff_ffff_ffff_ffffn, 1n)).toBe(-0x8000_0000_0000_0000n);
	expect(computeConversion({ bits: 8, signed: true }, 255n)).toBe(-1n);
	expect(computeConversion({ bits: 1, signed: false }, 256n)).toBe(1n);
	expect(computeConversion(unsigned, -1n)).toBe(0xffff_ffffn);
});

test("division by zero and arithmetic between objects have no meaning", () => {
	expect(computeBinary("/", int, 1n, 0n)).toBe(UNDEFINED_RESULT);
	expect(computeBinary("%", int, 1n, 0n)).toBe(UNDEFINED_RESULT);
	const [p, q] = [
		{ object: 0, offset: 4 },
		{ object: 1, offset: 0 },
	];
	expect(computeBinary("<", ulong, p, q)).toBe(UNDEFINED_RESULT);
	expect(computeBinary("==", ulong, p, q)).toBe(0n);
	expect(computeBinary("!=", ulong, p, 0n)).toBe(1n);
	expect(computeDistance(p, q, 4)).toBe(UNDEFINED_RESULT);
});

test("pointers move by elements and keep false dependencies' values", () => {
	const p = { object: 3, offset: 8 };
	expect(computeOffset(p, 2n, 4)).toEqual({ object: 3, offset: 16 });
	expect(computeDistance({ object: 3, offset: 16 }, p, 4)).toBe(2n);
	expect(computeBinary("^", ulong, p, p)).toBe(0n);
	expect(computeBinary("&", ulong, p, 0n)).toBe(0n);
	expect(computeConversion(ulong, p)).toEqual(p);
	expect(computeConversion(int, p)).toBe(UNDEFINED_RESULT);
});
