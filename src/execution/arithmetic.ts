import type { BinaryOperator, IntegerType, UnaryOperator } from "./expression.ts";
import { isPointer, type Pointer, sameValue, type Value } from "./value.ts";
import { wrap } from "./wrap.ts";

/**
 * What a computation without a meaning in C gives: division by zero, arithmetic on an address that no
 * object justifies.
 */
export const UNDEFINED_RESULT = Symbol("undefined result");

/** A value, or the mark that C gives the computation no meaning. */
export type Computed = Value | typeof UNDEFINED_RESULT;

/** A unary operator applied to an operand that was converted to `type`. */
export function computeUnary(operator: UnaryOperator, type: IntegerType, operand: Value): Computed {
	if (operator === "!") return isTrue(operand) ? 0n : 1n;
	if (isPointer(operand)) return UNDEFINED_RESULT;
	return wrap(operator === "-" ? -operand : ~operand, type);
}

/**
 * A binary operator applied to operands that were converted to `type`. Pointers can be compared; of two
 * pointers into different objects only equality is defined. A shift's count is taken modulo the width,
 * as the hardware the kernel runs on does.
 */
export function computeBinary(
	operator: BinaryOperator,
	type: IntegerType,
	left: Value,
	right: Value,
): Computed {
	switch (operator) {
		case "==":
			return sameValue(left, right) ? 1n : 0n;
		case "!=":
			return sameValue(left, right) ? 0n : 1n;
		case "&&":
			return isTrue(left) && isTrue(right) ? 1n : 0n;
		case "||":
			return isTrue(left) || isTrue(right) ? 1n : 0n;
		default:
	}
	if (isPointer(left) || isPointer(right)) return computeOnPointers(operator, type, left, right);
	switch (operator) {
		case "+":
			return wrap(left + right, type);
		case "-":
			return wrap(left - right, type);
		case "*":
			return wrap(left * right, type);
		case "/":
			return right === 0n ? UNDEFINED_RESULT : wrap(left / right, type);
		case "%":
			return right === 0n ? UNDEFINED_RESULT : wrap(left % right, type);
		case "<<":
			return wrap(left << shiftCount(right, type), type);
		case ">>":
			return wrap(left >> shiftCount(right, type), type);
		case "&":
			return wrap(left & right, type);
		case "|":
			return wrap(left | right, type);
		case "^":
			return wrap(left ^ right, type);
		case "<":
			return left < right ? 1n : 0n;
		case "<=":
			return left <= right ? 1n : 0n;
		case ">":
			return left > right ? 1n : 0n;
		case ">=":
			return left >= right ? 1n : 0n;
	}
}

/** `pointer + index * scale` in bytes. A null pointer may only be moved by nothing. */
export function computeOffset(pointer: Value, index: Value, scale: number): Computed {
	if (isPointer(index)) return UNDEFINED_RESULT;
	if (!isPointer(pointer)) return index === 0n ? pointer : UNDEFINED_RESULT;
	return moved(pointer, Number(index) * scale);
}

/** So far from its object an address is nowhere, and numbers would no longer tell it from others. */
function moved({ object, offset }: Pointer, bytes: number): Computed {
	const isExact = Number.isSafeInteger(bytes) && Number.isSafeInteger(offset + bytes);
	return isExact ? { object, offset: offset + bytes } : UNDEFINED_RESULT;
}

/** `(left - right) / scale` of two pointers into one object. */
export function computeDistance(left: Value, right: Value, scale: number): Computed {
	if (!isPointer(left) || !isPointer(right) || left.object !== right.object) return UNDEFINED_RESULT;
	return BigInt(Math.trunc((left.offset - right.offset) / scale));
}

/** A conversion to `type`; an address survives where it fits. */
export function computeConversion(type: IntegerType, operand: Value): Computed {
	if (!isPointer(operand)) return wrap(operand, type);
	if (type.bits === 1) return 1n;
	return fitsAddress(type) ? operand : UNDEFINED_RESULT;
}

/** Whether C takes the value as true: a non-zero integer or an address. */
export function isTrue(value: Value): boolean {
	return value !== 0n;
}

function shiftCount(count: bigint, type: IntegerType): bigint {
	return BigInt.asUintN(64, count) % BigInt(type.bits);
}

/** Whether a type can hold an address. */
function fitsAddress({ bits, holdsAddress }: IntegerType): boolean {
	return bits === 64 || holdsAddress === true;
}

/**
 * Operations on addresses as the integers that they are. Objects begin at multiples of every power of two, and no address
 * is 0 or among the last 4096, which stand for errors.
 */
function computeOnPointers(operator: BinaryOperator, type: IntegerType, left: Value, right: Value): Computed {
	// `p ^ p`, `p - p` and `p & 0` are how tests write a false dependency on an address.
	if (sameValue(left, right)) {
		if (operator === "^" || operator === "-") return 0n;
		if (operator === "&" || operator === "|") return left;
	}
	if (right === 0n || left === 0n) {
		const other = right === 0n ? left : right;
		if (operator === "&" || operator === "*") return 0n;
		if (operator === "+" || operator === "|" || operator === "^") return other;
		if (operator === "-" && right === 0n) return other;
	}
	if (isPointer(left) && isPointer(right)) {
		if (left.object !== right.object) return UNDEFINED_RESULT;
		if (operator === "-" && fitsAddress(type)) return wrap(BigInt(left.offset - right.offset), type);
		return compareOffsets(operator, left, right);
	}
	if (!fitsAddress(type)) return UNDEFINED_RESULT;
	if (isPointer(left)) {
		return isPointer(right) ? UNDEFINED_RESULT : computeWithInteger(operator, type, left, right);
	}
	if (!isPointer(right)) return UNDEFINED_RESULT;
	const mirrored = MIRRORED[operator];
	return mirrored === undefined ? UNDEFINED_RESULT : computeWithInteger(mirrored, type, right, left);
}

/** Operators with their operands exchanged, where there are such. */
const MIRRORED: Partial<Record<BinaryOperator, BinaryOperator>> = {
	"+": "+",
	"&": "&",
	"<": ">",
	"<=": ">=",
	">": "<",
	">=": "<=",
};

function computeWithInteger(
	operator: BinaryOperator,
	type: IntegerType,
	pointer: Pointer,
	integer: bigint,
): Computed {
	const { object, offset } = pointer;
	const value = BigInt.asUintN(type.bits, integer);
	switch (operator) {
		case "+":
			return moved(pointer, Number(BigInt.asIntN(type.bits, integer)));
		case "-":
			return moved(pointer, -Number(BigInt.asIntN(type.bits, integer)));
		case "&": {
			const inverse = BigInt.asUintN(type.bits, ~value);
			if (isMask(inverse)) return { object, offset: offset - Number(lowBits(offset, inverse)) };
			return isMask(value) ? wrap(lowBits(offset, value), type) : UNDEFINED_RESULT;
		}
		case "%":
			return value > 0n && isMask(value - 1n) ? wrap(lowBits(offset, value - 1n), type) : UNDEFINED_RESULT;
		case "<":
		case "<=":
			return compareWithBounds(type, value, true);
		case ">":
		case ">=":
			return compareWithBounds(type, value, false);
		default:
			return UNDEFINED_RESULT;
	}
}

/** Whether a number is one less than a power of two. */
function isMask(value: bigint): boolean {
	return (value & (value + 1n)) === 0n;
}

function lowBits(offset: number, mask: bigint): bigint {
	return BigInt(offset) & mask;
}

/** Whether an address is less, or greater, than an integer that no address can be. */
function compareWithBounds(type: IntegerType, value: bigint, isLess: boolean): Computed {
	if (type.signed) return UNDEFINED_RESULT;
	if (value === 0n) return isLess ? 0n : 1n;
	if (value >= (1n << BigInt(type.bits)) - 4096n) return isLess ? 1n : 0n;
	return UNDEFINED_RESULT;
}

function compareOffsets(operator: BinaryOperator, left: Pointer, right: Pointer): Computed {
	if (operator === "<") return left.offset < right.offset ? 1n : 0n;
	if (operator === "<=") return left.offset <= right.offset ? 1n : 0n;
	if (operator === ">") return left.offset > right.offset ? 1n : 0n;
	if (operator === ">=") return left.offset >= right.offset ? 1n : 0n;
	return UNDEFINED_RESULT;
}
