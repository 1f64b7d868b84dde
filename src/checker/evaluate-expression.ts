import {
	computeBinary,
	computeConversion,
	computeDistance,
	computeOffset,
	computeUnary,
	isTrue,
	UNDEFINED_RESULT,
} from "../execution/arithmetic.ts";
import type { BinaryOperator, Expression, IntegerType } from "../execution/expression.ts";
import { applySymbolically, isConcrete, type Symbolic, sameSymbol } from "./symbolic.ts";
import { joinDependencies, NO_DEPENDENCIES, type TrackedValue } from "./tracked-value.ts";

/**
 * The value of an expression in a thread whose locals are `locals`, and the reads that it was computed
 * from. A dependency is syntactic, as the memory model has it: `r ^ r` is 0 and depends on r.
 */
export function evaluateExpression(expression: Expression, locals: readonly TrackedValue[]): TrackedValue {
	switch (expression.kind) {
		case "constant":
			return { value: expression.value, dependencies: NO_DEPENDENCIES };
		case "local":
			return locals[expression.local];
		case "unary": {
			const { operator, type } = expression;
			const operand = evaluateExpression(expression.operand, locals);
			const value = applySymbolically(operator + typeName(type), [operand.value], ([x]) =>
				computeUnary(operator, type, x),
			);
			return { value, dependencies: operand.dependencies };
		}
		case "convert": {
			const { type } = expression;
			const operand = evaluateExpression(expression.operand, locals);
			const value = applySymbolically(`to${typeName(type)}`, [operand.value], ([x]) =>
				computeConversion(type, x),
			);
			return { value, dependencies: operand.dependencies };
		}
		case "binary": {
			const { operator, type } = expression;
			const left = evaluateExpression(expression.left, locals);
			const right = evaluateExpression(expression.right, locals);
			return {
				value: applyBinary(operator, type, left.value, right.value),
				dependencies: joinDependencies(left.dependencies, right.dependencies),
			};
		}
		case "offset": {
			const { scale } = expression;
			const pointer = evaluateExpression(expression.pointer, locals);
			const index = evaluateExpression(expression.index, locals);
			const value = applySymbolically(`offset${scale}`, [pointer.value, index.value], ([p, i]) =>
				computeOffset(p, i, scale),
			);
			return { value, dependencies: joinDependencies(pointer.dependencies, index.dependencies) };
		}
		case "distance": {
			const { scale } = expression;
			const left = evaluateExpression(expression.left, locals);
			const right = evaluateExpression(expression.right, locals);
			const value = applySymbolically(`distance${scale}`, [left.value, right.value], ([l, r]) =>
				computeDistance(l, r, scale),
			);
			return { value, dependencies: joinDependencies(left.dependencies, right.dependencies) };
		}
		case "select": {
			const condition = evaluateExpression(expression.condition, locals);
			const then = evaluateExpression(expression.then, locals);
			const otherwise = evaluateExpression(expression.otherwise, locals);
			return {
				value: select(condition.value, then.value, otherwise.value),
				dependencies: joinDependencies(
					condition.dependencies,
					joinDependencies(then.dependencies, otherwise.dependencies),
				),
			};
		}
	}
}

function typeName(type: IntegerType): string {
	return `${type.signed ? "i" : "u"}${type.bits}${type.holdsAddress ? "p" : ""}`;
}

function select(condition: Symbolic, then: Symbolic, otherwise: Symbolic): Symbolic {
	if (condition === UNDEFINED_RESULT) return UNDEFINED_RESULT;
	if (isConcrete(condition)) return isTrue(condition) ? then : otherwise;
	return applySymbolically("select", [condition, then, otherwise], ([c, t, o]) => (isTrue(c) ? t : o));
}

/** Results that need no operand's value are known at once: tests use them for false dependencies. */
function applyBinary(operator: BinaryOperator, type: IntegerType, left: Symbolic, right: Symbolic): Symbolic {
	if (!isConcrete(left) || !isConcrete(right)) {
		if (operator === "&" || operator === "*") if (left === 0n || right === 0n) return 0n;
		if (sameSymbol(left, right)) {
			if (operator === "^" || operator === "-" || operator === "!=") return 0n;
			if (operator === "<" || operator === ">") return 0n;
			if (operator === "==" || operator === "<=" || operator === ">=") return 1n;
		}
		if (operator === "&&" && (left === 0n || right === 0n)) return 0n;
	}
	return applySymbolically(operator + typeName(type), [left, right], ([l, r]) =>
		computeBinary(operator, type, l, r),
	);
}
