import type { BinaryOperator } from "../../execution/expression.ts";
import type { Span } from "../../source/span.ts";
import type { CExpression, TypeSyntax } from "../ast.ts";
import { INT } from "../c-type.ts";

// Expressions as if a test had them, at the place of a call that they stand for.

/** An int. */
export function number(value: number, span: Span): CExpression {
	return { kind: "integer", value: BigInt(value), type: INT.type, span };
}

/** A type of so many stars. */
export function typeNamed(words: readonly string[], pointers: number, span: Span): TypeSyntax {
	return { words, pointers, span };
}

/** A cast to a type of these words and so many stars. */
export function castTo(words: readonly string[], pointers: number, operand: CExpression): CExpression {
	const { span } = operand;
	return { kind: "cast", type: typeNamed(words, pointers, span), operand, span };
}

/** `left operator right`. */
export function apply(
	operator: BinaryOperator,
	left: CExpression,
	right: CExpression,
	span: Span,
): CExpression {
	return { kind: "binary", operator, left, right, span };
}

/** `!operand`. */
export function not(operand: CExpression): CExpression {
	return { kind: "unary", operator: "!", operand, span: operand.span };
}

/** A call of an intrinsic that stands for one of `through`. */
export function intrinsic(
	name: string,
	tags: readonly string[],
	operands: readonly CExpression[],
	through: string,
	span: Span,
): CExpression {
	const tagNames = tags.map((tag) => ({ name: tag, span }));
	const written = tags.length > 0 ? { tags: tagNames } : {};
	return { kind: "call", callee: { name, span }, operands, through, ...written, span };
}

/** Nothing: the operands are not evaluated. */
export function nothing(span: Span): CExpression {
	return { kind: "effects", operands: [], span };
}
