import type { Event } from "../execution/event.ts";
import type { Edge, Execution } from "../execution/execution.ts";
import type { Note, NotedExecution } from "../execution/noted-execution.ts";
import type { Value } from "../execution/value.ts";

/** What an execution has noted when some of its events have taken effect: a thread's notes up to its first event that has not. */
export class NotedPrefix implements NotedExecution {
	readonly notes: readonly Note[];
	readonly events: readonly (readonly Event[])[];
	readonly #execution: Execution;
	readonly #done: ReadonlySet<number>;
	/** The indices of each thread's events in program order. */
	readonly #ids: readonly (readonly number[])[];

	/** @param done the events that have taken effect, all initial writes among them */
	constructor(execution: Execution, threads: number, done: ReadonlySet<number>) {
		this.#execution = execution;
		this.#done = done;
		const { events, notes } = execution;
		const all = Array.from({ length: threads }, (_, thread) =>
			[...events.keys()]
				.filter((id) => events[id].thread === thread)
				.sort((a, b) => events[a].index - events[b].index),
		);
		this.#ids = all.map((ids) => {
			const open = ids.findIndex((id) => !done.has(id));
			return open < 0 ? ids : ids.slice(0, open);
		});
		this.events = this.#ids.map((ids) => ids.map((id) => events[id]));
		this.notes = notes.filter(({ thread, position }) => {
			const made = this.#ids[thread].length;
			return position < made || (position === made && made === all[thread].length);
		});
	}

	sourceOf(thread: number, index: number): Event | undefined {
		const read = this.#ids[thread][index];
		const source = this.#execution.rf.find(([, to]) => to === read);
		return source === undefined ? undefined : this.#execution.events[source[0]];
	}

	final(cell: number): Value | undefined {
		const last = this.#execution.co[cell].findLast((write) => this.#done.has(write));
		return last === undefined ? undefined : this.#execution.values[last];
	}

	isKnownAt(earlier: Note, later: Note): boolean {
		if (earlier.thread === later.thread) return this.notes.indexOf(earlier) < this.notes.indexOf(later);
		if (earlier.position === 0 || later.position === 0) return false;
		const from = this.#ids[earlier.thread][earlier.position - 1];
		const to = this.#ids[later.thread][later.position - 1];
		return from !== undefined && to !== undefined && this.#leads(from, to);
	}

	/** Whether a path of program order and reads-from leads from one event to another. */
	#leads(from: number, to: number): boolean {
		const edges: Edge[] = this.#ids.flatMap((ids) => ids.slice(1).map((id, at): Edge => [ids[at], id]));
		const all = [...edges, ...this.#execution.rf];
		const reached = new Set([from]);
		for (const event of reached) for (const [one, other] of all) if (one === event) reached.add(other);
		return reached.has(to);
	}
}
