import { UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import type { Program } from "../execution/program.ts";
import type { Proposition, Term } from "../execution/proposition.ts";
import { isPointer, sameValue, type Value } from "../execution/value.ts";
import { cellAt } from "./cell-at.ts";
import type { Graph } from "./graph.ts";
import { resolveSymbol, resolveWrite } from "./resolve-symbol.ts";

/** The values that a complete execution ends with. */
export class FinalState {
	readonly #graph: Graph;
	readonly #roles: readonly number[] | undefined;

	/**
	 * @param graph a complete execution: every read has a source, coherence is total
	 * @param roles for each thread the one of the graph that plays its part; absent if each plays its own
	 */
	constructor(graph: Graph, roles?: readonly number[]) {
		this.#graph = graph;
		this.#roles = roles;
	}

	/** The final value of a term; undefined where the program gives it no meaning. */
	value(term: Term): Value | undefined {
		switch (term.kind) {
			case "constant":
				return term.value;
			case "cell":
				return this.#cell(term.cell);
			case "local": {
				const thread = this.#roles === undefined ? term.thread : this.#roles[term.thread];
				const { state } = this.#graph.nodes[thread];
				const value = resolveSymbol(this.#graph, thread, state.locals[term.local].value);
				return value === UNDEFINED_RESULT ? undefined : value;
			}
			case "dereference": {
				const pointer = this.value(term.pointer);
				if (pointer === undefined || !isPointer(pointer)) return undefined;
				const cell = cellAt(this.#graph.program, pointer);
				return cell < 0 ? undefined : this.#cell(cell);
			}
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
			case "not":
				return !this.satisfies(proposition.operand);
			case "and":
				return proposition.operands.every((operand) => this.satisfies(operand));
			case "or":
				return proposition.operands.some((operand) => this.satisfies(operand));
		}
	}

	/** The observed values as a state prints them: `0:r0=1; x=2`. */
	print(program: Program): string {
		return program.observed
			.map(({ label, term }) => `${label}=${printValue(program, this.value(term))}`)
			.join("; ");
	}

	#cell(cell: number): Value | undefined {
		const { byCell, events, co } = this.#graph;
		let last = -1;
		for (const event of byCell[cell])
			if (events[event].kind === "W" && (last < 0 || co.has(last, event))) last = event;
		const value = resolveWrite(this.#graph, last);
		return value === UNDEFINED_RESULT ? undefined : value;
	}
}

/** A value as a test would write it: an integer, or the name of the location that an address names. */
export function printValue(program: Program, value: Value | undefined): string {
	if (value === undefined) return "?";
	if (!isPointer(value)) return String(value);
	const cell = cellAt(program, value);
	return cell < 0 ? `${program.objects[value.object].name}+${value.offset}` : program.cells[cell].name;
}
