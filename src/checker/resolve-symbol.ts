import { type Computed, UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import type { Value } from "../execution/value.ts";
import type { Graph } from "./graph.ts";
import { isConcrete, type Symbolic } from "./symbolic.ts";

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
	if (isConcrete(symbol)) return symbol;
	if (symbol.kind === "read") {
		const read = graph.id(thread, symbol.event);
		const write = graph.source[read];
		if (write >= 0) return resolveWrite(graph, write, missing);
		if (missing !== undefined && !missing.includes(read)) missing.push(read);
		return undefined;
	}
	const values: Value[] = [];
	let meaningless = false;
	for (const operand of symbol.operands) {
		const value = resolveSymbol(graph, thread, operand, missing);
		if (value === UNDEFINED_RESULT) meaningless = true;
		else if (value !== undefined) values.push(value);
		else if (missing === undefined) return undefined;
	}
	if (meaningless) return UNDEFINED_RESULT;
	return values.length === symbol.operands.length ? symbol.compute(values) : undefined;
}

/** The value that a write writes, as `resolveSymbol`. */
export function resolveWrite(graph: Graph, write: number, missing?: number[]): Computed | undefined {
	const { thread, value } = graph.events[write];
	return value === undefined ? UNDEFINED_RESULT : resolveSymbol(graph, thread, value, missing);
}

/** Whether what a write writes cannot be computed without what a read reads. */
export function needsRead(graph: Graph, write: number, read: number): boolean {
	const { thread, value } = graph.events[write];
	return value !== undefined && symbolNeeds(graph, thread, value, read);
}

function symbolNeeds(graph: Graph, thread: number, symbol: Symbolic, read: number): boolean {
	if (isConcrete(symbol)) return false;
	if (symbol.kind === "applied")
		return symbol.operands.some((operand) => symbolNeeds(graph, thread, operand, read));
	const own = graph.id(thread, symbol.event);
	if (own === read) return true;
	return graph.source[own] >= 0 && needsRead(graph, graph.source[own], read);
}
