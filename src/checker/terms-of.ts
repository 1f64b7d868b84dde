import type { Program } from "../execution/program.ts";
import type { Proposition, Term } from "../execution/proposition.ts";

/** The terms that a proposition compares, and those inside them, in the order of its text. */
export function termsOf(proposition: Proposition): Term[] {
	switch (proposition.kind) {
		case "true":
			return [];
		case "equal":
		case "compare":
			return [...withInner(proposition.left), ...withInner(proposition.right)];
		case "not":
			return termsOf(proposition.operand);
		default:
			return proposition.operands.flatMap(termsOf);
	}
}

/** What a program's properties say of final values. */
export function propositionsOf({ properties = [] }: Program): Proposition[] {
	return properties.flatMap((property) => (property.kind === "final" ? [property.proposition] : []));
}

/** A term, and those that it points from or is computed from. */
export function withInner(term: Term): Term[] {
	if (term.kind === "dereference") return [term, ...withInner(term.pointer)];
	if (term.kind === "computed") return [term, ...withInner(term.left), ...withInner(term.right)];
	return [term];
}
