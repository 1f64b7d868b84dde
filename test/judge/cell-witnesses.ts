import type { CandidateEvent } from "./candidate.ts";
import { lockAllows } from "./lock-allows.ts";
import { Matrix } from "./matrix.ts";
import { matches } from "./path-choices.ts";
import { product } from "./product.ts";

/** The events of one candidate on one cell, apart from all others. */
export interface CellView {
	/** The initial write first, then each thread's in program order. */
	readonly events: readonly CandidateEvent[];
	/** For each event the write that is rmw-related to it, or -1. */
	readonly rmwWrite: readonly number[];
}

/** What is chosen for one cell, in indices into the view's events. */
export interface CellWitness {
	/** The cell's writes in coherence order. */
	readonly order: readonly number[];
	/** Pairs of write and read. */
	readonly rf: readonly (readonly [number, number])[];
}

/**
 * Every choice of rf and co for one cell that keeps coherence, atomicity and the rules of locks. These
 * three speak of one cell at a time, so what is left out here is in no execution.
 */
export function cellWitnesses({ events, rmwWrite }: CellView): readonly CellWitness[] {
	const size = events.length;
	const sameThread = (from: number, to: number): boolean =>
		events[from].thread >= 0 && events[from].thread === events[to].thread;
	const po = Matrix.where(size, (from, to) => from < to && sameThread(from, to));
	const ext = Matrix.where(size, (from, to) => !sameThread(from, to));
	const rmw = Matrix.where(size, (from, to) => rmwWrite[from] === to);
	const isCoherent = (rf: Matrix, co: Matrix): boolean =>
		po.or(rf, co, rf.inverse().sequence(co)).isAcyclic();
	const isAtomic = (rf: Matrix, co: Matrix): boolean =>
		rmw.and(rf.inverse().sequence(co).and(ext).sequence(co.and(ext))).isEmpty();

	const ofKind = (kind: string): number[] =>
		events.flatMap((event, index) => (event.kind === kind ? [index] : []));
	const writes = ofKind("W").slice(1);
	const reads = ofKind("R");
	const sources = reads.map((read) =>
		[0, ...writes].filter((write) => matches(events[read], events[write]) && lockAllows(events, write, read)),
	);
	const found: CellWitness[] = [];
	for (const rest of permutations(po, writes)) {
		const order = [0, ...rest];
		const place = events.map((_, index) => order.indexOf(index));
		const co = Matrix.where(size, (from, to) => place[from] >= 0 && place[from] < place[to]);
		// What one read may read from alone bounds what it may read from beside the others.
		const possible = reads.map((read, i) =>
			sources[i].filter((write) => isCoherent(edges(size, [[write, read]]), co)),
		);
		for (const chosen of product(possible)) {
			const pairs = chosen.map((write, i) => [write, reads[i]] as const);
			const rf = edges(size, pairs);
			if (isCoherent(rf, co) && isAtomic(rf, co)) found.push({ order, rf: pairs });
		}
	}
	return found;
}

function edges(size: number, pairs: readonly (readonly [number, number])[]): Matrix {
	return Matrix.where(size, (from, to) => pairs.some(([a, b]) => a === from && b === to));
}

/** The orders of a cell's writes that keep each thread's program order, as coherence demands. */
function* permutations(po: Matrix, writes: readonly number[]): Generator<readonly number[]> {
	if (writes.length === 0) yield [];
	for (const first of writes) {
		if (writes.some((other) => po.has(other, first))) continue;
		const others = writes.filter((write) => write !== first);
		for (const rest of permutations(po, others)) yield [first, ...rest];
	}
}
