import type { Graph } from "./graph.ts";
import type { GraphForm } from "./graph-form.ts";
import type { Symmetry } from "./symmetry.ts";
import type { ThreadNode } from "./thread-node.ts";

/** Kinds of links between events. With the threads' runs they are all that a partial execution is. */
const READS_FROM = 0;
const COHERENCE = 1;
/** From a read without source to a write that it was decided not to read from. */
const EXCLUDED = 2;
/** The same, from a thread that waits for a lock and has no event for it yet. */
const LOCK_EXCLUDED = 3;

/** Stands for the place in its thread of an event that is not made yet. */
const UNMADE = 1 << 12;
/** Event numbers stay below this. */
const NUMBERS = 1 << 16;

/**
 * Tells which threads of a partial execution are alike, and which partial executions. Looks at the graph once
 * between two calls of `forget`.
 */
export class Likeness {
	readonly #graph: Graph;
	readonly #symmetry: Symmetry;
	readonly #isCoherent: boolean;
	/** Numbers for the runs of threads; twins that took the same outcomes have the same. */
	readonly #shapes = new Map<string, number>();
	readonly #shapeOf: (number | undefined)[] = [];
	#isFresh = false;
	/** The links of the graph, kind, origin and target one after the other. */
	readonly #links: number[] = [];
	/** The links as numbers, when threads stand in their own order. */
	#codes: Set<number> | undefined;
	/** For each thread the first one alike, where that has been asked. */
	#firstAlike: (number | undefined)[] = [];
	/** For each thread a number that threads which can be told apart mostly do not share. */
	#colors: number[] = [];

	/** @param isCoherent whether writes of one thread to one cell are in coherence as they are in program order */
	constructor(graph: Graph, symmetry: Symmetry, isCoherent = false) {
		this.#graph = graph;
		this.#symmetry = symmetry;
		this.#isCoherent = isCoherent;
	}

	/** To be called when the graph has changed. */
	forget(): void {
		this.#isFresh = false;
	}

	/** Whether exchanging two threads would leave the graph as it is. */
	areAlike(one: number, other: number): boolean {
		if (one === other) return true;
		const twins = this.#symmetry.classes[one];
		if (!twins.includes(other)) return false;
		this.#look();
		return this.#firstAlikeOf(one, twins) === this.#firstAlikeOf(other, twins);
	}

	/** One thread that speaks for all alike: being exchangeable is transitive. */
	#firstAlikeOf(thread: number, twins: readonly number[]): number {
		let first = this.#firstAlike[thread];
		if (first === undefined) {
			first =
				twins.find((twin) => this.#firstAlike[twin] === twin && this.#exchangeable(twin, thread)) ?? thread;
			this.#firstAlike[thread] = first;
		}
		return first;
	}

	#exchangeable(one: number, other: number): boolean {
		if (this.#colors[one] !== this.#colors[other] || this.#shape(one) !== this.#shape(other)) return false;
		const exchange = (thread: number): number => (thread === one ? other : thread === other ? one : thread);
		const here = this.#bases([...this.#graph.nodes.keys()]);
		const there = this.#graph.nodes.map((_, thread) => here[exchange(thread)]);
		this.#codes ??= new Set(this.#encode(here));
		const codes = this.#codes;
		return this.#encode(there).every((code) => codes.has(code));
	}

	/** The graph's form; two graphs that differ in twins' names alone mostly have the same. */
	form(): GraphForm {
		this.#look();
		const order = this.#order();
		const codes = this.#encode(this.#bases(order)).sort();
		const units = new Uint16Array(2 * order.length + 3 * codes.length);
		let at = 0;
		for (const thread of order) {
			const shape = this.#shape(thread);
			units[at++] = shape & 0xffff;
			units[at++] = shape >>> 16;
		}
		for (const code of codes) {
			units[at++] = code / (NUMBERS * NUMBERS);
			units[at++] = (code / NUMBERS) % NUMBERS;
			units[at++] = code % NUMBERS;
		}
		return { key: textOf(units), order };
	}

	#look(): void {
		if (this.#isFresh) return;
		this.#isFresh = true;
		this.#codes = undefined;
		this.#firstAlike = [];
		this.#collectLinks();
		this.#colors = this.#graph.nodes.map((_, thread) =>
			mix(this.#symmetry.classes[thread][0], this.#shape(thread)),
		);
		this.#refine(this.#colors);
	}

	#collectLinks(): void {
		const { events, source, watermark, lockWatermark, byCell, co, nodes } = this.#graph;
		const links = this.#links;
		links.length = 0;
		const exclude = (kind: number, from: number, cell: number, mark: number): void => {
			for (const write of byCell[cell])
				if (write < mark && events[write].kind === "W") links.push(kind, from, write);
		};
		for (const members of byCell)
			for (const event of members) {
				const { kind, cell, thread } = events[event];
				if (kind === "R") {
					if (source[event] >= 0) links.push(READS_FROM, event, source[event]);
					else if (watermark[event] > 0) exclude(EXCLUDED, event, cell, watermark[event]);
				} else if (kind === "W" && thread >= 0) {
					// What the threads' runs tell already is told once: of long runs it would be nearly all.
					const known = this.#isCoherent ? thread : -1;
					for (const later of members)
						if (events[later].thread !== known && co.has(event, later)) links.push(COHERENCE, event, later);
				}
			}
		nodes.forEach(({ stop }, thread) => {
			if ("cell" in stop && lockWatermark[thread] > 0)
				exclude(LOCK_EXCLUDED, -1 - thread, stop.cell, lockWatermark[thread]);
		});
	}

	/** Makes colors differ where threads' links lead to threads of different colors. */
	#refine(colors: number[]): void {
		let distinct = new Set(colors).size;
		for (let round = 0; round < colors.length + 1; round++) {
			const sums = new Array<number>(colors.length).fill(0);
			this.#eachLink((kind, from, fromIndex, to, toIndex) => {
				const link = mix(mix(kind, fromIndex), toIndex);
				if (from >= 0) sums[from] = (sums[from] + mix(link, to < 0 ? -1 : colors[to])) | 0;
				if (to >= 0) sums[to] = (sums[to] + mix(mix(link, 7), from < 0 ? -1 : colors[from])) | 0;
				if (from === to && from >= 0) sums[from] = (sums[from] + mix(link, 13)) | 0;
			});
			for (let thread = 0; thread < colors.length; thread++)
				colors[thread] = mix(colors[thread], sums[thread]);
			const now = new Set(colors).size;
			if (now === distinct && round > 0) return;
			distinct = now;
		}
	}

	/** The threads, twins side by side and in an order that hangs on names only where it may. */
	#order(): number[] {
		const colors = [...this.#colors];
		const { classes } = this.#symmetry;
		for (;;) {
			const tied = this.#firstTied(colors);
			if (tied < 0) break;
			colors[tied] = mix(colors[tied], 1);
			this.#refine(colors);
		}
		return [...colors.keys()].sort((a, b) => classes[a][0] - classes[b][0] || colors[a] - colors[b] || a - b);
	}

	/**
	 * A twin that nothing tells from another yet and whose links lead to such threads, or -1. The order of others
	 * that share a color does not show in the key.
	 */
	#firstTied(colors: readonly number[]): number {
		const { classes } = this.#symmetry;
		const isTied = colors.map((color, thread) =>
			classes[thread].some((twin) => twin !== thread && colors[twin] === color),
		);
		let found = -1;
		const consider = (thread: number): void => {
			if (found < 0 || colors[thread] < colors[found] || (colors[thread] === colors[found] && thread < found))
				found = thread;
		};
		this.#eachLink((_, from, _fromIndex, to) => {
			if (from < 0 || to < 0 || from === to || !isTied[from] || !isTied[to]) return;
			consider(from);
			consider(to);
		});
		return found;
	}

	#eachLink(
		visit: (kind: number, from: number, fromIndex: number, to: number, toIndex: number) => void,
	): void {
		const { events } = this.#graph;
		const links = this.#links;
		for (let at = 0; at < links.length; at += 3) {
			const origin = links[at + 1];
			const target = events[links[at + 2]];
			if (origin < 0) visit(links[at], -1 - origin, UNMADE, target.thread, target.index);
			else visit(links[at], events[origin].thread, events[origin].index, target.thread, target.index);
		}
	}

	/** For each thread the number of its first event when threads stand in an order. */
	#bases(order: readonly number[]): number[] {
		const { program, nodes } = this.#graph;
		const bases: number[] = [];
		let next = program.cells.length;
		for (const thread of order) {
			bases[thread] = next;
			// One more, for a lock event not made yet.
			next += nodes[thread].events.length + 1;
		}
		return bases;
	}

	/** The links as numbers, one each. */
	#encode(bases: readonly number[]): Float64Array {
		const { nodes } = this.#graph;
		const codes = new Float64Array(this.#links.length / 3);
		let at = 0;
		this.#eachLink((kind, from, fromIndex, to, toIndex) => {
			const origin = bases[from] + (fromIndex === UNMADE ? nodes[from].events.length : fromIndex);
			const target = to < 0 ? toIndex : bases[to] + toIndex;
			codes[at++] = (kind * NUMBERS + origin) * NUMBERS + target;
		});
		return codes;
	}

	#shape(thread: number): number {
		return this.shapeOf(this.#graph.nodes[thread]);
	}

	/** A number for a run: twins that took the same outcomes have the same. */
	shapeOf(node: ThreadNode): number {
		const known = this.#shapeOf[node.id];
		if (known !== undefined) return known;
		const { parent, outcome } = node;
		const text =
			parent === undefined
				? `of ${this.#symmetry.classes[node.thread][0]}`
				: `${this.shapeOf(parent)} ${typeof outcome === "object" ? `${outcome.object}+${outcome.offset}` : outcome}`;
		let shape = this.#shapes.get(text);
		if (shape === undefined) {
			shape = this.#shapes.size;
			this.#shapes.set(text, shape);
		}
		this.#shapeOf[node.id] = shape;
		return shape;
	}
}

/** Spreads two numbers over 32 bits. */
function mix(one: number, other: number): number {
	let mixed = Math.imul(one ^ 0x5bd1e995, 0x2c1b3c6d) + Math.imul(other ^ 0x297a2d39, 0x165667b1);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
	return mixed ^ (mixed >>> 13);
}

function textOf(units: Uint16Array): string {
	const pieces: string[] = [];
	for (let at = 0; at < units.length; at += 8192)
		pieces.push(String.fromCharCode(...units.subarray(at, at + 8192)));
	return pieces.join("");
}
