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
	if (isPointer(left) || isPointer(right)) return computeOnPointers(operator, left, right);
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
	return { object: pointer.object, offset: pointer.offset + Number(index) * scale };
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
	return type.bits === 64 ? operand : UNDEFINED_RESULT;
}

/** Whether C takes the value as true: a non-zero integer or an address. */
export function isTrue(value: Value): boolean {
	return value !== 0n;
}

function shiftCount(count: bigint, type: IntegerType): bigint {
	return BigInt.asUintN(64, count) % BigInt(type.bits);
}

function computeOnPointers(operator: BinaryOperator, left: Value, right: Value): Computed {
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
	if (!isPointer(left) || !isPointer(right) || left.object !== right.object) return UNDEFINED_RESULT;
	return compareOffsets(operator, left, right);
}

function compareOffsets(operator: BinaryOperator, left: Pointer, right: Pointer): Computed {
	if (operator === "<") return left.offset < right.offset ? 1n : 0n;
	if (operator === "<=") return left.offset <= right.offset ? 1n : 0n;
	if (operator === ">") return left.offset > right.offset ? 1n : 0n;
	if (operator === ">=") return left.offset >= right.offset ? 1n : 0n;
	return UNDEFINED_RESULT;
}
