import type { Edge } from "../../src/execution/execution.ts";
import type { Candidate } from "./candidate.ts";
import { type Mask, Matrix } from "./matrix.ts";

/** What a candidate gives before rf and co are chosen. */
export interface BaseRelations {
	readonly size: number;
	/** All events. */
	readonly all: Mask;
	readonly reads: Mask;
	readonly writes: Mask;
	/** The events with any of these tags. */
	readonly tagged: (...tags: readonly string[]) => Mask;
	readonly po: Matrix;
	/** Same thread, an event itself included; an initial write is internal to nothing. */
	readonly int: Matrix;
	readonly ext: Matrix;
	/** Same location, events without one left out. */
	readonly loc: Matrix;
	readonly poLoc: Matrix;
	readonly rmw: Matrix;
	readonly addr: Matrix;
	readonly data: Matrix;
	readonly ctrl: Matrix;
}

/** The base sets and relations of a candidate of at most 31 events. */
export function baseRelations(candidate: Candidate): BaseRelations {
	const { events } = candidate;
	const size = events.length;
	const mask = (test: (index: number) => boolean): Mask =>
		events.reduce((set, _, index) => (test(index) ? set | (1 << index) : set), 0);
	const matrix = (edges: readonly Edge[]): Matrix =>
		Matrix.where(size, (from, to) => edges.some(([a, b]) => a === from && b === to));
	const sameThread = (from: number, to: number): boolean =>
		events[from].thread >= 0 && events[from].thread === events[to].thread;
	const po = Matrix.where(size, (from, to) => from < to && sameThread(from, to));
	const int = Matrix.where(size, sameThread);
	const loc = Matrix.where(
		size,
		(from, to) => events[from].cell >= 0 && events[from].cell === events[to].cell,
	);
	return {
		size,
		all: mask(() => true),
		reads: mask((index) => events[index].kind === "R"),
		writes: mask((index) => events[index].kind === "W"),
		tagged: (...tags) => mask((index) => events[index].tags.some((tag) => tags.includes(tag))),
		po,
		int,
		ext: Matrix.where(size, (from, to) => !sameThread(from, to)),
		loc,
		poLoc: po.and(loc),
		rmw: matrix(candidate.rmw),
		addr: matrix(candidate.addr),
		data: matrix(candidate.data),
		ctrl: matrix(candidate.ctrl),
	};
}
