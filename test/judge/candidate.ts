import type { Edge } from "../../src/execution/execution.ts";
import type { Program } from "../../src/execution/program.ts";
import type { Path, PathEvent } from "./path.ts";

/** An event among those of all threads and the initial writes. */
export interface CandidateEvent extends PathEvent {
	/** -1 for an initial write. */
	readonly thread: number;
}

/** One path for each thread, put together: an execution but for rf and co. */
export interface Candidate {
	/** First the initial writes, event c for cell c; then thread after thread. */
	readonly events: readonly CandidateEvent[];
	readonly paths: readonly Path[];
	/** For each thread the index of its first event. */
	readonly starts: readonly number[];
	/** Pairs of indices into `events`. */
	readonly addr: readonly Edge[];
	readonly data: readonly Edge[];
	readonly ctrl: readonly Edge[];
	readonly rmw: readonly Edge[];
}

/** Puts one path for each thread together. */
export function joinPaths(program: Program, paths: readonly Path[]): Candidate {
	const events: CandidateEvent[] = program.cells.map((cell, index) => ({
		kind: "W",
		cell: index,
		tags: ["IW"],
		value: cell.initial,
		thread: -1,
	}));
	const starts: number[] = [];
	for (const [thread, path] of paths.entries()) {
		starts.push(events.length);
		for (const event of path.events) events.push({ ...event, thread });
	}
	const shifted = (edges: (path: Path) => readonly Edge[]): Edge[] =>
		paths.flatMap((path, thread) =>
			edges(path).map(([from, to]): Edge => [from + starts[thread], to + starts[thread]]),
		);
	return {
		events,
		paths,
		starts,
		addr: shifted((path) => path.addr),
		data: shifted((path) => path.data),
		ctrl: shifted((path) => path.ctrl),
		rmw: shifted((path) => path.rmw),
	};
}
