import type { Program } from "../execution/program.ts";
import { sameValue, type Value } from "../execution/value.ts";
import type { Relation } from "../relation/relation.ts";
import type { ThreadEvent, ThreadNode } from "./thread-node.ts";

/** Thrown when a graph has no room for more events; a larger one is then made and the search begun again. */
export class CapacityExceeded extends Error {}

/** What keeps step with a graph's events: the registers of a model's static parts. */
export interface GraphListener {
	/** Where reads-from and coherence are kept. */
	relation(name: "rf" | "co"): Relation;
	pushed(node: ThreadNode, ids: readonly number[]): void;
	popped(node: ThreadNode, ids: readonly number[]): void;
}

/** Kinds of trail entries; two operands follow each. */
const PUSH = 0;
const READS_FROM = 1;
const COHERENCE = 2;
const WATERMARK = 3;
const LOCK_WATERMARK = 4;

/**
 * A partial execution: how far each thread has run, which write each read reads from, and which writes are
 * known to be ordered by coherence. Every change goes on a trail and is taken back by `undoTo`. Event ids
 * are dense: the initial write of cell c is event c, then events in the order in which they were made.
 */
export class Graph {
	readonly program: Program;
	readonly capacity: number;
	/** Reads-from and coherence on event ids; coherence is kept transitive by those who add to it. */
	readonly rf: Relation;
	readonly co: Relation;
	readonly events: ThreadEvent[] = [];
	/** For each read the write it reads from, or -1. */
	readonly source: Int32Array;
	/** For each event the other event of its read-modify-write, or -1. */
	readonly partner: Int32Array;
	/** A read may only read from writes with at least this id: not to read from older ones was decided. */
	readonly watermark: Int32Array;
	/** As `watermark`, for a thread that waits for a lock and has no event for it yet. */
	readonly lockWatermark: Int32Array;
	/** For each cell its events, in the order in which they were made. */
	readonly byCell: number[][];
	/** For each cell how often its events, what they read from or their coherence have changed, or been taken back. */
	readonly changes: number[];
	/** For each thread how far it has run, and the ids of its events in program order. */
	readonly nodes: ThreadNode[] = [];
	readonly ids: number[][] = [];
	readonly #listener: GraphListener;
	readonly #onlyWritten: (cell: number) => Value | undefined;
	readonly #trail: number[] = [];
	readonly #pushed: (ThreadNode | undefined)[] = [];
	#version = 0;

	/**
	 * @param onlyWritten the one value that is ever written to a cell beside its initial one, if that is known; to be given
	 *   where the model implies coherence
	 * @throws CapacityExceeded if the initial writes alone do not fit
	 */
	constructor(
		program: Program,
		capacity: number,
		listener: GraphListener,
		onlyWritten: (cell: number) => Value | undefined = () => undefined,
	) {
		this.#onlyWritten = onlyWritten;
		this.program = program;
		this.capacity = capacity;
		this.#listener = listener;
		this.rf = listener.relation("rf");
		this.co = listener.relation("co");
		this.source = new Int32Array(capacity).fill(-1);
		this.partner = new Int32Array(capacity).fill(-1);
		this.watermark = new Int32Array(capacity);
		this.lockWatermark = new Int32Array(program.threads.length);
		if (program.cells.length > capacity) throw new CapacityExceeded();
		this.byCell = program.cells.map((_, cell) => [cell]);
		this.changes = program.cells.map(() => 0);
		program.cells.forEach(({ initial }, cell) => {
			this.events.push({ kind: "W", thread: -1, index: cell, cell, tags: ["IW"], value: initial });
		});
	}

	/** Distinct for each state of the threads' runs and of what their reads read from. */
	get version(): number {
		return this.#version;
	}

	/** The trail's height: what `undoTo` goes back to. */
	mark(): number {
		return this.#trail.length;
	}

	/**
	 * Lets a thread run on to `node`, a child of where it stands (or its root).
	 * @throws CapacityExceeded
	 */
	push(node: ThreadNode): void {
		this.#version++;
		const { thread } = node;
		const first = this.ids[thread]?.length ?? 0;
		if (this.events.length + node.events.length - first > this.capacity) throw new CapacityExceeded();
		if (this.ids[thread] === undefined) this.ids[thread] = [];
		const ids = this.ids[thread];
		this.#pushed.push(this.nodes[thread]);
		this.nodes[thread] = node;
		for (let i = first; i < node.events.length; i++) {
			const event = node.events[i];
			const id = this.events.length;
			ids.push(id);
			this.events.push(event);
			this.source[id] = -1;
			this.partner[id] = -1;
			this.watermark[id] = 0;
			if (event.cell < 0) continue;
			this.byCell[event.cell].push(id);
			this.changes[event.cell]++;
			if (event.kind === "W") this.co.add(event.cell, id);
		}
		for (const [read, write] of node.rmw)
			if (write >= first) {
				this.partner[ids[read]] = ids[write];
				this.partner[ids[write]] = ids[read];
			}
		this.#listener.pushed(node, ids);
		this.#trail.push(PUSH, thread, first);
	}

	/**
	 * The value of a read that has no source yet, where all that it may read from is the same: its thread has written to the
	 * cell before, and one value only is ever written there. It hangs on the thread's run alone: whoever waits for the value
	 * need not be looked at again when other things are decided.
	 */
	settledValue(read: number): Value | undefined {
		const { cell, thread, index } = this.events[read];
		const value = this.#onlyWritten(cell);
		if (value === undefined || sameValue(value, this.program.cells[cell].initial)) return value;
		const isOverwritten = this.byCell[cell].some((id) => {
			const event = this.events[id];
			return event.kind === "W" && event.thread === thread && event.index < index;
		});
		return isOverwritten ? value : undefined;
	}

	/** Decides where a read reads from. */
	readFrom(read: number, write: number): void {
		this.#version++;
		this.source[read] = write;
		this.rf.add(write, read);
		this.changes[this.events[read].cell]++;
		this.#trail.push(READS_FROM, read, write);
	}

	/** Adds a pair to coherence; the caller keeps it transitive. */
	order(earlier: number, later: number): void {
		this.co.add(earlier, later);
		this.changes[this.events[earlier].cell]++;
		this.#trail.push(COHERENCE, earlier, later);
	}

	/** Decides that a read reads from none of the writes made so far. */
	postponeRead(read: number): void {
		this.#trail.push(WATERMARK, read, this.watermark[read]);
		this.watermark[read] = this.events.length;
	}
	/** Decides before which writes a waiting thread is not handed its lock: 0 for no such limit. */
	setLockWatermark(thread: number, value: number): void {
		this.#trail.push(LOCK_WATERMARK, thread, this.lockWatermark[thread]);
		this.lockWatermark[thread] = value;
	}

	/** Gives an event that has just been made the limit that its thread had waited with. */
	inheritWatermark(read: number, value: number): void {
		this.#trail.push(WATERMARK, read, this.watermark[read]);
		this.watermark[read] = value;
	}

	/** Takes back every change made since `mark()` returned this height. */
	undoTo(height: number): void {
		const trail = this.#trail;
		if (trail.length > height) this.#version++;
		while (trail.length > height) {
			const second = trail.pop() ?? 0;
			const first = trail.pop() ?? 0;
			const kind = trail.pop() ?? PUSH;
			if (kind === COHERENCE) {
				this.co.remove(first, second);
				this.changes[this.events[first].cell]++;
			} else if (kind === READS_FROM) {
				this.source[first] = -1;
				this.rf.remove(second, first);
				this.changes[this.events[first].cell]++;
			} else if (kind === WATERMARK) this.watermark[first] = second;
			else if (kind === LOCK_WATERMARK) this.lockWatermark[first] = second;
			else this.#pop(first, second);
		}
	}

	#pop(thread: number, count: number): void {
		const ids = this.ids[thread];
		const node = this.nodes[thread];
		this.#listener.popped(node, ids);
		for (let i = node.rmw.length - 1; i >= 0 && node.rmw[i][1] >= count; i--)
			this.partner[ids[node.rmw[i][0]]] = -1;
		for (let i = node.events.length - 1; i >= count; i--) {
			const event = node.events[i];
			const id = ids[i];
			ids.pop();
			this.events.pop();
			if (event.cell < 0) continue;
			this.byCell[event.cell].pop();
			this.changes[event.cell]++;
			if (event.kind === "W") this.co.remove(event.cell, id);
		}
		const previous = this.#pushed.pop();
		if (previous !== undefined) this.nodes[thread] = previous;
	}

	/** The id of a thread's event. */
	id(thread: number, index: number): number {
		return this.ids[thread][index];
	}

	/** What an access of lock kind is called, or the empty text for any other. */
	lockKind(event: number): string {
		const tag = this.events[event].tags[0];
		return tag === "LKR" || tag === "LKW" || tag === "UL" || tag === "LF" || tag === "RL" || tag === "RU"
			? tag
			: "";
	}
}
