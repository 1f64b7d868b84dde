import type { Expression } from "./expression.ts";

/** The locals that an expression mentions. */
export function localsOf(expression: Expression, found: Set<number> = new Set()): ReadonlySet<number> {
	switch (expression.kind) {
		case "constant":
			break;
		case "local":
			found.add(expression.local);
			break;
		case "unary":
		case "convert":
			localsOf(expression.operand, found);
			break;
		case "binary":
		case "distance":
			localsOf(expression.left, found);
			localsOf(expression.right, found);
			break;
		case "offset":
			localsOf(expression.pointer, found);
			localsOf(expression.index, found);
			break;
		case "select":
			localsOf(expression.condition, found);
			localsOf(expression.then, found);
			localsOf(expression.otherwise, found);
			break;
	}
	return found;
}
