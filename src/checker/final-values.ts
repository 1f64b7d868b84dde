import { UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import type { Value } from "../execution/value.ts";
import type { Graph } from "./graph.ts";
import { resolveSymbol, resolveWrite } from "./resolve-symbol.ts";

/** Values that an execution ends with; undefined where C gives them no meaning. */
export interface FinalValues {
	cell(cell: number): Value | undefined;
	local(thread: number, local: number): Value | undefined;
}

/** What a complete graph ends with. */
export function finalValues(graph: Graph): FinalValues {
	return {
		cell: (cell) => finalCell(graph, cell),
		local: (thread, local) => finalLocal(graph, thread, local),
	};
}

/** What a local of a complete graph ends with. */
export function finalLocal(graph: Graph, thread: number, local: number): Value | undefined {
	const value = resolveSymbol(graph, thread, graph.nodes[thread].state.locals[local].value);
	return value === UNDEFINED_RESULT ? undefined : value;
}

/** What the last write to a cell of a complete graph writes. */
export function finalCell(graph: Graph, cell: number): Value | undefined {
	const { byCell, events, co } = graph;
	let last = -1;
	for (const event of byCell[cell])
		if (events[event].kind === "W" && (last < 0 || co.has(last, event))) last = event;
	const value = resolveWrite(graph, last);
	return value === UNDEFINED_RESULT ? undefined : value;
}
