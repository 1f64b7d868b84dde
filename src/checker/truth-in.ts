import type { UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import type { Graph } from "./graph.ts";
import { resolveSymbol } from "./resolve-symbol.ts";
import type { Symbolic } from "./symbolic.ts";
import { truthOf } from "./truth.ts";

/** Whether a thread's symbol is true in a graph, that it has no meaning, or undefined while it is not known. */
export function truthIn(
	graph: Graph,
	thread: number,
	symbol: Symbolic,
): boolean | typeof UNDEFINED_RESULT | undefined {
	const value = resolveSymbol(graph, thread, symbol);
	return value === undefined ? undefined : truthOf(value);
}
