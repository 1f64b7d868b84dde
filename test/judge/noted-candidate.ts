import type { Event } from "../../src/execution/event.ts";
import type { Note, NotedExecution } from "../../src/execution/noted-execution.ts";
import type { Value } from "../../src/execution/value.ts";
import type { Candidate } from "./candidate.ts";
import type { Witness } from "./witnesses.ts";

/** A candidate with a choice of rf and co, as properties look at it. */
export class NotedCandidate implements NotedExecution {
	readonly #candidate: Candidate;
	readonly #witness: Witness;
	readonly notes: readonly Note[];
	readonly events: readonly (readonly Event[])[];

	constructor(candidate: Candidate, witness: Witness) {
		this.#candidate = candidate;
		this.#witness = witness;
		this.notes = candidate.paths.flatMap(({ notes }, thread) => notes.map((note) => ({ ...note, thread })));
		this.events = candidate.paths.map(({ events }, thread) =>
			events.map(({ kind, cell, tags }, index): Event => ({ kind, thread, index, cell, tags })),
		);
	}

	sourceOf(thread: number, index: number): Event | undefined {
		const { events, starts } = this.#candidate;
		const read = starts[thread] + index;
		const write = events.findIndex((_, from) => this.#witness.rf.has(from, read));
		if (write < 0) return undefined;
		const { kind, thread: by, cell, tags } = events[write];
		return { kind, thread: by, index: by < 0 ? cell : write - starts[by], cell, tags };
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
