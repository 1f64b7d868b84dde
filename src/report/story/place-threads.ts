import { textWidth } from "./text-width.ts";

/** Columns for the threads of a story. */
export interface ThreadPlaces {
	/** Whether each thread has a column; else all have the same, and the thread's name stands before it. */
	readonly isStaggered: boolean;
	/** Where each thread's text begins, by thread. */
	readonly starts: ReadonlyMap<number, number>;
}

/** A thread whose text has so much room does not suffer from being cut or wrapped. */
const ENOUGH = 40;

/** Columns of a thread's name that are shown at most. */
export const LONGEST_NAME = 12;

/** Columns that lie closer together cannot be told apart. */
const LEAST_DISTANCE = 8;

/**
 * Where the threads' columns begin. Only one thread acts in a row, so a text may reach into the columns to the right of its own: what counts is
 * the room that is left to the last. Threads that would lie too close to each other share one column.
 * @param needs the widest text of each thread that has any
 * @param start the first column that may be used
 * @param width the column behind the last
 */
export function placeThreads(
	needs: ReadonlyMap<number, number>,
	nameOf: (thread: number) => string,
	start: number,
	width: number,
): ThreadPlaces {
	const threads = [...needs.keys()].sort((one, other) => one - other);
	const needOf = (thread: number): number => Math.min(ENOUGH, needs.get(thread) ?? 0);
	let distance = Math.max(
		LEAST_DISTANCE,
		...threads.slice(0, -1).map((thread) => (needs.get(thread) ?? 0) + 3),
	);
	for (const [at, thread] of threads.entries())
		if (at > 0) distance = Math.min(distance, Math.floor((width - start - needOf(thread)) / at));
	const longest = Math.max(0, ...threads.map((thread) => textWidth(nameOf(thread))));
	if (threads.length > 1 && (distance < LEAST_DISTANCE || distance <= longest)) {
		const shared = start + longest + 2;
		return { isStaggered: false, starts: new Map(threads.map((thread) => [thread, shared])) };
	}
	return { isStaggered: true, starts: new Map(threads.map((thread, at) => [thread, start + at * distance])) };
}
