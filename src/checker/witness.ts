import { UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import type { Edge, Execution } from "../execution/execution.ts";
import type { Value } from "../execution/value.ts";
import type { Graph } from "./graph.ts";
import { resolveWrite } from "./resolve-symbol.ts";
import type { ThreadNode } from "./thread-node.ts";

/**
 * A complete graph as a plain execution that no longer changes.
 * @param state its final state as printed
 * @param path the decisions that led to it
 */
export function witnessOf(graph: Graph, state: string, path: string): Execution {
	const { events, source, co, byCell, nodes, ids } = graph;
	const written = (write: number): Value | undefined => {
		const value = resolveWrite(graph, write);
		return value === UNDEFINED_RESULT ? undefined : value;
	};
	const edges = (of: (node: ThreadNode) => readonly Edge[]): Edge[] =>
		nodes.flatMap((node, thread) => of(node).map(([from, to]): Edge => [ids[thread][from], ids[thread][to]]));
	const reads = [...events.keys()].filter((event) => events[event].kind === "R");
	return {
		events: events.map(({ kind, thread, index, cell, tags, span }) => ({
			kind,
			thread,
			index,
			cell,
			tags,
			...(span === undefined ? {} : { span }),
		})),
		values: events.map(({ kind }, event) =>
			kind === "W" ? written(event) : kind === "R" ? written(source[event]) : undefined,
		),
		rf: reads.map((read): Edge => [source[read], read]),
		co: byCell.map((members) =>
			members
				.filter((event) => events[event].kind === "W")
				.sort((a, b) => (a === b ? 0 : co.has(a, b) ? -1 : 1)),
		),
		rmw: edges((node) => node.rmw),
		addr: edges((node) => node.addr),
		data: edges((node) => node.data),
		ctrl: edges((node) => node.ctrl),
		state,
		path,
	};
}
