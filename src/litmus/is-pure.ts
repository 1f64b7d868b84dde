import type { CExpression } from "./ast.ts";
import type { Lowering } from "./lowering.ts";
import { staticType } from "./static-type.ts";

/**
 * Whether an expression reads no memory, has no side effect, and has a meaning whatever its operands
 * are, so that evaluating it where C would not changes nothing. Arithmetic on an address has none if the
 * address is null or points elsewhere, which is what the left side of `p && p + 1 == q` guards against.
 */
export function isPure(lowering: Lowering, expression: CExpression): boolean {
	const pure = (inner: CExpression): boolean => isPure(lowering, inner);
	switch (expression.kind) {
		case "integer":
		case "unsupported":
		case "sizeofType":
		case "sizeofValue":
			return true;
		case "name": {
			const binding = lowering.scope.find(expression.name);
			return binding?.kind !== "object" || binding.type.kind === "array";
		}
		case "unary":
			return pure(expression.operand);
		case "cast":
			return pure(expression.operand) && !isAddress(lowering, expression.operand);
		case "address":
			return isPurePlace(lowering, expression.operand);
		case "binary":
			return pure(expression.left) && pure(expression.right) && isTotal(lowering, expression);
		case "choose":
			return pure(expression.condition) && pure(expression.then) && pure(expression.otherwise);
		case "sequence":
			return pure(expression.left) && pure(expression.right);
		default:
			return false;
	}
}

const DEFINED_ON_ADDRESSES: ReadonlySet<string> = new Set(["==", "!=", "&&", "||"]);

/** Whether a binary operation has a result for all values of its operands. */
function isTotal(lowering: Lowering, expression: CExpression & { kind: "binary" }): boolean {
	const { operator, left, right } = expression;
	if (operator === "/" || operator === "%") {
		return right.kind === "integer" && right.value !== 0n && !isAddress(lowering, left);
	}
	if (DEFINED_ON_ADDRESSES.has(operator)) return true;
	return !isAddress(lowering, left) && !isAddress(lowering, right);
}

function isAddress(lowering: Lowering, expression: CExpression): boolean {
	return staticType(lowering, expression).kind === "pointer";
}

/** Whether finding out which place is meant is pure. Elements of a known array are. */
function isPurePlace(lowering: Lowering, expression: CExpression): boolean {
	if (expression.kind === "dereference") return isPure(lowering, expression.operand);
	if (expression.kind === "index") {
		const { array, index } = expression;
		const kind = array.kind === "name" ? lowering.scope.find(array.name)?.kind : undefined;
		return (kind === "parameter" || kind === "object") && isPure(lowering, index);
	}
	if (expression.kind === "member") {
		const { operand } = expression;
		if (operand.kind !== "dereference") return isPurePlace(lowering, operand);
		const known = lowering.scope.find(operand.operand.kind === "name" ? operand.operand.name : "");
		return known?.kind === "parameter" || known?.kind === "constant";
	}
	return expression.kind === "name";
}
