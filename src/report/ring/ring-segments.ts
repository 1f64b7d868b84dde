import type { RingFrame, RingFrameRecord } from "../../execution/story/ring-frame.ts";

/** A stretch of a ring's data whose bytes all have the same owners. */
export interface RingSegment {
	/** Offsets in the data. */
	readonly from: number;
	readonly to: number;
	/** Who has the bytes, newest first; empty where no record lies. A record that is longer than the ring is there twice. */
	readonly owners: readonly RingFrameRecord[];
}

/**
 * A ring's data as stretches in the order of their offsets. Bytes belong to the newest record that lies there, and beside it to older
 * ones that are not done with.
 */
export function ringSegments({ size, start, records }: RingFrame): readonly RingSegment[] {
	const pieces = records.flatMap((record) => piecesOf(record, size, start));
	const edges = new Set([0, size, ...pieces.flatMap(({ from, to }) => [from, to])]);
	const sorted = [...edges].sort((a, b) => a - b);
	const segments: RingSegment[] = [];
	for (const [index, from] of sorted.slice(0, -1).entries()) {
		const to = sorted[index + 1];
		const lying = pieces.filter((piece) => piece.from < to && piece.to > from).map(({ record }) => record);
		const [newest, ...older] = lying.sort((a, b) => b.pos - a.pos);
		const owners = newest === undefined ? [] : [newest, ...older.filter((record) => !isDone(record))];
		const before = segments.at(-1);
		const isBeginning = newest !== undefined && from === offsetIn(newest.pos, size, start);
		if (before !== undefined && !isBeginning && isSame(before.owners, owners))
			segments[segments.length - 1] = { ...before, to };
		else segments.push({ from, to, owners });
	}
	return segments;
}

/** Where in a ring's data a position lies; `start` is where the position 0 does. */
export function offsetIn(pos: number, size: number, start: number): number {
	return (((pos + start) % size) + size) % size;
}

/** Whether nobody needs a record's bytes any more. */
function isDone({ isCommitted, isConsumed, isOverwritten, header }: RingFrameRecord): boolean {
	const isOpen = isCommitted === undefined ? header === "busy" : !isCommitted;
	return !isOpen && (isConsumed || isOverwritten);
}

/** Where a record's bytes lie, in stretches that do not wrap. */
function piecesOf(
	record: RingFrameRecord,
	size: number,
	start: number,
): { readonly record: RingFrameRecord; readonly from: number; readonly to: number }[] {
	const pieces: { readonly record: RingFrameRecord; readonly from: number; readonly to: number }[] = [];
	for (let pos = record.pos; pos < record.end; ) {
		const from = offsetIn(pos, size, start);
		const to = Math.min(size, from + record.end - pos);
		pieces.push({ record, from, to });
		pos += to - from;
	}
	return pieces;
}

function isSame(one: readonly RingFrameRecord[], other: readonly RingFrameRecord[]): boolean {
	return one.length === other.length && one.every((record, index) => record === other[index]);
}
