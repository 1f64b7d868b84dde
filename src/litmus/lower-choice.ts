import { isTrue } from "../execution/arithmetic.ts";
import type { CExpression } from "./ast.ts";
import { localValue, select } from "./build-expression.ts";
import { INT } from "./c-type.ts";
import { isPure } from "./is-pure.ts";
import type { Lowering } from "./lowering.ts";
import { staticType } from "./static-type.ts";
import { choiceType, combine, convertTo, truthOf } from "./typed-operation.ts";
import type { TypedValue } from "./typed-value.ts";

type Binary = CExpression & { kind: "binary" };
type Choose = CExpression & { kind: "choose" };

/** Whether `left operator` alone decides the result of `&&` or `||`. */
function decides(operator: "&&" | "||", left: bigint | object): boolean {
	return (left !== 0n) === (operator === "||");
}

/**
 * The value of `&&` or `||`. A right side that reads or writes runs under a branch; the result depends
 * on both sides all the same, as it does without the branch.
 */
export function lowerShortCircuit(lowering: Lowering, expression: Binary, operator: "&&" | "||"): TypedValue {
	const { draft } = lowering;
	const operand = lowering.value(expression.left);
	const left = truthOf(operand);
	if (left.expression.kind === "constant") {
		if (decides(operator, left.expression.value)) return left;
		return truthOf(lowering.value(expression.right));
	}
	if (isPure(lowering, expression.right)) return combine(operator, operand, lowering.value(expression.right));
	const local = draft.newTemporary();
	const result: TypedValue = { expression: localValue(local), type: INT };
	const [more, end] = [draft.newLabel(), draft.newLabel()];
	const { span } = expression;
	draft.emit({ kind: "assign", local, value: left.expression, span });
	if (operator === "&&") draft.branch(result.expression, more, end, span);
	else draft.branch(result.expression, end, more, span);
	draft.place(more);
	const right = truthOf(lowering.value(expression.right));
	const both = combine(operator === "&&" ? "&" : "|", result, right);
	draft.emit({ kind: "assign", local, value: both.expression, span });
	draft.place(end);
	return result;
}

/**
 * The value of `?:`. Sides that read or write run under a branch; the result depends on the condition
 * all the same, as it does without the branch.
 */
export function lowerChoice(lowering: Lowering, expression: Choose): TypedValue {
	const { draft } = lowering;
	const condition = lowering.value(expression.condition);
	if (condition.expression.kind === "constant") {
		const type = staticType(lowering, expression);
		const side = isTrue(condition.expression.value) ? expression.then : expression.otherwise;
		return convertTo(type, lowering.value(side));
	}
	if (isPure(lowering, expression.then) && isPure(lowering, expression.otherwise)) {
		const [then, otherwise] = [lowering.value(expression.then), lowering.value(expression.otherwise)];
		const type = choiceType(then.type, otherwise.type);
		const [a, b] = [convertTo(type, then).expression, convertTo(type, otherwise).expression];
		return { expression: select(condition.expression, a, b), type };
	}
	const { span } = expression;
	const truth = draft.newTemporary();
	const local = draft.newTemporary();
	const test = localValue(truth);
	draft.emit({ kind: "assign", local: truth, value: truthOf(condition).expression, span });
	// Both sides' types are needed before either is evaluated.
	const type = staticType(lowering, expression);
	const [whenTrue, whenFalse, end] = [draft.newLabel(), draft.newLabel(), draft.newLabel()];
	draft.branch(test, whenTrue, whenFalse, span);
	for (const [label, side] of [
		[whenTrue, expression.then],
		[whenFalse, expression.otherwise],
	] as const) {
		draft.place(label);
		const value = convertTo(type, lowering.value(side)).expression;
		draft.emit({ kind: "assign", local, value: select(test, value, value), span });
		draft.jump(end);
	}
	draft.place(end);
	return { expression: localValue(local), type };
}
