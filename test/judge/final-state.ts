import type { BinaryOperator, Expression } from "../../src/execution/expression.ts";
import type { Program } from "../../src/execution/program.ts";
import type { Proposition, Term } from "../../src/execution/proposition.ts";
import type { Value } from "../../src/execution/value.ts";
import { equal, evaluate, type Result } from "./evaluate.ts";
import type { LocalValue } from "./local-value.ts";

/** What an execution leaves behind. */
export interface FinalState {
	/** For each thread its locals. */
	readonly locals: readonly (readonly LocalValue[])[];
	/** For each cell what its last write wrote. */
	readonly cells: readonly (Value | undefined)[];
}

/** Whether a proposition is true of a final state. */
export function isTrueOf(program: Program, proposition: Proposition, state: FinalState): boolean {
	const holds = (part: Proposition): boolean => isTrueOf(program, part, state);
	switch (proposition.kind) {
		case "true":
			return true;
		case "not":
			return !holds(proposition.operand);
		case "and":
			return proposition.operands.every(holds);
		case "or":
			return proposition.operands.some(holds);
		case "equal": {
			const left = termValue(program, proposition.left, state);
			const right = termValue(program, proposition.right, state);
			return left !== undefined && right !== undefined && equal(left, right);
		}
		case "compare": {
			const left = termValue(program, proposition.left, state);
			const right = termValue(program, proposition.right, state);
			const { operator } = proposition;
			return ofIntegers(operator === "=" ? "==" : operator, left, right) === 1n;
		}
	}
}

/** The observed terms as `label=value`, joined by `; `. */
export function printState(program: Program, state: FinalState): string {
	return program.observed
		.map(({ label, term }) => `${label}=${printValue(program, termValue(program, term, state))}`)
		.join("; ");
}

function termValue(program: Program, term: Term, state: FinalState): Value | undefined {
	switch (term.kind) {
		case "constant":
			return term.value;
		case "local":
			return state.locals[term.thread][term.local].value;
		case "cell":
			return state.cells[term.cell];
		case "computed":
			return ofIntegers(
				term.operator,
				termValue(program, term.left, state),
				termValue(program, term.right, state),
			);
		case "dereference": {
			const pointer = termValue(program, term.pointer, state);
			if (typeof pointer !== "object") return undefined;
			const { object, offset } = pointer;
			return state.cells[cellOf(program, { object, offset: offset + (term.offset ?? 0) })];
		}
	}
}

/** What C computes from two integers as `long long`. */
function ofIntegers(operator: BinaryOperator, left: Result, right: Result): Result {
	if (typeof left !== "bigint" || typeof right !== "bigint") return undefined;
	const type = { bits: 64, signed: true } as const;
	const converted = [left, right].map((value): Expression => {
		return { kind: "convert", type, operand: { kind: "constant", value } };
	});
	return evaluate(
		{ kind: "binary", operator, type, left: converted[0], right: converted[1] },
		() => undefined,
	);
}

function printValue(program: Program, value: Value | undefined): string {
	if (typeof value !== "object") return String(value);
	const cell = cellOf(program, value);
	const { name } = program.objects[value.object];
	return cell < 0 ? `${name}+${value.offset}` : program.cells[cell].name;
}

function cellOf(program: Program, value: Value): number {
	if (typeof value !== "object") return -1;
	return program.objects[value.object].cells.get(value.offset) ?? -1;
}
