import type { Event } from "../../../src/execution/event.ts";
import type { Note, NotedExecution } from "../../../src/execution/noted-execution.ts";
import { type History, historyOf } from "../../../src/ringbuf-model/history.ts";
import type { RingFacts } from "../../../src/ringbuf-model/ring-facts.ts";

/** Cells of a made ring: positions and the like, and then the words of its data. */
export const CELLS = {
	lock: 0,
	consumerPos: 1,
	producerPos: 2,
	pendingPos: 3,
	overwritePos: 4,
	wakeups: 5,
	data: 6,
} as const;

/** What a thread does next: leaves a note, or makes an event. */
export type Step =
	| { readonly thread: number; readonly name: string; readonly values: readonly bigint[] }
	| { readonly thread: number; readonly kind: Event["kind"]; readonly cell: number };

/** A note with its operands. */
export function note(thread: number, name: string, ...values: readonly (number | bigint)[]): Step {
	return { thread, name, values: values.map(BigInt) };
}

/** An event on a cell. */
export function access(thread: number, kind: "R" | "W", cell: number): Step {
	return { thread, kind, cell };
}

/** The cell of a word of the data, by its offset in bytes. */
export function dataCell(offset: number): number {
	return CELLS.data + offset / 4;
}

/** What a made history has beside its steps. */
export interface Circumstances extends Partial<Pick<RingFacts, "size" | "start" | "bits" | "overwrites">> {
	/** Pairs of steps of different threads, of which the second may know the first. */
	readonly known?: readonly (readonly [Step, Step])[];
	/** Final values by cell; 0 where none is given. */
	readonly final?: ReadonlyMap<number, bigint>;
}

/** An execution written down by hand, as the properties of a ring see it; a ring of 32 bytes if nothing else is said. */
export function madeHistory(
	steps: readonly Step[],
	{ size = 32, start = 0n, bits = 64, overwrites = false, known = [], final }: Circumstances = {},
): History {
	const threads = Math.max(-1, ...steps.map(({ thread }) => thread)) + 1;
	const events: Event[][] = Array.from({ length: threads }, () => []);
	const notes: Note[] = [];
	const stepOf = new Map<Note, Step>();
	for (let thread = 0; thread < threads; thread++)
		for (const step of steps.filter((one) => one.thread === thread)) {
			const own = events[thread];
			if ("kind" in step) own.push({ ...step, index: own.length, tags: [] });
			else {
				const made = { name: step.name, thread, position: own.length, values: step.values };
				notes.push(made);
				stepOf.set(made, step);
			}
		}
	const execution: NotedExecution = {
		notes,
		events,
		sourceOf: () => undefined,
		final: (cell) => final?.get(cell) ?? 0n,
		isKnownAt: (earlier, later) =>
			earlier.thread === later.thread
				? notes.indexOf(earlier) < notes.indexOf(later)
				: known.some(([one, other]) => stepOf.get(earlier) === one && stepOf.get(later) === other),
	};
	const { data: first, lock, ...cells } = CELLS;
	const data = new Map(Array.from({ length: size / 4 }, (_, word) => [4 * word, first + word] as const));
	return historyOf(execution, {
		size,
		start,
		bits,
		overwrites,
		keepsPending: true,
		cells: { ...cells, locks: new Set([lock]), data },
	});
}
