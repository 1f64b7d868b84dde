import { computeBinary, UNDEFINED_RESULT } from "./arithmetic.ts";
import type { IntegerType } from "./expression.ts";
import type { ArithmeticOperator, ComparisonOperator } from "./proposition.ts";
import { isPointer, type Value } from "./value.ts";
import { wrap } from "./wrap.ts";

/** C's `long long`. */
const LONG_LONG: IntegerType = { bits: 64, signed: true };

/** The value of a computed term; undefined for an operand that is an address or has no meaning, and for a division by 0. */
export function computeTerm(
	operator: ArithmeticOperator,
	left: Value | undefined,
	right: Value | undefined,
): bigint | undefined {
	if (left === undefined || right === undefined || isPointer(left) || isPointer(right)) return undefined;
	const result = computeBinary(operator, LONG_LONG, wrap(left, LONG_LONG), wrap(right, LONG_LONG));
	return result === UNDEFINED_RESULT || isPointer(result) ? undefined : result;
}

/** Whether a comparison is true; false for an address and for what has no meaning. */
export function compareIntegers(
	operator: ComparisonOperator,
	left: Value | undefined,
	right: Value | undefined,
): boolean {
	if (left === undefined || right === undefined || isPointer(left) || isPointer(right)) return false;
	const binary = operator === "=" ? "==" : operator;
	return computeBinary(binary, LONG_LONG, wrap(left, LONG_LONG), wrap(right, LONG_LONG)) === 1n;
}
