import { printValue } from "../checker/final-state.ts";
import type { Program } from "../execution/program.ts";
import type { Proposition, Term } from "../execution/proposition.ts";

/** A proposition about a program's final state as a litmus test would write it, without outer parentheses. */
export function formatProposition(program: Program, proposition: Proposition): string {
	switch (proposition.kind) {
		case "true":
			return "true";
		case "equal":
			return `${formatTerm(program, proposition.left)}=${formatTerm(program, proposition.right)}`;
		case "compare": {
			const { operator, left, right } = proposition;
			return `${formatTerm(program, left)} ${operator} ${formatTerm(program, right)}`;
		}
		case "not":
			return `~${operand(program, proposition.operand)}`;
		case "and":
			return proposition.operands.map((part) => operand(program, part)).join(" /\\ ");
		case "or":
			return proposition.operands.map((part) => operand(program, part)).join(" \\/ ");
	}
}

/** A term as a litmus test would write it: `0:r0`, `x`, `*p`, `1`. */
export function formatTerm(program: Program, term: Term): string {
	switch (term.kind) {
		case "local":
			return `${term.thread}:${program.threads[term.thread].locals[term.local].name}`;
		case "cell":
			return program.cells[term.cell].name;
		case "dereference":
			return `*${formatTerm(program, term.pointer)}`;
		case "constant":
			return printValue(program, term.value);
		case "computed":
			return [term.left, term.operator, term.right]
				.map((part) => (typeof part === "string" ? part : formatOperand(program, part)))
				.join(" ");
	}
}

function operand(program: Program, proposition: Proposition): string {
	const text = formatProposition(program, proposition);
	return proposition.kind === "and" || proposition.kind === "or" ? `(${text})` : text;
}

/** A term inside a computed one. */
function formatOperand(program: Program, term: Term): string {
	const text = formatTerm(program, term);
	return term.kind === "computed" ? `(${text})` : text;
}
