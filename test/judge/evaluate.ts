import type { BinaryOperator, Expression, IntegerType } from "../../src/execution/expression.ts";
import type { Value } from "../../src/execution/value.ts";

/** A value, or undefined where C gives the computation no meaning. */
export type Result = Value | undefined;

/**
 * The value of an expression when `local` gives the values of the thread's locals. Written from the
 * contract of `Expression` alone, so that the checker's arithmetic is held against a second one.
 */
export function evaluate(expression: Expression, local: (index: number) => Result): Result {
	switch (expression.kind) {
		case "constant":
			return expression.value;
		case "local":
			return local(expression.local);
		case "convert":
			return convert(evaluate(expression.operand, local), expression.type);
		case "unary": {
			const operand = evaluate(expression.operand, local);
			if (operand === undefined) return undefined;
			if (expression.operator === "!") return operand === 0n ? 1n : 0n;
			if (typeof operand === "object") return undefined;
			return reduce(expression.operator === "-" ? -operand : -operand - 1n, expression.type);
		}
		case "binary": {
			const left = evaluate(expression.left, local);
			const right = evaluate(expression.right, local);
			if (left === undefined || right === undefined) return undefined;
			return binary(expression.operator, expression.type, left, right);
		}
		case "offset": {
			const pointer = evaluate(expression.pointer, local);
			const index = evaluate(expression.index, local);
			if (index === 0n) return pointer;
			if (typeof pointer !== "object" || typeof index !== "bigint") return undefined;
			return { object: pointer.object, offset: pointer.offset + Number(index) * expression.scale };
		}
		case "distance": {
			const left = evaluate(expression.left, local);
			const right = evaluate(expression.right, local);
			if (typeof left !== "object" || typeof right !== "object") return undefined;
			if (left.object !== right.object) return undefined;
			return BigInt(left.offset - right.offset) / BigInt(expression.scale);
		}
		case "select": {
			const condition = evaluate(expression.condition, local);
			if (condition === undefined) return undefined;
			return evaluate(condition === 0n ? expression.otherwise : expression.then, local);
		}
	}
}

/** Whether two values are the same integer or the same address. */
export function equal(left: Value, right: Value): boolean {
	if (typeof left === "bigint" || typeof right === "bigint") return left === right;
	return left.object === right.object && left.offset === right.offset;
}

function convert(operand: Result, type: IntegerType): Result {
	if (typeof operand === "bigint") return reduce(operand, type);
	if (operand === undefined || holdsAddress(type)) return operand;
	return type.bits === 1 ? 1n : undefined;
}

/** The integer of `type` that is congruent to `value`; for one bit, whether it is non-zero. */
function reduce(value: bigint, type: IntegerType): bigint {
	if (type.bits === 1) return value === 0n ? 0n : 1n;
	const modulus = 2n ** BigInt(type.bits);
	const residue = ((value % modulus) + modulus) % modulus;
	return type.signed && residue >= modulus / 2n ? residue - modulus : residue;
}

function binary(operator: BinaryOperator, type: IntegerType, left: Value, right: Value): Result {
	const truth = (value: boolean): bigint => (value ? 1n : 0n);
	if (operator === "==") return truth(equal(left, right));
	if (operator === "!=") return truth(!equal(left, right));
	if (operator === "&&") return truth(left !== 0n && right !== 0n);
	if (operator === "||") return truth(left !== 0n || right !== 0n);
	if (typeof left === "object" || typeof right === "object") {
		return onAddresses(operator, type, left, right);
	}
	const count = BigInt.asUintN(64, right) % BigInt(type.bits);
	switch (operator) {
		case "<":
			return truth(left < right);
		case "<=":
			return truth(left <= right);
		case ">":
			return truth(left > right);
		case ">=":
			return truth(left >= right);
		case "+":
			return reduce(left + right, type);
		case "-":
			return reduce(left - right, type);
		case "*":
			return reduce(left * right, type);
		case "/":
			return right === 0n ? undefined : reduce(left / right, type);
		case "%":
			return right === 0n ? undefined : reduce(left % right, type);
		case "<<":
			return reduce(left * 2n ** count, type);
		case ">>":
			return reduce(left >> count, type);
		case "&":
			return reduce(left & right, type);
		case "|":
			return reduce(left | right, type);
		case "^":
			return reduce(left ^ right, type);
	}
}

function holdsAddress(type: IntegerType): boolean {
	return type.bits === 64 || type.holdsAddress === true;
}

/** Where a model of memory puts an object: at a multiple of every power of two that a test uses. */
const HOME = 2n ** 40n;

/**
 * Integer operators on addresses: false dependencies (`p ^ p`, `p & 0`), comparisons, and arithmetic as on integers that
 * are multiples of HOME plus the offset, where its result is an address in the same object again, or has nothing of one.
 */
function onAddresses(operator: BinaryOperator, type: IntegerType, left: Value, right: Value): Result {
	if (typeof left === "object" && typeof right === "object") {
		if (equal(left, right) && (operator === "^" || operator === "-")) return 0n;
		if (equal(left, right) && (operator === "&" || operator === "|")) return left;
		if (left.object !== right.object) return undefined;
		if (operator === "<") return left.offset < right.offset ? 1n : 0n;
		if (operator === "<=") return left.offset <= right.offset ? 1n : 0n;
		if (operator === ">") return left.offset > right.offset ? 1n : 0n;
		if (operator === ">=") return left.offset >= right.offset ? 1n : 0n;
		if (operator !== "-" || !holdsAddress(type)) return undefined;
		return reduce(BigInt(left.offset) - BigInt(right.offset), type);
	}
	if (left !== 0n && right !== 0n) return withInteger(operator, type, left, right);
	if (["<", "<=", ">", ">="].includes(operator)) return withInteger(operator, type, left, right);
	if (operator === "&" || operator === "*") return 0n;
	if (operator === "+" || operator === "|" || operator === "^") return left === 0n ? right : left;
	return operator === "-" && right === 0n ? left : undefined;
}

/** An operator on an address and an integer; both are put into 64 bits, whatever the type's width is. */
function withInteger(operator: BinaryOperator, type: IntegerType, left: Value, right: Value): Result {
	if (!holdsAddress(type)) return undefined;
	const pointer = typeof left === "object" ? left : right;
	const integer = typeof left === "object" ? right : left;
	if (typeof pointer !== "object" || typeof integer !== "bigint") return undefined;
	const isLeft = typeof left === "object";
	const at = HOME + BigInt(pointer.offset);
	const value = reduce(integer, { bits: type.bits, signed: true });
	const back = (address: bigint): Value => ({ object: pointer.object, offset: Number(address - HOME) });
	switch (operator) {
		case "+":
			return back(at + value);
		case "-":
			return isLeft ? back(at - value) : undefined;
		case "&": {
			const mask = value < 0n ? -value : value + 1n;
			if (mask < 1n || (mask & (mask - 1n)) !== 0n) return undefined;
			// A mask of all high bits keeps the object; one of low bits leaves nothing of it.
			return value < 0n ? back(at & value) : reduce(at & value, type);
		}
		case "%": {
			const positive = reduce(integer, { bits: type.bits, signed: false });
			const isPower = positive > 0n && (positive & (positive - 1n)) === 0n;
			return isLeft && isPower ? reduce(at % positive, type) : undefined;
		}
		case "<":
		case "<=":
		case ">":
		case ">=": {
			if (type.signed) return undefined;
			const isError = value < 0n && value >= -4096n;
			if (!isError && value !== 0n) return undefined;
			const isAbove = value === 0n;
			return (isLeft === operator.startsWith(">")) === isAbove ? 1n : 0n;
		}
		default:
			return undefined;
	}
}
