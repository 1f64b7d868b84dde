import { isTrue, UNDEFINED_RESULT } from "../../execution/arithmetic.ts";
import type { Candidates } from "../candidates.ts";
import type { OpenRead } from "../decision.ts";
import type { Graph } from "../graph.ts";
import { resolveSymbol, resolveWrite } from "../resolve-symbol.ts";
import { readsIn } from "../symbolic.ts";
import type { ThreadNode } from "../thread-node.ts";
import type { ThreadTree } from "../thread-tree.ts";

/** One way in which a thread goes on to its end, and the writes from which its read lets it go that way. */
export interface Ending {
	/** The thread's runs, one after the other; the last one is done. */
	readonly runs: readonly ThreadNode[];
	readonly sources: readonly number[];
}

/** A thread that waits for one read of its own and needs nothing else. */
export interface Fork {
	readonly read: number;
	readonly endings: readonly Ending[];
}

/** What is left to decide where no thread has much to do any more. */
export interface LooseEnds {
	/** The open reads outside of the tail that nobody waits for. */
	readonly reads: readonly OpenRead[];
	readonly forks: readonly Fork[];
	/**
	 * The cells of the tail: whoever accesses one does nothing else after that but access such cells. Only there may coherence be open,
	 * and only there do forks lead.
	 */
	readonly tail: ReadonlySet<number>;
	/** Whether there is a tail: accesses to such cells, or other events that forks lead to. */
	readonly hasTail: boolean;
}

/**
 * The loose ends of a graph; undefined if more than those is left. Then every thread is done or a fork, all writes but
 * those of the tail are there and in order, and no value that an open read may read hangs on another one. By coherence each open read
 * outside of the tail may read from each of its writes, whatever the others do. Costs no evaluation of the model.
 */
export function looseEnds(graph: Graph, tree: ThreadTree, candidates: Candidates): LooseEnds | undefined {
	const { nodes, events, source, partner, program } = graph;
	for (const { stop } of nodes) if (stop.kind !== "done" && stop.kind !== "condition") return undefined;
	const open = [...events.keys()].filter((id) => events[id].kind === "R" && source[id] < 0);
	if (open.length === 0) return undefined;
	const sourcesOf = new Map<number, readonly number[]>();
	const forks: Fork[] = [];
	for (const node of nodes) {
		if (node.stop.kind !== "condition") continue;
		const missing: number[] = [];
		resolveSymbol(graph, node.thread, node.stop.condition, missing);
		const [read] = missing;
		if (missing.length !== 1 || events[read].thread !== node.thread) return undefined;
		const sources = sourcesFor(graph, candidates, read);
		const endings = sources && endingsOf(graph, tree, node, read, sources);
		if (endings === undefined) return undefined;
		sourcesOf.set(read, sources ?? []);
		forks.push({ read, endings });
	}
	const tail = tailOf(graph, forks, open);
	if (tail === undefined || forks.some(({ read }) => tail.has(events[read].cell))) return undefined;
	const places = new Set<number>();
	const reads: OpenRead[] = [];
	for (const read of open) {
		const { cell, thread } = events[read];
		if (tail.has(cell)) continue;
		// Of two reads of a thread from one cell the earlier one has a say in what the later one reads.
		const place = cell * program.threads.length + thread;
		if (partner[read] >= 0 || graph.lockKind(read) !== "" || places.has(place)) return undefined;
		places.add(place);
		if (sourcesOf.has(read)) continue;
		const sources = sourcesFor(graph, candidates, read);
		if (sources === undefined) return undefined;
		reads.push({ read, sources });
	}
	const hasTail =
		tail.size > 0 || forks.some(({ read, endings }) => leadsOn(nodes[events[read].thread], endings));
	return { reads, forks, tail, hasTail };
}

/** The writes that a read may read from; undefined if there is none, or one whose value is not known yet. */
function sourcesFor(graph: Graph, candidates: Candidates, read: number): readonly number[] | undefined {
	const circular: number[] = [];
	const sources = candidates.ofRead(read, circular);
	if (circular.length > 0 || sources.length === 0) return undefined;
	return sources.every((write) => resolveWrite(graph, write) !== undefined) ? sources : undefined;
}

/** The ways in which a thread goes on to its end, by what one of its reads reads; undefined if it may need more for that. */
export function endingsOf(
	graph: Graph,
	tree: ThreadTree,
	start: ThreadNode,
	read: number,
	sources: readonly number[],
): readonly Ending[] | undefined {
	const found = new Map<ThreadNode, { runs: ThreadNode[]; sources: number[] }>();
	const mark = graph.mark();
	for (const write of sources) {
		graph.readFrom(read, write);
		const runs = runsToEnd(graph, tree, start);
		graph.undoTo(mark);
		const last = runs?.at(-1);
		if (runs === undefined || last === undefined) return undefined;
		const known = found.get(last);
		if (known === undefined) found.set(last, { runs, sources: [write] });
		else known.sources.push(write);
	}
	return [...found.values()];
}

function runsToEnd(graph: Graph, tree: ThreadTree, start: ThreadNode): ThreadNode[] | undefined {
	const runs: ThreadNode[] = [];
	const { thread, events } = start;
	let node = start;
	while (node.stop.kind === "condition") {
		const { condition } = node.stop;
		for (const event of readsIn(condition)) if (event >= events.length) return undefined;
		const value = resolveSymbol(graph, thread, condition);
		if (value === undefined || value === UNDEFINED_RESULT) return undefined;
		node = tree.child(node, isTrue(value));
		runs.push(node);
	}
	return node.stop.kind === "done" ? runs : undefined;
}

function leadsOn({ events }: ThreadNode, endings: readonly Ending[]): boolean {
	return endings.some(({ runs }) => runs.some((run) => run.events.length > events.length));
}

/** The cells of the tail; undefined if some thread does anything else after it has accessed one, or one is a lock. */
function tailOf(
	graph: Graph,
	forks: readonly Fork[],
	open: readonly number[],
): ReadonlySet<number> | undefined {
	const { nodes, events, partner, program, byCell } = graph;
	const lasts = new Map<number, readonly ThreadNode[]>();
	for (const { read, endings } of forks)
		lasts.set(
			events[read].thread,
			endings.map(({ runs }) => runs[runs.length - 1]),
		);
	const tail = new Set<number>();
	for (const read of open) if (partner[read] >= 0) tail.add(events[read].cell);
	for (const [cell, members] of byCell.entries()) if (!isOrdered(graph, members)) tail.add(cell);
	for (const [thread, ends] of lasts)
		for (const { events: all } of ends)
			for (const { cell } of all.slice(nodes[thread].events.length)) if (cell >= 0) tail.add(cell);
	for (const cell of tail) if (program.cells[cell].isLock) return undefined;
	if (tail.size === 0) return tail;
	for (const node of nodes)
		for (const { events: all } of lasts.get(node.thread) ?? [node]) {
			const first = all.findIndex(({ cell }) => tail.has(cell));
			if (first >= 0 && !all.slice(first).every(({ cell }) => cell < 0 || tail.has(cell))) return undefined;
		}
	return tail;
}

/** Whether coherence has an order for all writes among some events. */
function isOrdered({ events, co }: Graph, members: readonly number[]): boolean {
	const writes = members.filter((id) => events[id].kind === "W");
	return writes.every((one, i) =>
		writes.every((other, j) => j <= i || co.has(one, other) || co.has(other, one)),
	);
}
