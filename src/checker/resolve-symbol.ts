import { type Computed, UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import type { Value } from "../execution/value.ts";
import type { Graph } from "./graph.ts";
import { type AppliedSymbol, isConcrete, type Symbolic } from "./symbolic.ts";

/** Computations done in one look-up: symbols share operands, and would else be followed once a use. */
type Done = Map<AppliedSymbol, Computed | undefined>;

/**
 * The value of a thread's symbol in a graph, or undefined if a read that it needs has no source yet.
 * `missing`, if given, receives the ids of those reads. Sources must not determine each other in a circle.
 */
export function resolveSymbol(
	graph: Graph,
	thread: number,
	symbol: Symbolic,
	missing?: number[],
): Computed | undefined {
	return isConcrete(symbol) ? symbol : resolve(graph, thread, symbol, missing, new Map());
}

/** The value that a write writes, as `resolveSymbol`. */
export function resolveWrite(graph: Graph, write: number, missing?: number[]): Computed | undefined {
	const { thread, value } = graph.events[write];
	return value === undefined ? UNDEFINED_RESULT : resolveSymbol(graph, thread, value, missing);
}

function resolve(
	graph: Graph,
	thread: number,
	symbol: Symbolic,
	missing: number[] | undefined,
	done: Done,
): Computed | undefined {
	if (isConcrete(symbol)) return symbol;
	if (symbol.kind === "read") {
		const read = graph.id(thread, symbol.event);
		const write = graph.source[read];
		if (write >= 0) {
			const { thread: writer, value } = graph.events[write];
			return value === undefined ? UNDEFINED_RESULT : resolve(graph, writer, value, missing, done);
		}
		const settled = graph.settledValue(read);
		if (settled === undefined && missing !== undefined && !missing.includes(read)) missing.push(read);
		return settled;
	}
	if (done.has(symbol)) return done.get(symbol);
	const values: Value[] = [];
	let meaningless = false;
	for (const operand of symbol.operands) {
		const value = resolve(graph, thread, operand, missing, done);
		if (value === UNDEFINED_RESULT) meaningless = true;
		else if (value !== undefined) values.push(value);
		else if (missing === undefined) break;
	}
	const isKnown = values.length === symbol.operands.length;
	const result = meaningless ? UNDEFINED_RESULT : isKnown ? symbol.compute(values) : undefined;
	done.set(symbol, result);
	return result;
}

/** Whether what a write writes cannot be computed without what a read reads. */
export function needsRead(graph: Graph, write: number, read: number): boolean {
	const seen = new Set<AppliedSymbol>();
	const needs = (thread: number, symbol: Symbolic): boolean => {
		if (isConcrete(symbol)) return false;
		if (symbol.kind === "applied") {
			if (seen.has(symbol)) return false;
			seen.add(symbol);
			return symbol.operands.some((operand) => needs(thread, operand));
		}
		const own = graph.id(thread, symbol.event);
		if (own === read) return true;
		const source = graph.source[own];
		if (source < 0) return false;
		const { thread: writer, value } = graph.events[source];
		return value !== undefined && needs(writer, value);
	};
	const { thread, value } = graph.events[write];
	return value !== undefined && needs(thread, value);
}
