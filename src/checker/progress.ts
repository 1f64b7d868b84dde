import type { Via } from "./binding.ts";
import type { CircleStep } from "./circles.ts";
import type { Footprint, WriteKind } from "./footprint.ts";
import type { Graph } from "./graph.ts";
import type { PreparedModel } from "./prepare-model.ts";
import { isConcrete, type Symbolic } from "./symbolic.ts";
import type { Need, Waiting } from "./waiting.ts";

/** A way in which an unmet need may be met: by a thread that itself waits for another unmet need. */
interface Link {
	readonly to: number;
	/** Absent where nothing is known of how the write is ordered after what its thread waits for. */
	readonly step: CircleStep | undefined;
	/** The thread that would write, and whether it waits for its own write. */
	readonly thread: number;
	readonly internal: boolean;
	/** Whether the step is part of one of the model's acyclic relations: circles of such are impossible. */
	readonly strong: boolean;
}

/** Steps of looking for circles of waits, after which all threads that wait are taken to lie on one. */
const STEP_BOUND = 10_000;

/**
 * Tells which waits can still end. A need can be met by a write made so far or by one that some thread may
 * still make, unless that thread itself waits, through others, for the need, in a circle that the model
 * forbids.
 */
export class Progress {
	readonly #graph: Graph;
	readonly #footprint: Footprint;
	readonly #model: PreparedModel;

	constructor(graph: Graph, footprint: Footprint, model: PreparedModel) {
		this.#graph = graph;
		this.#footprint = footprint;
		this.#model = model;
	}

	/**
	 * For each need whether it can be met.
	 * @param postponed indices of needs that are taken not to be met by any write made so far
	 */
	reachable(waiting: Waiting, postponed: readonly number[]): boolean[] {
		const met = waiting.needs.map(
			(need, i) =>
				!postponed.includes(i) &&
				(need.sources.length > 0 || (need.kind !== "read" && need.taken.length > 0)),
		);
		this.#spread(waiting, met);
		if (met.every((x) => x)) return met;
		const inCircle = this.#inPossibleCircle(waiting, met);
		if (inCircle.size === 0) return met;
		for (const need of inCircle) met[need] = true;
		this.#spread(waiting, met);
		return met;
	}

	/** Adds the needs that threads whose own needs are all met may meet. */
	#spread(waiting: Waiting, met: boolean[]): void {
		const { needs, byThread } = waiting;
		for (let changed = true; changed; ) {
			changed = false;
			needs.forEach((need, i) => {
				if (met[i]) return;
				const supported = byThread.some(
					(open, thread) =>
						open.length > 0 && open.every((other) => met[other]) && this.#kinds(thread, need).length > 0,
				);
				if (!supported) return;
				met[i] = true;
				changed = true;
			});
		}
	}

	/** The unmet needs that lie on a circle of waits which the model does not forbid. */
	#inPossibleCircle(waiting: Waiting, met: readonly boolean[]): Set<number> {
		const links = waiting.needs.map((need, i) => (met[i] ? [] : this.#links(waiting, need, met)));
		const found = new Set<number>();
		if (links.every((list) => list.every(({ strong }) => strong))) return found;
		const path: { readonly need: number; readonly link: Link }[] = [];
		let steps = 0;
		const visit = (need: number, start: number): void => {
			for (const link of links[need]) {
				if (++steps > STEP_BOUND) return;
				if (link.to < start || path.some((step) => step.need === link.to && link.to !== start)) continue;
				path.push({ need, link });
				if (link.to !== start) visit(link.to, start);
				else if (this.#isPossible(path.map((step) => step.link)))
					for (const step of path) found.add(step.need);
				path.pop();
			}
		};
		for (let start = 0; start < links.length; start++) if (!found.has(start)) visit(start, start);
		// Taking a circle to be possible costs dead ends at most.
		return steps > STEP_BOUND ? new Set([...links.keys()].filter((need) => !met[need])) : found;
	}

	#isPossible(circle: readonly Link[]): boolean {
		if (circle.every(({ strong }) => strong)) return false;
		// What is tried out has one step a thread, each reading from another thread, unless it is the only one.
		if (circle.length > 1 && circle.some(({ internal }) => internal)) return true;
		if (new Set(circle.map(({ thread }) => thread)).size < circle.length) return true;
		const steps: CircleStep[] = [];
		for (const { step } of circle) {
			if (step === undefined) return true;
			steps.push(step);
		}
		// A link's write meets its need and follows what its thread waits for, the need of the next link.
		return this.#model.circles.isPossible(steps);
	}

	/** How a need may be met by threads that wait for needs not met. */
	#links(waiting: Waiting, need: Need, met: readonly boolean[]): Link[] {
		const links: Link[] = [];
		waiting.byThread.forEach((open, thread) => {
			const unmet = open.filter((other) => !met[other]);
			if (unmet.length === 0) return;
			const internal = thread === this.#threadOf(need);
			for (const kind of this.#kinds(thread, need))
				for (const to of unmet) {
					const step = this.#step(thread, waiting.needs[to], kind, need.cell);
					const strong =
						step !== undefined &&
						!internal &&
						possibleTags(this.#graph, need).every((read) =>
							this.#model.binding.readsFrom(kind.tags, read, this.#mayFail(need)),
						) &&
						this.#model.binding.orders(step.read, step.write, step.via, step.failed);
					links.push({ to, step, thread, internal, strong });
				}
		});
		return links;
	}

	/** The kinds of writes by which a stopped thread may still meet a need. */
	#kinds(thread: number, need: Need): WriteKind[] {
		// No thread is handed a lock by what it does once it has it, whatever the model says.
		if (thread === this.#threadOf(need) && (need.kind !== "read" || this.#model.compiled.coherent)) return [];
		return this.#footprint
			.writes(thread, this.#graph.nodes[thread].state.pc)
			.filter((kind) => kind.cells[need.cell] && isOfUse(kind, need));
	}

	/** The thread whose event a need is, or will be. */
	#threadOf(need: Need): number {
		return need.kind === "read" ? this.#graph.events[need.read].thread : need.thread;
	}

	/** Whether a need is the read of a read-modify-write not known to succeed. */
	#mayFail(need: Need): boolean {
		if (need.kind !== "read") return false;
		const { events, partner } = this.#graph;
		return events[need.read].tags.includes("RMW") && partner[need.read] < 0;
	}

	/** How such a write of a thread follows what the thread waits for. */
	#step(thread: number, need: Need, kind: WriteKind, cell: number): CircleStep | undefined {
		const { events } = this.#graph;
		if (need.kind === "trylock" || need.kind === "islocked") return undefined;
		if (need.kind === "read" && events[need.read].thread !== thread) return undefined;
		const [read] = possibleTags(this.#graph, need);
		const failed = this.#mayFail(need);
		const via: Via = this.#isControlled(thread, need, kind, cell) ? "control" : "after";
		return { read, failed, via, write: kind.tags };
	}

	/** Whether every such write runs before the join of the branch that the thread has stopped at. */
	#isControlled(thread: number, need: Need, kind: WriteKind, cell: number): boolean {
		const { stop, state } = this.#graph.nodes[thread];
		const instruction = this.#graph.program.threads[thread].code[state.pc];
		if (need.kind !== "read" || stop.kind !== "condition" || instruction.kind !== "branch") return false;
		if (!mentions(stop.condition, this.#graph.events[need.read].index)) return false;
		const tags = kind.tags.join();
		return !this.#footprint
			.writes(thread, instruction.join)
			.some((later) => later.cells[cell] && later.tags.join() === tags);
	}
}

/** The tags that the event which a need is, or will be, can have. */
function possibleTags(graph: Graph, need: Need): readonly (readonly string[])[] {
	switch (need.kind) {
		case "read":
			return [graph.events[need.read].tags];
		case "lock":
			return [["LKR"]];
		case "trylock":
			return [["LKR"], ["LF"]];
		case "islocked":
			return [["RU"], ["RL"]];
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
	const seen = new Set<Symbolic>();
	const visit = (part: Symbolic): boolean => {
		if (isConcrete(part) || seen.has(part)) return false;
		seen.add(part);
		return part.kind === "read" ? part.event === read : part.operands.some(visit);
	};
	return visit(symbol);
}
