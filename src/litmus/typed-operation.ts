import type { BinaryOperator, IntegerType } from "../execution/expression.ts";
import { binary, conversion, distance, offset, unary } from "./build-expression.ts";
import {
	type CType,
	commonType,
	INT,
	integerType,
	isPreserved,
	LONG,
	promote,
	SIZE,
	sizeOf,
} from "./c-type.ts";
import type { TypedValue } from "./typed-value.ts";

/** The integer type that stands for a type in arithmetic: an address counts as an unsigned long. */
function arithmeticType(type: CType): IntegerType {
	return type.kind === "integer" ? type.type : SIZE.type;
}

/**
 * The value as an integer of type `type`. No conversion is made where every value stays the same, nor
 * where an address is kept in 64 bits.
 */
export function asInteger(value: TypedValue, type: IntegerType): TypedValue {
	const same = value.type.kind === "integer" ? isPreserved(value.type.type, type) : type.bits === 64;
	const expression = same ? value.expression : conversion(type, value.expression);
	return { expression, type: { kind: "integer", type } };
}

/**
 * The value converted to a type as an assignment does. An address assigned to an integer that is too
 * narrow for it is kept whole: tests often declare as int what holds an address.
 */
export function convertTo(type: CType, value: TypedValue): TypedValue {
	if (type.kind === "integer") {
		if (value.type.kind === "pointer" && type.type.bits !== 1) return { expression: value.expression, type };
		return { expression: asInteger(value, type.type).expression, type };
	}
	if (type.kind === "pointer" && value.type.kind === "integer") {
		return { expression: asInteger(value, SIZE.type).expression, type };
	}
	return { expression: value.expression, type };
}

const COMPARISONS: ReadonlySet<BinaryOperator> = new Set(["==", "!=", "<", "<=", ">", ">="]);

/** The value moved by `index` elements of what it points to. */
export function moved(pointer: TypedValue & { type: { kind: "pointer" } }, index: TypedValue): TypedValue {
	const scale = sizeOf(pointer.type.to);
	const count = asInteger(index, LONG.type).expression;
	return { expression: offset(pointer.expression, count, scale), type: pointer.type };
}

function isPointerValue(value: TypedValue): value is TypedValue & { type: { kind: "pointer" } } {
	return value.type.kind === "pointer";
}

function pointerArithmetic(
	operator: BinaryOperator,
	left: TypedValue,
	right: TypedValue,
): TypedValue | undefined {
	if (operator === "+" && isPointerValue(left) && !isPointerValue(right)) return moved(left, right);
	if (operator === "+" && isPointerValue(right) && !isPointerValue(left)) return moved(right, left);
	if (operator !== "-" || !isPointerValue(left)) return undefined;
	if (!isPointerValue(right)) {
		const count = asInteger(right, LONG.type);
		return moved(left, { expression: unary("-", LONG.type, count.expression), type: LONG });
	}
	return { expression: distance(left.expression, right.expression, sizeOf(left.type.to)), type: LONG };
}

/** The value of `left operator right` with C's conversions; both sides are evaluated. */
export function combine(operator: BinaryOperator, left: TypedValue, right: TypedValue): TypedValue {
	const onPointers = pointerArithmetic(operator, left, right);
	if (onPointers) return onPointers;
	if (operator === "&&" || operator === "||") {
		return { expression: binary(operator, INT.type, left.expression, right.expression), type: INT };
	}
	const [leftType, rightType] = [arithmeticType(left.type), arithmeticType(right.type)];
	const isShift = operator === "<<" || operator === ">>";
	const type = isShift ? promote(leftType) : commonType(leftType, rightType);
	const a = asInteger(left, type).expression;
	const b = asInteger(right, isShift ? promote(rightType) : type).expression;
	const result: CType = COMPARISONS.has(operator) ? INT : { kind: "integer", type };
	return { expression: binary(operator, type, a, b), type: result };
}

/** The value of a unary operator; `+` only promotes. */
export function applyUnary(operator: "-" | "+" | "~" | "!", operand: TypedValue): TypedValue {
	const type = arithmeticType(operand.type);
	if (operator === "!") return { expression: unary("!", type, operand.expression), type: INT };
	const promoted = promote(type);
	const value = asInteger(operand, promoted);
	if (operator === "+") return value;
	return { expression: unary(operator, promoted, value.expression), type: value.type };
}

/** Whether the value is non-zero, as an int that keeps the dependency. */
export function truthOf(value: TypedValue): TypedValue {
	return combine("!=", value, { expression: { kind: "constant", value: 0n }, type: integerType(1, false) });
}

/** The common type of the two values of `?:`. */
export function choiceType(left: CType, right: CType): CType {
	if (left.kind === "integer" && right.kind === "integer") {
		return { kind: "integer", type: commonType(left.type, right.type) };
	}
	// NULL, a `void *`, takes the other side's type.
	if (left.kind === "pointer" && right.kind === "pointer") return left.to.kind === "void" ? right : left;
	return left.kind === "pointer" ? left : right;
}
