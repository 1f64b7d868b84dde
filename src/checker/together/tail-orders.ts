import type { Edge } from "../../execution/execution.ts";
import type { Candidates } from "../candidates.ts";
import type { Graph } from "../graph.ts";
import type { SearchParts } from "../search-parts.ts";

/** Reads of a tail beyond which its executions are not counted here: they are as many as orders. */
const MOST_READS = 5;

/**
 * In how many ways the accesses of a tail can read from each other and be ordered. Where the model's conditions can be judged part by part (see
 * `isSeparable`) that hangs on the tail alone: it is found out once for tails that look the same.
 */
export class TailOrders {
	readonly #parts: SearchParts;
	readonly #candidates: Candidates;
	readonly #known = new Map<string, number | undefined>();

	constructor(parts: SearchParts, candidates: Candidates) {
		this.#parts = parts;
		this.#candidates = candidates;
	}

	/**
	 * The number for a tail on some cells; undefined if there is too much to count, or if not all of them can be counted.
	 * The rest of the graph is consistent, and raises no flag that is new.
	 */
	count(tail: ReadonlySet<number>): number | undefined {
		if (tail.size === 0) return 1;
		const { graph } = this.#parts;
		const members = membersOf(graph, tail);
		const open = members.filter((id) => graph.events[id].kind === "R" && graph.source[id] < 0);
		if (open.length > MOST_READS) return undefined;
		const key = keyOf(graph, members);
		if (!this.#known.has(key)) this.#known.set(key, this.#complete(tail, open));
		return this.#known.get(key);
	}

	/** Decides what is open, in each way. */
	#complete(tail: ReadonlySet<number>, open: readonly number[]): number | undefined {
		const { graph, consistency, tally } = this.#parts;
		const read = open.find((id) => graph.source[id] < 0);
		if (read !== undefined) {
			const circular: number[] = [];
			const sources = this.#candidates.ofRead(read, circular);
			if (circular.length > 0) return undefined;
			const { cell } = graph.events[read];
			return this.#sum(sources, tail, open, cell, (write) => graph.readFrom(read, write));
		}
		for (const cell of tail) {
			const pair = unordered(graph, graph.byCell[cell]);
			if (pair === undefined) continue;
			const [one, other] = pair;
			const pairs: Edge[] = [
				[one, other],
				[other, one],
			];
			return this.#sum(pairs, tail, open, cell, ([earlier, later]) => graph.order(earlier, later));
		}
		if (!consistency.testEarly(graph)) return 0;
		return consistency.raisedFlags(tally.flags).length > 0 ? undefined : 1;
	}

	/** The sum over some decisions on a cell. */
	#sum<Choice>(
		choices: readonly Choice[],
		tail: ReadonlySet<number>,
		open: readonly number[],
		cell: number,
		decide: (choice: Choice) => void,
	): number | undefined {
		const { graph, coherence, consistency } = this.#parts;
		const mark = graph.mark();
		let sum: number | undefined = 0;
		for (const choice of choices) {
			decide(choice);
			if (sum !== undefined && coherence.propagate(cell) && consistency.testEarly(graph)) {
				const below = this.#complete(tail, open);
				sum = below === undefined ? undefined : sum + below;
			}
			graph.undoTo(mark);
		}
		return sum;
	}
}

function unordered({ events, co }: Graph, members: readonly number[]): readonly [number, number] | undefined {
	const writes = members.filter((id) => events[id].kind === "W");
	for (const [i, one] of writes.entries())
		for (const other of writes.slice(i + 1))
			if (!co.has(one, other) && !co.has(other, one)) return [one, other];
	return undefined;
}

/** The events of a tail, in the order in which they were made: initial writes, and of each thread all from its first access on. */
function membersOf({ events, ids }: Graph, tail: ReadonlySet<number>): readonly number[] {
	const own = ids.flatMap((list) => {
		const first = list.findIndex((id) => tail.has(events[id].cell));
		return first < 0 ? [] : list.slice(first);
	});
	return [...tail, ...own].sort((a, b) => a - b);
}

/** All that tells one tail from another: its events, each with what it reads from or may not, and what comes after it, and dependencies. */
function keyOf(graph: Graph, members: readonly number[]): string {
	const { events, source, watermark, nodes, ids, co } = graph;
	const placeOf = new Map(members.map((id, place) => [id, place]));
	const threads = new Map<number, number>();
	const described = members.map((id) => {
		const { kind, cell, thread, tags } = events[id];
		if (!threads.has(thread)) threads.set(thread, threads.size);
		const own = kind === "R" && source[id] >= 0 ? placeOf.get(source[id]) : undefined;
		const excluded = members.filter((other) => other < watermark[id]).length;
		const after =
			kind === "W" ? members.filter((other) => co.has(id, other)).map((other) => placeOf.get(other)) : [];
		return [
			kind,
			cell,
			threads.get(thread),
			tags.join(),
			own ?? "",
			source[id] < 0 ? excluded : "",
			after.join("."),
		].join(" ");
	});
	const edges: string[] = [];
	for (const thread of threads.keys()) {
		if (thread < 0) continue;
		const node = nodes[thread];
		for (const [name, list] of [
			["addr", node.addr],
			["data", node.data],
			["ctrl", node.ctrl],
			["rmw", node.rmw],
		] as const)
			for (const [from, to] of list) {
				const [one, other] = [placeOf.get(ids[thread][from]), placeOf.get(ids[thread][to])];
				if (one !== undefined && other !== undefined) edges.push(`${name} ${one} ${other}`);
			}
	}
	return [...described, ...edges].join("|");
}
