import type { CExpression } from "./ast.ts";
import { helperFor } from "./helper-for.ts";
import { isPure } from "./is-pure.ts";
import type { Lowering } from "./lowering.ts";

/**
 * Goes to one of two labels by whether an expression is non-zero. `!`, and `&&` and `||` whose right side
 * must not always run, become jumps of their own.
 */
export function lowerConditionJump(
	lowering: Lowering,
	expression: CExpression,
	whenTrue: number,
	whenFalse: number,
): void {
	const { draft } = lowering;
	if (expression.kind === "unary" && expression.operator === "!") {
		lowering.condition(expression.operand, whenFalse, whenTrue);
		return;
	}
	if (expression.kind === "call") {
		const helper = helperFor(lowering, expression);
		if (helper?.rewrite && helper.operands === expression.operands.length) {
			lowering.condition(helper.rewrite(expression), whenTrue, whenFalse);
			return;
		}
	}
	if (expression.kind === "sequence") {
		lowering.effect(expression.left);
		lowering.condition(expression.right, whenTrue, whenFalse);
		return;
	}
	if (expression.kind === "binary" && !isPure(lowering, expression.right)) {
		const { operator, left, right } = expression;
		if (operator === "&&" || operator === "||") {
			const more = draft.newLabel();
			if (operator === "&&") lowering.condition(left, more, whenFalse);
			else lowering.condition(left, whenTrue, more);
			draft.place(more);
			lowering.condition(right, whenTrue, whenFalse);
			return;
		}
	}
	draft.branch(lowering.value(expression).expression, whenTrue, whenFalse, expression.span);
}
