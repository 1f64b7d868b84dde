import type { Expression } from "../../execution/expression.ts";
import type { Instruction } from "../../execution/instruction.ts";
import { partsOf } from "../../execution/parts-of.ts";
import type { Program } from "../../execution/program.ts";
import type { Proposition, Term } from "../../execution/proposition.ts";
import { sameValue, type Value } from "../../execution/value.ts";

/** The values that stand in a program: in its memory at the beginning, in its code, and in what is asked of its final state. */
export function valuesIn(program: Program): readonly Value[] {
	const asked = [
		program.proposition,
		program.filter,
		...(program.properties ?? []).flatMap((one) => (one.kind === "final" ? [one.proposition] : [])),
	];
	const all = [
		...program.cells.filter(({ isLock }) => !isLock).map(({ initial }) => initial),
		...program.threads.flatMap(({ code }) => code.flatMap(expressionsOf).flatMap(constantsIn)),
		...asked.flatMap(termsIn).flatMap(constantsOf),
	];
	return all.filter((value, at) => all.findIndex((other) => sameValue(other, value)) === at);
}

/** The expressions of an instruction whose values may come to lie in memory, or are compared with what does. */
function expressionsOf(instruction: Instruction): readonly Expression[] {
	switch (instruction.kind) {
		case "assign":
		case "store":
			return [instruction.value];
		case "update":
			return [instruction.next, ...(instruction.when === undefined ? [] : [instruction.when])];
		case "branch":
			return [instruction.condition];
		default:
			return [];
	}
}

function constantsIn(expression: Expression): readonly Value[] {
	return expression.kind === "constant" ? [expression.value] : partsOf(expression).flatMap(constantsIn);
}

function termsIn(proposition: Proposition): readonly Term[] {
	switch (proposition.kind) {
		case "true":
			return [];
		case "equal":
		case "compare":
			return [proposition.left, proposition.right];
		case "not":
			return termsIn(proposition.operand);
		case "and":
		case "or":
			return proposition.operands.flatMap(termsIn);
	}
}

function constantsOf(term: Term): readonly Value[] {
	switch (term.kind) {
		case "constant":
			return [term.value];
		case "computed":
			return [...constantsOf(term.left), ...constantsOf(term.right)];
		default:
			return [];
	}
}
