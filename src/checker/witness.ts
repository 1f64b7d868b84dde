import { UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import type { Event } from "../execution/event.ts";
import type { Edge, Execution } from "../execution/execution.ts";
import type { Value } from "../execution/value.ts";
import type { Relation } from "../relation/relation.ts";
import type { Graph } from "./graph.ts";
import { NotedGraph } from "./noted-graph.ts";
import { resolveWrite } from "./resolve-symbol.ts";
import type { ThreadNode } from "./thread-node.ts";
import type { ThreadTree } from "./thread-tree.ts";

/** Who plays whose part in an execution that is a graph's up to renaming. */
interface Cast {
	/** For each thread the one of the graph that plays its part. */
	readonly roles: readonly number[];
	readonly tree: ThreadTree;
}

/**
 * A graph as a plain execution that no longer changes. Of one that is not complete, reads without source have no value, and
 * coherence is completed.
 * @param state its final state as printed
 * @param path the decisions that led to the graph
 * @param cast renames its threads
 */
export function witnessOf(graph: Graph, state: string, path: string, cast?: Cast): Execution {
	const { source, co, byCell, nodes, ids } = graph;
	const events = cast === undefined ? graph.events : renamedEvents(graph, cast);
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
			kind === "W" ? written(event) : kind === "R" && source[event] >= 0 ? written(source[event]) : undefined,
		),
		rf: reads.filter((read) => source[read] >= 0).map((read): Edge => [source[read], read]),
		co: byCell.map((members) =>
			inOrder(
				members.filter((event) => events[event].kind === "W"),
				co,
			),
		),
		rmw: edges((node) => node.rmw),
		addr: edges((node) => node.addr),
		data: edges((node) => node.data),
		ctrl: edges((node) => node.ctrl),
		notes: new NotedGraph(graph).notes.map((note) => ({
			...note,
			thread: cast === undefined ? note.thread : cast.roles.indexOf(note.thread),
		})),
		state,
		path,
	};
}

/** Writes in an order that has all pairs of coherence; in their own as far as that leaves them open. */
function inOrder(writes: readonly number[], co: Relation): number[] {
	const left = [...writes];
	const ordered: number[] = [];
	while (left.length > 0) {
		const next = left.findIndex((write) => !left.some((other) => co.has(other, write)));
		ordered.push(...left.splice(Math.max(next, 0), 1));
	}
	return ordered;
}

/** The graph's events as those of the threads that play the parts of its threads. */
function renamedEvents(graph: Graph, { roles, tree }: Cast): readonly Event[] {
	const become: (ThreadNode | undefined)[] = [];
	roles.forEach((player, thread) => {
		become[player] = nodeOfTwin(tree, graph.nodes[player], thread);
	});
	return graph.events.map((event) =>
		event.thread < 0 ? event : (become[event.thread]?.events[event.index] ?? event),
	);
}

/** The run of a thread that took the same outcomes as a run of its twin. */
function nodeOfTwin(tree: ThreadTree, node: ThreadNode, thread: number): ThreadNode {
	const { parent, outcome } = node;
	if (parent === undefined || outcome === undefined) return tree.root(thread);
	return tree.child(nodeOfTwin(tree, parent, thread), outcome);
}
