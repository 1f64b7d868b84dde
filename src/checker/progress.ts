import type { Via } from "./binding.ts";
import type { CircleStep } from "./circles.ts";
import type { Footprint, WriteKind } from "./footprint.ts";
import type { FutureWrites } from "./future-writes.ts";
import type { Graph } from "./graph.ts";
import type { Need } from "./need.ts";
import type { PreparedModel } from "./prepare-model.ts";
import { readsIn } from "./symbolic.ts";
import type { Waiting } from "./waiting.ts";
import { waitsThrough } from "./waits-through.ts";

/** A way in which an unmet need may be met: by a thread that itself waits for another unmet need. */
interface Link {
	readonly to: number;
	/**
	 * How the write follows what its thread waits for, for each event that this may turn out to be: its thread's step, and
	 * those through which that waits for another thread's read. Absent where nothing is known of it.
	 */
	readonly ways: readonly (readonly CircleStep[])[] | undefined;
	/** The thread that would write, and whether it waits for its own write. */
	readonly thread: number;
	readonly internal: boolean;
	/** Whether the step is part of one of the model's acyclic relations: circles of such are impossible. */
	readonly strong: boolean;
}

/** An event that is waited for: its tags, and those of the other half of its read-modify-write. */
interface Reading {
	readonly tags: readonly string[];
	/** Whether it is the read of a conditional read-modify-write not known to succeed. */
	readonly failed: boolean;
	readonly partner?: readonly string[] | undefined;
}

const LOCK: Reading = { tags: ["LKR"], failed: false };
const UNLOCK = { tags: ["UL"] };

/** Places in a thread's program order behind all of its events: of the event that it waits to make, and of a write after that. */
const NEXT = Number.MAX_SAFE_INTEGER - 1;
const LATER = Number.MAX_SAFE_INTEGER;

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
	readonly #future: FutureWrites;

	constructor(graph: Graph, future: FutureWrites, footprint: Footprint, model: PreparedModel) {
		this.#graph = graph;
		this.#footprint = footprint;
		this.#model = model;
		this.#future = future;
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

	/** Whether a thread other than this may still take a lock. */
	mayBeTaken(lock: number, thread: number): boolean {
		return this.#graph.nodes.some(
			(node) =>
				node.thread !== thread &&
				this.#footprint
					.writes(node.thread, node.state.pc)
					.some(({ tags, cells }) => tags[0] === "LKW" && cells[lock]),
		);
	}

	/** Whether some thread may still make a write that meets a need. */
	mayComeLater(need: Need): boolean {
		return this.#graph.nodes.some((_, thread) => this.#kinds(thread, need).length > 0);
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
				else if (!this.#isIncoherent(waiting, path) && this.#isPossible(path.map((step) => step.link)))
					for (const step of path) found.add(step.need);
				path.pop();
			}
		};
		for (let start = 0; start < links.length; start++) if (!found.has(start)) visit(start, start);
		// Taking a circle to be possible costs dead ends at most.
		return steps > STEP_BOUND ? new Set([...links.keys()].filter((need) => !met[need])) : found;
	}

	/**
	 * Whether a circle of waits stays on one cell. Each thread would write there after what it reads there, which the
	 * next one reads: coherence has no order for such writes, however weak they are.
	 */
	#isIncoherent(
		waiting: Waiting,
		circle: readonly { readonly need: number; readonly link: Link }[],
	): boolean {
		const [{ need }] = circle;
		const { cell } = waiting.needs[need];
		return (
			this.#model.compiled.coherent &&
			circle.every(({ link }) => {
				const isDirect = link.ways?.every(({ length }) => length === 1) ?? false;
				return isDirect && waiting.needs[link.to].cell === cell;
			})
		);
	}

	#isPossible(circle: readonly Link[]): boolean {
		if (circle.every(({ strong }) => strong)) return false;
		// What is tried out has one future write a thread, each read by another thread, unless it is the only one.
		if (circle.length > 1 && circle.some(({ internal }) => internal)) return true;
		if (new Set(circle.map(({ thread }) => thread)).size < circle.length) return true;
		// A link's write meets its need and follows what its thread waits for, the need of the next link.
		const isPossible = (index: number, chosen: readonly CircleStep[]): boolean => {
			if (index === circle.length) return meetTwice(chosen) || this.#model.circles.isPossible(chosen);
			const { ways } = circle[index];
			return ways === undefined || ways.some((way) => isPossible(index + 1, [...chosen, ...way]));
		};
		return isPossible(0, []);
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
					const ways = this.#ways(thread, waiting.needs[to], kind, need.cell);
					const { binding } = this.#model;
					const strong =
						ways !== undefined &&
						!internal &&
						this.#readings(need).every(({ tags, failed, partner }) =>
							binding.readsFrom(kind.tags, tags, failed, { read: partner, write: kind.partner }),
						) &&
						ways.every((way) => this.#isBound(way));
					links.push({ to, ways, thread, internal, strong });
				}
		});
		return links;
	}

	/** Whether each step is one that the model makes acyclic, and so is reading from the next. */
	#isBound(way: readonly CircleStep[]): boolean {
		const { binding } = this.#model;
		return way.every(({ read, write, via, failed, partners }, i) => {
			if (!binding.orders(read, write, via, failed, partners)) return false;
			const next = way.at(i + 1);
			const reads = { read: partners?.read, write: next?.partners?.write };
			return next === undefined || binding.readsFrom(next.write, read, failed, reads);
		});
	}

	/** The kinds of writes by which a stopped thread may still meet a need. */
	#kinds(thread: number, need: Need): WriteKind[] {
		// No thread is handed a lock by what it does once it has it, whatever the model says.
		const isOfLock = need.kind !== "read" && need.kind !== "update";
		if (thread === this.#threadOf(need) && (isOfLock || this.#model.compiled.coherent)) return [];
		if (need.kind === "read" && !need.later[thread]) return [];
		const isMeeting = (kind: WriteKind): boolean => kind.cells[need.cell] && isOfUse(kind, need);
		const { pc } = this.#graph.nodes[thread].state;
		if (!this.#footprint.writes(thread, pc).some(isMeeting)) return [];
		return this.#future.of(thread).filter((kind) => isMeeting(kind) && !this.#isAfter(need, thread, kind));
	}

	/**
	 * Whether a write of a thread comes too late for another's read: the writing thread takes a lock first that the reading thread lets go of after the
	 * read. Whoever has not got a lock yet gets it after all who have. The model must see to the rest.
	 */
	#isAfter(need: Need, thread: number, { locks, tags, partner }: WriteKind): boolean {
		if (need.kind !== "read" || locks === undefined || this.#threadOf(need) === thread) return false;
		if (!locks.some((lock) => this.#isReleasedAfter(need.read, lock))) return false;
		const { length } = this.#graph.program.threads;
		const last = stepOf(this.#readingOf(need.read), "after", UNLOCK);
		const circle = [stepOf(LOCK, "after", { tags, partner }), last];
		for (let others = 0; others <= length - 2; others++) {
			if (this.#model.circles.isPossible(circle)) return false;
			circle.splice(1, 0, stepOf(LOCK, "after", UNLOCK));
		}
		return true;
	}

	/** Whether a read's thread has a lock that it lets go of after the read, or has let go of it after it. */
	#isReleasedAfter(read: number, lock: number): boolean {
		const { events, byCell, source } = this.#graph;
		const { thread, index } = events[read];
		// A thread that was let go on without the lock may come before those who have it.
		if (byCell[lock].some((event) => this.#graph.lockKind(event) === "LKR" && source[event] < 0))
			return false;
		const last = byCell[lock].findLast(
			(event) => events[event].thread === thread && events[event].kind === "W",
		);
		if (last === undefined) return false;
		return this.#graph.lockKind(last) === "LKW" || events[last].index > index;
	}

	/** The thread whose event a need is, or will be. */
	#threadOf(need: Need): number {
		return need.kind === "read" ? this.#graph.events[need.read].thread : need.thread;
	}

	/** What the event that a need is, or will be, can be. */
	#readings(need: Need): readonly Reading[] {
		const { nodes, program } = this.#graph;
		switch (need.kind) {
			case "read":
				return [this.#readingOf(need.read)];
			case "lock":
				return [LOCK];
			case "trylock":
				return ["LKR", "LF"].map((tag) => ({ tags: [tag], failed: false }));
			case "islocked":
				return ["RU", "RL"].map((tag) => ({ tags: [tag], failed: false }));
			case "update": {
				const instruction = program.threads[need.thread].code[nodes[need.thread].state.pc];
				if (instruction.kind !== "update") return [];
				const { tags, writeTags = tags, failedTags = tags } = instruction;
				return [
					{ tags: [...tags, "RMW"], failed: false, partner: [...writeTags, "RMW"] },
					{ tags: failedTags, failed: false },
				];
			}
		}
	}

	/** How such a write of a thread follows what the thread waits for, whatever that turns out to be. */
	#ways(
		thread: number,
		need: Need,
		kind: WriteKind,
		cell: number,
	): readonly (readonly CircleStep[])[] | undefined {
		if (need.kind === "trylock" || need.kind === "islocked") return undefined;
		if (need.kind === "read" && this.#threadOf(need) !== thread) {
			const way = this.#wayThrough(thread, need.read, kind);
			return way && [way];
		}
		const via: Via = this.#isControlled(thread, need, kind, cell) ? "control" : "after";
		const read = need.kind === "read" ? this.#graph.events[need.read].index : NEXT;
		const place = { thread, read, write: LATER };
		return this.#readings(need).map((reading) => [{ ...stepOf(reading, via, kind), place }]);
	}

	/** The steps by which a thread's write follows another thread's read that it waits for. */
	#wayThrough(thread: number, read: number, kind: WriteKind): readonly CircleStep[] | undefined {
		const { nodes, events } = this.#graph;
		const { stop } = nodes[thread];
		if (stop.kind !== "condition" && stop.kind !== "address") return undefined;
		const symbol = stop.kind === "condition" ? stop.condition : stop.address;
		const path = waitsThrough(this.#graph, thread, symbol, read);
		if (path === undefined) return undefined;
		const place = { thread, read: events[path.own].index, write: LATER };
		return [
			{ ...stepOf(this.#readingOf(path.own), "after", kind), place },
			...path.hops.map((hop): CircleStep => {
				const { tags } = events[hop.write];
				const write = { tags, partner: this.#partnerTags(hop.write) };
				return {
					...stepOf(this.#readingOf(hop.read), "after", write),
					place: {
						thread: events[hop.read].thread,
						read: events[hop.read].index,
						write: events[hop.write].index,
					},
				};
			}),
		];
	}

	#readingOf(read: number): Reading {
		const { tags } = this.#graph.events[read];
		const partner = this.#partnerTags(read);
		return { tags, failed: partner === undefined && tags.includes("RMW"), partner };
	}

	/** The tags of the other half of an event's read-modify-write. */
	#partnerTags(event: number): readonly string[] | undefined {
		const { events, partner } = this.#graph;
		return partner[event] < 0 ? undefined : events[partner[event]].tags;
	}

	/** Whether every such write runs before the join of the branch that the thread has stopped at. */
	#isControlled(thread: number, need: Need, kind: WriteKind, cell: number): boolean {
		const { stop, state } = this.#graph.nodes[thread];
		const instruction = this.#graph.program.threads[thread].code[state.pc];
		if (need.kind !== "read" || stop.kind !== "condition" || instruction.kind !== "branch") return false;
		if (!readsIn(stop.condition).has(this.#graph.events[need.read].index)) return false;
		const tags = kind.tags.join();
		return !this.#footprint
			.writes(thread, instruction.join)
			.some((later) => later.cells[cell] && later.tags.join() === tags);
	}
}

function stepOf(
	{ tags, failed, partner }: Reading,
	via: Via,
	write: Pick<WriteKind, "tags"> & { readonly partner?: readonly string[] | undefined },
): CircleStep {
	return { read: tags, failed, via, write: write.tags, partners: { read: partner, write: write.partner } };
}

/** Whether a write of this kind can be what the need waits for: locks are handed on by unlocks. */
function isOfUse(kind: WriteKind, need: Need): boolean {
	if (need.kind === "read" || need.kind === "update") return true;
	if (need.kind === "lock") return kind.tags[0] === "UL";
	return kind.tags[0] === "UL" || kind.tags[0] === "LKW";
}

/** Whether two steps of a circle are about the same event: what is tried out has each once. */
function meetTwice(steps: readonly CircleStep[]): boolean {
	const places = steps.flatMap(({ place }) =>
		place === undefined ? [] : [`${place.thread} ${place.read}`, `${place.thread} ${place.write}`],
	);
	return new Set(places).size < places.length;
}
