import { compareIntegers, computeTerm } from "../execution/compute-term.ts";
import type { Program } from "../execution/program.ts";
import type { Proposition, Term } from "../execution/proposition.ts";
import { isPointer, sameValue, type Value } from "../execution/value.ts";
import { cellAt } from "./cell-at.ts";
import type { FinalValues } from "./final-values.ts";

/** The values that a complete execution ends with. */
export class FinalState {
	readonly #program: Program;
	readonly #values: FinalValues;

	constructor(program: Program, values: FinalValues) {
		this.#program = program;
		this.#values = values;
	}

	/** The final value of a term; undefined where the program gives it no meaning. */
	value(term: Term): Value | undefined {
		switch (term.kind) {
			case "constant":
				return term.value;
			case "cell":
				return this.#values.cell(term.cell);
			case "local":
				return this.#values.local(term.thread, term.local);
			case "dereference": {
				const pointer = this.value(term.pointer);
				if (pointer === undefined || !isPointer(pointer)) return undefined;
				const offset = pointer.offset + (term.offset ?? 0);
				const cell = cellAt(this.#program, { object: pointer.object, offset });
				return cell < 0 ? undefined : this.#values.cell(cell);
			}
			case "computed":
				return computeTerm(term.operator, this.value(term.left), this.value(term.right));
		}
	}

	/** Whether a proposition is true of the state; one about a meaningless value is false. */
	satisfies(proposition: Proposition): boolean {
		switch (proposition.kind) {
			case "true":
				return true;
			case "equal": {
				const left = this.value(proposition.left);
				const right = this.value(proposition.right);
				return left !== undefined && right !== undefined && sameValue(left, right);
			}
			case "compare": {
				const { operator, left, right } = proposition;
				return compareIntegers(operator, this.value(left), this.value(right));
			}
			case "not":
				return !this.satisfies(proposition.operand);
			case "and":
				return proposition.operands.every((operand) => this.satisfies(operand));
			case "or":
				return proposition.operands.some((operand) => this.satisfies(operand));
		}
	}

	/** The observed values as a state prints them: `0:r0=1; x=2`. */
	print(): string {
		return this.#program.observed
			.map(({ label, term }) => `${label}=${printValue(this.#program, this.value(term))}`)
			.join("; ");
	}
}

/** A value as a test would write it: an integer, or the name of the location that an address names. */
export function printValue(program: Program, value: Value | undefined): string {
	if (value === undefined) return "?";
	if (!isPointer(value)) return String(value);
	const cell = cellAt(program, value);
	return cell < 0 ? `${program.objects[value.object].name}+${value.offset}` : program.cells[cell].name;
}
