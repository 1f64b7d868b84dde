import type { Expression } from "./expression.ts";

/** The expressions that an expression is directly made of, from left to right; none of a constant or a local. */
export function partsOf(expression: Expression): readonly Expression[] {
	switch (expression.kind) {
		case "constant":
		case "local":
			return [];
		case "unary":
		case "convert":
			return [expression.operand];
		case "binary":
		case "distance":
			return [expression.left, expression.right];
		case "offset":
			return [expression.pointer, expression.index];
		case "select":
			return [expression.condition, expression.then, expression.otherwise];
	}
}
