import type { Note } from "../../execution/noted-execution.ts";
import type { History } from "../history.ts";

/**
 * Of a ring that user space fills: the kernel exposes bytes outside of what was produced, reads a header twice,
 * drains it twice at a time, or is given a sample twice.
 */
export function findUserRingFault(history: History): string | undefined {
	return (
		findOutside(history) ??
		findSecondFetch(history) ??
		findTwoDrainers(history) ??
		findSecondDelivery(history)
	);
}

function findOutside(history: History): string | undefined {
	for (const note of history.noted("exposed")) {
		const [from, to, prod] = [0, 1, 2].map((index) => history.position(note, index));
		if (to > prod) return `P${note.thread} exposes [${from}, ${to}), but only up to ${prod} was produced`;
		if (to - from > history.ring.size) return `P${note.thread} exposes [${from}, ${to}), more than the ring`;
	}
	return undefined;
}

/** Between one look at a header and the next, its cell is read once. */
function findSecondFetch({ execution, noted, position }: History): string | undefined {
	const peeks = noted("peeked");
	for (const peek of peeks) {
		const events = execution.events[peek.thread];
		const fetched = events[peek.position - 1]?.cell;
		const next = peeks.find((other) => other.thread === peek.thread && other.position > peek.position);
		// The next peek's own read of a header is the last event before its note.
		const until = next === undefined ? events.length : next.position - 1;
		const again = events
			.slice(peek.position, until)
			.some(({ kind, cell, tags }) => kind === "R" && cell === fetched && !tags.includes("RMW"));
		if (again) return `P${peek.thread} reads the header at ${position(peek, 0)} twice`;
	}
	return undefined;
}

function findTwoDrainers({ execution, noted }: History): string | undefined {
	const begins = noted("draining");
	const ends = noted("drained");
	const endOf = (begin: Note): Note | undefined =>
		ends.find((end) => end.thread === begin.thread && end.position >= begin.position);
	const isAfter = (begin: Note, other: Note): boolean => {
		const end = endOf(other);
		return end !== undefined && execution.isKnownAt(end, begin);
	};
	for (const one of begins)
		for (const other of begins)
			if (one.thread < other.thread && !isAfter(one, other) && !isAfter(other, one))
				return `P${one.thread} and P${other.thread} drain the ring at the same time`;
	return undefined;
}

function findSecondDelivery({ noted, position }: History): string | undefined {
	const seen = new Map<number, number>();
	for (const note of noted("exposed")) {
		const from = position(note, 0);
		const before = seen.get(from);
		if (before !== undefined) return `the sample at ${from} is given to P${before} and to P${note.thread}`;
		seen.set(from, note.thread);
	}
	return undefined;
}
