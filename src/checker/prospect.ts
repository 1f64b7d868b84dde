import { UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import { compareIntegers, computeTerm } from "../execution/compute-term.ts";
import type { Instruction } from "../execution/instruction.ts";
import type { Program } from "../execution/program.ts";
import type { Proposition, Term } from "../execution/proposition.ts";
import { sameValue, type Value } from "../execution/value.ts";
import type { Graph } from "./graph.ts";
import { resolveSymbol } from "./resolve-symbol.ts";
import { successors } from "./successors.ts";
import { isConcrete } from "./symbolic.ts";

/** The final value of a term as far as a partial execution tells; `undefined` has no meaning in C. */
type Known = { readonly value: Value | undefined } | "unknown";

/** Tells of partial executions whether a proposition about final values can still become true in them. */
export class Prospect {
	readonly #program: Program;
	readonly #proposition: Proposition;
	readonly #onlyWritten: (cell: number) => Value | undefined;
	/** By thread and place in its code, the locals that it may still assign. */
	readonly #assigned = new Map<number, Map<number, ReadonlySet<number>>>();

	/** @param onlyWritten the one value that is ever written to a cell beside its initial one, if that is known */
	constructor(
		program: Program,
		proposition: Proposition,
		onlyWritten: (cell: number) => Value | undefined = () => undefined,
	) {
		this.#program = program;
		// Values that are computed from what is read may also come out of nothing, in a circle.
		this.#onlyWritten = program.threads.every(({ code }) => code.every(writesConstant))
			? onlyWritten
			: () => undefined;
		this.#proposition = proposition;
	}

	/** False only if no execution that comes of the graph has the proposition. Costs a look at each term that it names. */
	mayBecomeTrue(graph: Graph): boolean {
		return this.#truth(graph, this.#proposition) !== false;
	}

	#truth(graph: Graph, proposition: Proposition): boolean | undefined {
		switch (proposition.kind) {
			case "true":
				return true;
			case "equal":
			case "compare": {
				const left = this.#value(graph, proposition.left);
				const right = this.#value(graph, proposition.right);
				if (left === "unknown" || right === "unknown") return undefined;
				if (proposition.kind === "compare")
					return compareIntegers(proposition.operator, left.value, right.value);
				return left.value !== undefined && right.value !== undefined && sameValue(left.value, right.value);
			}
			case "not": {
				const truth = this.#truth(graph, proposition.operand);
				return truth === undefined ? undefined : !truth;
			}
			default: {
				const decisive = proposition.kind === "or";
				let isOpen = false;
				for (const operand of proposition.operands) {
					const truth = this.#truth(graph, operand);
					if (truth === decisive) return decisive;
					if (truth === undefined) isOpen = true;
				}
				return isOpen ? undefined : !decisive;
			}
		}
	}

	#value(graph: Graph, term: Term): Known {
		switch (term.kind) {
			case "constant":
				return { value: term.value };
			case "local":
				return this.#local(graph, term.thread, term.local);
			case "cell":
				return this.#cell(graph, term.cell);
			case "computed": {
				const left = this.#value(graph, term.left);
				const right = this.#value(graph, term.right);
				if (left === "unknown" || right === "unknown") return "unknown";
				return { value: computeTerm(term.operator, left.value, right.value) };
			}
			default:
				return "unknown";
		}
	}

	/** Known once no thread makes writes any more, if all that can be the last ones write the same. */
	#cell({ nodes, byCell, events, co }: Graph, cell: number): Known {
		if (!nodes.every(({ stop }) => stop.kind === "done")) return "unknown";
		const writes = byCell[cell].filter((id) => events[id].kind === "W");
		const last = writes.filter((id) => !writes.some((other) => co.has(id, other)));
		const values = last.map((id) => events[id].value);
		const [first] = values;
		if (first === undefined || !isConcrete(first) || first === UNDEFINED_RESULT) return "unknown";
		const areSame = values.every(
			(value) =>
				value !== undefined && isConcrete(value) && value !== UNDEFINED_RESULT && sameValue(value, first),
		);
		return areSame ? { value: first } : "unknown";
	}

	#local(graph: Graph, thread: number, local: number): Known {
		const { state } = graph.nodes[thread];
		if (this.#assignedFrom(thread, state.pc).has(local)) return "unknown";
		const symbol = state.locals[local].value;
		const value = resolveSymbol(graph, thread, symbol);
		if (value === undefined) {
			if (isConcrete(symbol) || symbol.kind !== "read") return "unknown";
			// Whatever it will read from, if nothing else is ever in that place.
			const { cell } = graph.events[graph.id(thread, symbol.event)];
			const only = this.#onlyWritten(cell);
			return only !== undefined && sameValue(only, this.#program.cells[cell].initial)
				? { value: only }
				: "unknown";
		}
		return { value: value === UNDEFINED_RESULT ? undefined : value };
	}

	/** Costs a walk through the code that is ahead, once a place. */
	#assignedFrom(thread: number, pc: number): ReadonlySet<number> {
		let places = this.#assigned.get(thread);
		if (places === undefined) {
			places = new Map();
			this.#assigned.set(thread, places);
		}
		const known = places.get(pc);
		if (known !== undefined) return known;
		const { code } = this.#program.threads[thread];
		const found = new Set<number>();
		const seen = new Set([pc]);
		for (const at of seen) {
			if (at >= code.length) continue;
			const instruction = code[at];
			if ("local" in instruction) found.add(instruction.local);
			for (const next of successors(instruction, at)) seen.add(next);
		}
		places.set(pc, found);
		return found;
	}
}

function writesConstant(instruction: Instruction): boolean {
	return (
		instruction.kind !== "update" && (instruction.kind !== "store" || instruction.value.kind === "constant")
	);
}
