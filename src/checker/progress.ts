import type { Binding } from "./binding.ts";
import type { Footprint, WriteKind } from "./footprint.ts";
import type { Graph } from "./graph.ts";
import { isConcrete, type Symbolic } from "./symbolic.ts";
import type { Need, Waiting } from "./waiting.ts";

/**
 * Tells which waits can still end. A need can be met by a write made so far or by one that some thread may
 * still make, unless that thread itself waits, through others, for the need: where every step of such a
 * circle is an ordering that the model makes acyclic, no execution closes it.
 */
export class Progress {
	readonly #graph: Graph;
	readonly #footprint: Footprint;
	readonly #binding: Binding;
	readonly #coherent: boolean;

	constructor(graph: Graph, footprint: Footprint, binding: Binding, coherent: boolean) {
		this.#graph = graph;
		this.#footprint = footprint;
		this.#binding = binding;
		this.#coherent = coherent;
	}

	/**
	 * For each need whether it can be met.
	 * @param postponed indices of needs that are taken not to be met by any write made so far
	 */
	reachable(waiting: Waiting, postponed: readonly number[]): boolean[] {
		const { needs } = waiting;
		const met = needs.map(
			(need, i) =>
				!postponed.includes(i) &&
				(need.sources.length > 0 || (need.kind !== "read" && need.taken.length > 0)),
		);
		for (let changed = true; changed; ) {
			changed = false;
			needs.forEach((need, i) => {
				if (met[i] || !this.#hasSupporter(need, waiting, met)) return;
				met[i] = true;
				changed = true;
			});
		}
		return met;
	}

	#hasSupporter(need: Need, waiting: Waiting, met: readonly boolean[]): boolean {
		const own = need.kind === "read" ? this.#graph.events[need.read].thread : need.thread;
		return this.#graph.nodes.some(
			(_, thread) => (thread !== own || !this.#coherent) && this.#maySupport(thread, need, waiting, met),
		);
	}

	/** Whether a thread may still make a write that meets a need, before or without its own unmet needs. */
	#maySupport(thread: number, need: Need, waiting: Waiting, met: readonly boolean[]): boolean {
		const open = waiting.byThread[thread];
		const node = this.#graph.nodes[thread];
		if (open.length === 0) return false;
		return this.#footprint
			.writes(thread, node.state.pc)
			.some(
				(kind) =>
					kind.cells[need.cell] &&
					isOfUse(kind, need) &&
					open.every((i) => met[i] || !this.#binds(thread, waiting.needs[i], kind, need)),
			);
	}

	/** Whether any such write of the thread is certainly ordered after the need, and before who reads it. */
	#binds(thread: number, need: Need, kind: WriteKind, reader: Need): boolean {
		const { events, nodes } = this.#graph;
		const node = nodes[thread];
		if (need.kind === "trylock" || need.kind === "islocked") return false;
		if (need.kind === "read" && events[need.read].thread !== thread) return false;
		const tags = need.kind === "read" ? events[need.read].tags : ["LKR"];
		const readerTags =
			reader.kind === "read" ? events[reader.read].tags : [reader.kind === "islocked" ? "RU" : "LKR"];
		if (!this.#binding.readsFrom(kind.tags, readerTags)) return false;
		// Until it is known to succeed, a compare-and-exchange may be a failed one, which orders nothing.
		const failed = need.kind === "read" && tags.includes("RMW") && this.#graph.partner[need.read] < 0;
		if (this.#binding.orders(tags, kind.tags, "after", failed)) return true;
		return (
			need.kind === "read" &&
			node.stop.kind === "condition" &&
			mentions(node.stop.condition, events[need.read].index) &&
			this.#isControlled(thread, node.state.pc, kind, reader.cell) &&
			this.#binding.orders(tags, kind.tags, "control", failed)
		);
	}

	/** Whether every such write of a thread stopped at a branch runs before the branch's join. */
	#isControlled(thread: number, pc: number, kind: WriteKind, cell: number): boolean {
		const instruction = this.#graph.program.threads[thread].code[pc];
		if (instruction.kind !== "branch") return false;
		return !this.#footprint
			.writes(thread, instruction.join)
			.some((later) => later.cells[cell] && later.tags.join(" ") === kind.tags.join(" "));
	}
}

/** Whether a write of this kind can be what the need waits for: locks are handed on by unlocks. */
function isOfUse(kind: WriteKind, need: Need): boolean {
	if (need.kind === "read") return true;
	if (need.kind === "lock") return kind.tags[0] === "UL";
	return kind.tags[0] === "UL" || kind.tags[0] === "LKW";
}

/** Whether a symbol is computed from what a read of the same thread read, without a way through memory. */
function mentions(symbol: Symbolic, read: number): boolean {
	if (isConcrete(symbol)) return false;
	if (symbol.kind === "read") return symbol.event === read;
	return symbol.operands.some((operand) => mentions(operand, read));
}
