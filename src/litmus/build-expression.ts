import {
	computeBinary,
	computeConversion,
	computeDistance,
	computeOffset,
	computeUnary,
	isTrue,
	UNDEFINED_RESULT,
} from "../execution/arithmetic.ts";
import type { BinaryOperator, Expression, IntegerType, UnaryOperator } from "../execution/expression.ts";
import { localsOf } from "../execution/locals-of.ts";
import type { Value } from "../execution/value.ts";

/** A constant. */
export function constant(value: Value): Expression & { kind: "constant" } {
	return { kind: "constant", value };
}

/** A local's value. */
export function localValue(local: number): Expression & { kind: "local" } {
	return { kind: "local", local };
}

// Each of these folds constants, and nothing else: `r & 0` keeps its dependency on r. What has no
// meaning, such as a division by zero, stays as it is for whoever runs it.

/** A unary operation on an operand that has type `type`. */
export function unary(operator: UnaryOperator, type: IntegerType, operand: Expression): Expression {
	if (operand.kind === "constant") {
		const value = computeUnary(operator, type, operand.value);
		if (value !== UNDEFINED_RESULT) return constant(value);
	}
	return { kind: "unary", operator, type, operand };
}

/** A binary operation on operands that have type `type`. */
export function binary(
	operator: BinaryOperator,
	type: IntegerType,
	left: Expression,
	right: Expression,
): Expression {
	if (left.kind === "constant" && right.kind === "constant") {
		const value = computeBinary(operator, type, left.value, right.value);
		if (value !== UNDEFINED_RESULT) return constant(value);
	}
	return { kind: "binary", operator, type, left, right };
}

/** A conversion to an integer type. */
export function conversion(type: IntegerType, operand: Expression): Expression {
	if (operand.kind === "constant") {
		const value = computeConversion(type, operand.value);
		if (value !== UNDEFINED_RESULT) return constant(value);
	}
	return { kind: "convert", type, operand };
}

/** `pointer + index * scale` bytes. */
export function offset(pointer: Expression, index: Expression, scale: number): Expression {
	if (pointer.kind === "constant" && index.kind === "constant") {
		const value = computeOffset(pointer.value, index.value, scale);
		if (value !== UNDEFINED_RESULT) return constant(value);
	}
	return { kind: "offset", pointer, index, scale };
}

/** `(left - right) / scale` of two pointers. */
export function distance(left: Expression, right: Expression, scale: number): Expression {
	if (left.kind === "constant" && right.kind === "constant") {
		const value = computeDistance(left.value, right.value, scale);
		if (value !== UNDEFINED_RESULT) return constant(value);
	}
	return { kind: "distance", left, right, scale };
}

/** An address so many bytes further on. */
export function displaced(address: Expression, bytes: number): Expression {
	if (bytes === 0) return address;
	if (address.kind === "offset" && address.scale === 1 && address.index.kind === "constant") {
		const { value } = address.index;
		if (typeof value === "bigint") return displaced(address.pointer, Number(value) + bytes);
	}
	return offset(address, constant(BigInt(bytes)), 1);
}

/** `condition ? then : otherwise`. */
export function select(condition: Expression, then: Expression, otherwise: Expression): Expression {
	if (condition.kind === "constant") return isTrue(condition.value) ? then : otherwise;
	return { kind: "select", condition, then, otherwise };
}

/** Whether an expression mentions a local. */
export function mentions(expression: Expression, local: number): boolean {
	return localsOf(expression).has(local);
}

/** The expression with every mention of one local replaced by another. */
export function renameLocal(expression: Expression, from: number, to: number): Expression {
	const rename = (inner: Expression): Expression => renameLocal(inner, from, to);
	switch (expression.kind) {
		case "constant":
			return expression;
		case "local":
			return expression.local === from ? localValue(to) : expression;
		case "unary":
		case "convert":
			return { ...expression, operand: rename(expression.operand) };
		case "binary":
		case "distance":
			return { ...expression, left: rename(expression.left), right: rename(expression.right) };
		case "offset":
			return { ...expression, pointer: rename(expression.pointer), index: rename(expression.index) };
		case "select":
			return {
				...expression,
				condition: rename(expression.condition),
				// biome-ignore lint/suspicious/noThenProperty: the field is C's word; no promise is near
				then: rename(expression.then),
				otherwise: rename(expression.otherwise),
			};
	}
}
