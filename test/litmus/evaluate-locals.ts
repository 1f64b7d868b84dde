import {
	computeBinary,
	computeConversion,
	computeDistance,
	computeOffset,
	computeUnary,
	isTrue,
	UNDEFINED_RESULT,
} from "../../src/execution/arithmetic.ts";
import type { Expression } from "../../src/execution/expression.ts";
import type { Program } from "../../src/execution/program.ts";
import type { Value } from "../../src/execution/value.ts";

function defined(value: Value | typeof UNDEFINED_RESULT): Value {
	if (value === UNDEFINED_RESULT) throw new Error("undefined result");
	return value;
}

function evaluate(expression: Expression, locals: readonly Value[]): Value {
	const inner = (part: Expression): Value => evaluate(part, locals);
	switch (expression.kind) {
		case "constant":
			return expression.value;
		case "local":
			return locals[expression.local];
		case "unary":
			return defined(computeUnary(expression.operator, expression.type, inner(expression.operand)));
		case "binary": {
			const { operator, type, left, right } = expression;
			return defined(computeBinary(operator, type, inner(left), inner(right)));
		}
		case "convert":
			return defined(computeConversion(expression.type, inner(expression.operand)));
		case "offset":
			return defined(computeOffset(inner(expression.pointer), inner(expression.index), expression.scale));
		case "distance":
			return defined(computeDistance(inner(expression.left), inner(expression.right), expression.scale));
		case "select":
			return isTrue(inner(expression.condition)) ? inner(expression.then) : inner(expression.otherwise);
	}
}

/**
 * Runs a thread that reads no memory, and returns the values that it stores, in order. Throws after a
 * thousand instructions.
 */
export function runLocally(program: Program, thread: number): readonly Value[] {
	const { code, locals: declared } = program.threads[thread];
	const locals = declared.map(({ initial }) => initial);
	const stored: Value[] = [];
	let at = 0;
	for (let steps = 0; at < code.length; steps++) {
		if (steps > 1000) throw new Error("the thread does not end");
		const instruction = code[at];
		at++;
		if (instruction.kind === "assign") locals[instruction.local] = evaluate(instruction.value, locals);
		else if (instruction.kind === "store") stored.push(evaluate(instruction.value, locals));
		else if (instruction.kind === "jump") at = instruction.target;
		else if (instruction.kind === "branch") {
			at = isTrue(evaluate(instruction.condition, locals)) ? instruction.whenTrue : instruction.whenFalse;
		} else if (instruction.kind !== "loop") throw new Error(`the thread has a ${instruction.kind}`);
	}
	return stored;
}
