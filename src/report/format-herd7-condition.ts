import { printValue } from "../checker/final-state.ts";
import type { Program } from "../execution/program.ts";
import type { Proposition, Term } from "../execution/proposition.ts";
import { herd7Label } from "./herd7-label.ts";

/** What a proposition stands in: it decides whether parentheses are needed. */
type Place = "alone" | "and" | "or";

/**
 * A program's question as herd7 words it: `exists (1:r0=0 /\ [x]=1)`. `/\` binds more tightly than `\/`
 * and parentheses stand only where that, or a `not`, needs them.
 */
export function formatHerd7Condition(program: Program): string {
	return `${program.quantifier} (${format(program, program.proposition, "alone")})`;
}

function format(program: Program, proposition: Proposition, place: Place): string {
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
			if (proposition.operand.kind === "true") return "false";
			return `not (${format(program, proposition.operand, "alone")})`;
		case "and":
			return proposition.operands.map((operand) => format(program, operand, "and")).join(" /\\ ");
		case "or": {
			const text = proposition.operands.map((operand) => format(program, operand, "or")).join(" \\/ ");
			return place === "and" ? `(${text})` : text;
		}
	}
}

function formatTerm(program: Program, term: Term): string {
	switch (term.kind) {
		case "local":
			return `${term.thread}:${program.threads[term.thread].locals[term.local].name}`;
		case "cell":
			return herd7Label(program.cells[term.cell].name, term);
		case "dereference":
			return `*${term.pointer.kind === "cell" ? program.cells[term.pointer.cell].name : formatTerm(program, term.pointer)}`;
		case "constant":
			return printValue(program, term.value);
		case "computed":
			return [term.left, term.operator, term.right]
				.map((part) => (typeof part === "string" ? part : formatOperand(program, part)))
				.join(" ");
	}
}

/** A term inside a computed one. */
function formatOperand(program: Program, term: Term): string {
	const text = formatTerm(program, term);
	return term.kind === "computed" ? `(${text})` : text;
}
