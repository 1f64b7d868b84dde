import type { Program } from "../../src/execution/program.ts";
import type { Proposition, Term } from "../../src/execution/proposition.ts";

/** Whether a proposition about integers is true of a final state, by the state's text; undefined where that does not tell. */
export function satisfies(program: Program, state: string, proposition: Proposition): boolean | undefined {
	const printed = new Map(
		state.split("; ").map((part): [string, string] => {
			const at = part.indexOf("=");
			return [part.slice(0, at), part.slice(at + 1)];
		}),
	);
	const numberOf = (term: Term): bigint | undefined => {
		if (term.kind === "constant") return typeof term.value === "bigint" ? term.value : undefined;
		const key = textOf(term);
		const observed = program.observed.find((one) => textOf(one.term) === key);
		const text = observed && printed.get(observed.label);
		return text !== undefined && /^-?\d+$/.test(text) ? BigInt(text) : undefined;
	};
	switch (proposition.kind) {
		case "true":
			return true;
		case "equal": {
			const [left, right] = [numberOf(proposition.left), numberOf(proposition.right)];
			return left === undefined || right === undefined ? undefined : left === right;
		}
		case "compare":
			return undefined;
		case "not": {
			const inner = satisfies(program, state, proposition.operand);
			return inner === undefined ? undefined : !inner;
		}
		default: {
			const inner = proposition.operands.map((operand) => satisfies(program, state, operand));
			const decisive = proposition.kind === "or";
			if (inner.includes(decisive)) return decisive;
			return inner.includes(undefined) ? undefined : !decisive;
		}
	}
}

function textOf(term: Term): string {
	return JSON.stringify(term, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
}
