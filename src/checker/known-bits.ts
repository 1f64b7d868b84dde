import type { BinaryOperator, IntegerType } from "../execution/expression.ts";
import { isPointer, type Value } from "../execution/value.ts";

/**
 * An integer, or an address in one object, of which some bits are known: of the integer, or of the offset, as 64 bits of
 * two's complement.
 */
export interface KnownBits {
	/** The object, of an address. */
	readonly object?: number;
	/** Set if an address may also be null: not much is known then of what is computed from it. */
	readonly orNull?: boolean;
	/** Which bits are known, and what those are; unknown ones are 0. */
	readonly known: bigint;
	readonly bits: bigint;
}

const ALL = (1n << 64n) - 1n;

/** All bits of one value. */
export function bitsOf(value: Value): KnownBits {
	if (!isPointer(value)) return { known: ALL, bits: BigInt.asUintN(64, value) };
	return { object: value.object, known: ALL, bits: BigInt.asUintN(64, BigInt(value.offset)) };
}

/** What is known of either of two; undefined where one is an integer and one an address, or of another object. */
export function commonBits(one: KnownBits, other: KnownBits): KnownBits | undefined {
	if (one.object === undefined && other.object !== undefined) return commonBits(other, one);
	if (one.object !== undefined && isZero(other)) return { ...one, orNull: true };
	if (one.object !== other.object) return undefined;
	const known = one.known & other.known & ~(one.bits ^ other.bits);
	const orNull = one.orNull || other.orNull;
	return { ...one, known, bits: one.bits & known, ...(orNull && { orNull }) };
}

function isZero({ object, known, bits }: KnownBits): boolean {
	return object === undefined && known === ALL && bits === 0n;
}

/** What is known of a value that has grown and may go on growing: the bits below the lowest that has changed. */
export function steadyBits(before: KnownBits, after: KnownBits): KnownBits {
	const lost = before.known & ~after.known;
	const known = after.known & ((lost & -lost) - 1n) & ALL;
	return lost === 0n ? after : { ...after, known, bits: after.bits & known };
}

/** Whether a value has the bits that are known. */
export function hasBits({ object, orNull, known, bits }: KnownBits, value: Value): boolean {
	if (orNull && value === 0n) return true;
	const own = bitsOf(value);
	return own.object === object && (own.bits & known) === bits;
}

/** An integer of which nothing is known. */
const ANY_INTEGER: KnownBits = { known: 0n, bits: 0n };

/** The value, of a type if it is an integer, where all bits are known. */
export function wholeValue(value: KnownBits, type: IntegerType): Value | undefined {
	if (value.known !== ALL || value.orNull) return undefined;
	if (value.object !== undefined)
		return { object: value.object, offset: Number(BigInt.asIntN(64, value.bits)) };
	return type.signed ? BigInt.asIntN(64, value.bits) : value.bits;
}

/** What an operation makes of two values; undefined where nothing is known of that. */
export function operateOnBits(
	operator: BinaryOperator,
	type: IntegerType,
	left: KnownBits,
	right: KnownBits,
): KnownBits | undefined {
	if (left.orNull || right.orNull) return undefined;
	const result = operate(operator, type, left, right);
	return result?.object === undefined ? result && extendBits(result, type) : result;
}

function operate(
	operator: BinaryOperator,
	type: IntegerType,
	left: KnownBits,
	right: KnownBits,
): KnownBits | undefined {
	if (right.object !== undefined) {
		if (operator === "-" && left.object === right.object) return add(integer(left), inverted(right), 1n);
		if (left.object !== undefined || (operator !== "+" && operator !== "&")) return undefined;
		return operate(operator, type, right, left);
	}
	const { object } = left;
	switch (operator) {
		case "+":
			return located(object, add(left, right, 0n));
		case "-":
			return located(object, add(left, inverted(right), 1n));
		case "&":
			return object === undefined ? and(left, right) : maskAddress(left, right);
	}
	if (object !== undefined) return undefined;
	switch (operator) {
		case "|":
			return inverted(and(inverted(left), inverted(right)));
		case "^": {
			const known = left.known & right.known;
			return { known, bits: (left.bits ^ right.bits) & known };
		}
		case "<<":
		case ">>":
			if (right.known !== ALL) return undefined;
			return operator === "<<"
				? shiftLeft(left, right.bits % BigInt(type.bits))
				: shiftRight(left, right.bits % BigInt(type.bits), type.signed);
		default:
			return undefined;
	}
}

/** An address moved by some elements of a size; undefined where nothing is known of that. */
export function moveBits(pointer: KnownBits, index: KnownBits, scale: number): KnownBits | undefined {
	if (pointer.object === undefined || pointer.orNull || index.object !== undefined) return undefined;
	const shift = Math.log2(scale);
	const distance = Number.isInteger(shift) ? shiftLeft(index, BigInt(shift)) : ANY_INTEGER;
	return located(pointer.object, add(pointer, distance, 0n));
}

/** The other bits. */
export function inverted({ known, bits }: KnownBits): KnownBits {
	return { known, bits: ~bits & known };
}

/** An integer reduced to a type: what lies above its bits is then known, or as known as its sign. */
export function extendBits(value: KnownBits, { bits: width, signed }: IntegerType): KnownBits | undefined {
	// For a truth it matters whether any bit is set.
	if (width === 1) return { known: ALL & ~1n, bits: 0n };
	const own = (1n << BigInt(width)) - 1n;
	const [known, bits] = [value.known & own, value.bits & own];
	const above = ALL & ~own;
	const sign = 1n << BigInt(width - 1);
	if (!signed) return { known: known | above, bits };
	if ((known & sign) === 0n) return { known, bits };
	return { known: known | above, bits: (bits & sign) === 0n ? bits : bits | above };
}

function integer({ known, bits }: KnownBits): KnownBits {
	return { known, bits };
}

function located(object: number | undefined, value: KnownBits): KnownBits {
	return object === undefined ? value : { object, ...value };
}

/** A bit of a sum is known where both summands' are and the carry into it: that lies between two extremes. */
function add(left: KnownBits, right: KnownBits, carry: bigint): KnownBits {
	const least = (left.bits + right.bits + carry) & ALL;
	const [highLeft, highRight] = [left.bits | (ALL & ~left.known), right.bits | (ALL & ~right.known)];
	const most = (highLeft + highRight + carry) & ALL;
	const carriesAtLeast = least ^ left.bits ^ right.bits;
	const carriesAtMost = most ^ highLeft ^ highRight;
	const known = left.known & right.known & ALL & (carriesAtLeast | ~carriesAtMost);
	return { known, bits: least & known };
}

function and(left: KnownBits, right: KnownBits): KnownBits {
	const zeros = (left.known & ~left.bits) | (right.known & ~right.bits);
	const known = (left.known & right.known) | zeros;
	return { known, bits: left.bits & right.bits & known };
}

/** Objects begin at multiples of every power of two: a mask leaves either the offset's low bits, or all but these. */
function maskAddress(address: KnownBits, mask: KnownBits): KnownBits | undefined {
	if (mask.known !== ALL) return undefined;
	const low = (bits: bigint): boolean => (bits & (bits + 1n)) === 0n;
	const kept = and(integer(address), mask);
	// Zero leaves neither.
	if (mask.bits !== 0n && low(ALL & ~mask.bits)) return located(address.object, kept);
	return low(mask.bits) ? kept : undefined;
}

function shiftLeft({ known, bits }: KnownBits, count: bigint): KnownBits {
	return { known: ((known << count) | ((1n << count) - 1n)) & ALL, bits: (bits << count) & ALL };
}

function shiftRight({ known, bits }: KnownBits, count: bigint, signed: boolean): KnownBits {
	if (!signed) return { known: (known >> count) | (ALL & ~(ALL >> count)), bits: bits >> count };
	// An unknown sign stays unknown in all the bits that it is copied to.
	const copied = (pattern: bigint): bigint => BigInt.asUintN(64, BigInt.asIntN(64, pattern) >> count);
	return { known: copied(known), bits: copied(bits) };
}
