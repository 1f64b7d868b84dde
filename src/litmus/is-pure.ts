import type { CExpression } from "./ast.ts";

/**
 * Whether an expression reads no memory, has no side effect, and has a meaning whatever its operands
 * are, so that evaluating it where C would not changes nothing.
 */
export function isPure(expression: CExpression): boolean {
	switch (expression.kind) {
		case "integer":
		case "unsupported":
		case "name":
		case "sizeofType":
		case "sizeofValue":
			return true;
		case "unary":
		case "cast":
			return isPure(expression.operand);
		case "address":
			return isPurePlace(expression.operand);
		case "binary": {
			const { operator, left, right } = expression;
			const divides = operator === "/" || operator === "%";
			if (divides && !(right.kind === "integer" && right.value !== 0n)) return false;
			return isPure(left) && isPure(right);
		}
		case "choose":
			return isPure(expression.condition) && isPure(expression.then) && isPure(expression.otherwise);
		case "sequence":
			return isPure(expression.left) && isPure(expression.right);
		default:
			return false;
	}
}

/** Whether finding out which place is meant is pure. */
function isPurePlace(expression: CExpression): boolean {
	if (expression.kind === "dereference") return isPure(expression.operand);
	if (expression.kind === "index") return isPure(expression.array) && isPure(expression.index);
	return expression.kind === "name";
}
