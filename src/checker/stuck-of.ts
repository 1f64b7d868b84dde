import type { EndlessWait, Stuck } from "../execution/stuck.ts";
import type { Graph } from "./graph.ts";
import { isSpinning } from "./is-spinning.ts";
import type { Stop, ThreadNode } from "./thread-node.ts";
import { witnessOf } from "./witness.ts";

/** Stops from which a thread may still go on by itself. */
const GOES_ON: ReadonlySet<Stop["kind"]> = new Set([
	"condition",
	"address",
	"choose",
	"update",
	"trylock",
	"islocked",
]);

/** A lasting copy of a graph in which threads wait for ever, and what they wait for. */
export function stuckOf(graph: Graph, waits: readonly EndlessWait[]): Stuck {
	return { execution: witnessOf(graph, "", ""), waits };
}

/** How many threads have not ended and do not wait for ever as the graph is, or would read something else if they looked again. */
export function unsettledThreads(graph: Graph, waits: readonly EndlessWait[]): number {
	return graph.nodes.filter(({ stop, thread }) => {
		const wait = waits.find((one) => one.thread === thread);
		if (wait === undefined) return stop.kind !== "done";
		if (wait.lastRead === undefined) return false;
		const source = graph.source[wait.lastRead];
		return graph.byCell[wait.cell].some(
			(id) => graph.events[id].kind === "W" && id !== source && !graph.co.has(id, source),
		);
	}).length;
}

/** What threads of a graph wait for, for ever as far as the others have run. */
export function waitsOf(graph: Graph): EndlessWait[] {
	return graph.nodes.flatMap((node) => waitOf(graph, node) ?? []);
}

function waitOf(graph: Graph, node: ThreadNode): EndlessWait | undefined {
	const { thread, stop, state } = node;
	const span = graph.program.threads[thread].code[state.pc]?.span;
	const place = span === undefined ? {} : { span };
	if (stop.kind === "lock" || stop.kind === "hang") {
		const heldBy = holderOf(graph, stop.cell);
		if (heldBy === undefined) return undefined;
		if (GOES_ON.has(graph.nodes[graph.events[heldBy].thread].stop.kind)) return undefined;
		return { thread, cell: stop.cell, what: "lock", heldBy, ...place };
	}
	if (!isSpinning(graph, node)) return undefined;
	const lastRead = graph.ids[thread].findLast((id) => graph.events[id].kind === "R");
	if (lastRead === undefined) return undefined;
	const { cell, span: readAt } = graph.events[lastRead];
	return { thread, cell, what: "value", lastRead, ...(readAt === undefined ? place : { span: readAt }) };
}

/** The write by which a thread has taken a lock without giving it back. */
function holderOf(graph: Graph, lock: number): number | undefined {
	return graph.byCell[lock].find((id) => {
		const { thread, index } = graph.events[id];
		if (graph.lockKind(id) !== "LKW") return false;
		return !graph.byCell[lock].some(
			(other) =>
				graph.lockKind(other) === "UL" &&
				graph.events[other].thread === thread &&
				graph.events[other].index > index,
		);
	});
}
