import { textWidth } from "./text-width.ts";

/** Columns for the threads of a story. */
export interface ThreadPlaces {
	/** Whether each thread has a column; else all have the same, and the thread's name stands before it. */
	readonly isStaggered: boolean;
	/** Where each thread's text begins, by thread. */
	readonly starts: ReadonlyMap<number, number>;
}

/** Columns of a thread's name that are shown at most. */
export const LONGEST_NAME = 12;

/** A thread whose text has so much room does not suffer much from being cut or wrapped. */
const ENOUGH = 40;

/** Columns that lie so far from each other are told apart at a glance; those that lie closer than the least distance, not at all. */
const EASY_DISTANCE = 20;
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
	const needOf = (thread: number): number => needs.get(thread) ?? 0;
	/** The greatest distance that leaves each thread what it needs, or the most that it may ask for. */
	const distanceFor = (most: number): number =>
		Math.min(
			...threads.slice(1).map((thread, at) => {
				return Math.floor((width - start - Math.min(most, needOf(thread))) / (at + 1));
			}),
		);
	const widest = Math.max(LEAST_DISTANCE, ...threads.slice(0, -1).map((thread) => needOf(thread) + 3));
	const even = Math.floor((width - start) / threads.length);
	const generous = Math.min(even, distanceFor(Number.POSITIVE_INFINITY));
	const distance = Math.min(widest, Math.max(generous, Math.min(distanceFor(ENOUGH), EASY_DISTANCE)));
	const longest = Math.max(0, ...threads.map((thread) => textWidth(nameOf(thread))));
	if (threads.length > 1 && (distance < LEAST_DISTANCE || distance <= longest)) {
		const shared = start + longest + 2;
		return { isStaggered: false, starts: new Map(threads.map((thread) => [thread, shared])) };
	}
	return { isStaggered: true, starts: new Map(threads.map((thread, at) => [thread, start + at * distance])) };
}
