import type { Expression } from "../../execution/expression.ts";
import type { Value } from "../../execution/value.ts";
import { binary, constant, conversion, distance, offset, select, unary } from "../build-expression.ts";

/**
 * An expression with the values of known locals put in, and computed where all operands are constants. What
 * depends on a read goes on depending on it: no operand that is not a constant is ever left out.
 */
export function substitute(expression: Expression, known: ReadonlyMap<number, Value>): Expression {
	const inner = (part: Expression): Expression => substitute(part, known);
	switch (expression.kind) {
		case "constant":
			return expression;
		case "local": {
			const value = known.get(expression.local);
			return value === undefined ? expression : constant(value);
		}
		case "unary":
			return unary(expression.operator, expression.type, inner(expression.operand));
		case "binary":
			return binary(expression.operator, expression.type, inner(expression.left), inner(expression.right));
		case "convert":
			return conversion(expression.type, inner(expression.operand));
		case "offset":
			return offset(inner(expression.pointer), inner(expression.index), expression.scale);
		case "distance":
			return distance(inner(expression.left), inner(expression.right), expression.scale);
		case "select": {
			const parts = [expression.condition, expression.then, expression.otherwise].map(inner);
			const [condition, then, otherwise] = parts;
			const isConstant = then.kind === "constant" && otherwise.kind === "constant";
			// A side that is not taken still counts for what the value depends on.
			if (condition.kind === "constant" && isConstant) return select(condition, then, otherwise);
			return { kind: "select", condition, then, otherwise };
		}
	}
}
