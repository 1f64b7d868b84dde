import type { Note, NotedExecution } from "../../src/execution/noted-execution.ts";
import type { Value } from "../../src/execution/value.ts";
import type { Candidate } from "./candidate.ts";
import type { Witness } from "./witnesses.ts";

/** A candidate with a choice of rf and co, as properties look at it. */
export class NotedCandidate implements NotedExecution {
	readonly #candidate: Candidate;
	readonly #witness: Witness;
	readonly notes: readonly Note[];

	constructor(candidate: Candidate, witness: Witness) {
		this.#candidate = candidate;
		this.#witness = witness;
		this.notes = candidate.paths.flatMap(({ notes }, thread) => notes.map((note) => ({ ...note, thread })));
	}

	final(cell: number): Value | undefined {
		return this.#witness.finals[cell];
	}

	isKnownAt(earlier: Note, later: Note): boolean {
		if (earlier.thread === later.thread) return this.notes.indexOf(earlier) < this.notes.indexOf(later);
		const lastBefore = ({ thread, position }: Note): number[] =>
			position === 0 ? [] : [this.#candidate.starts[thread] + position - 1];
		const reached = new Set(lastBefore(earlier));
		for (const from of reached)
			for (const [to, event] of this.#candidate.events.entries()) {
				const { thread } = this.#candidate.events[from];
				if ((thread === event.thread && from < to) || this.#witness.rf.has(from, to)) reached.add(to);
			}
		return lastBefore(later).some((event) => reached.has(event));
	}
}
