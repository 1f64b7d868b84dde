import type { RingFrame, RingFrameRecord } from "../../execution/story/ring-frame.ts";
import { offsetIn, type RingSegment } from "./ring-segments.ts";

/** What stands in the box of a segment, line by line. */
export function segmentWords({ from, to, owners }: RingSegment, frame: RingFrame): readonly string[] {
	const { size, start } = frame;
	const [owner, ...older] = owners;
	if (owner === undefined) return [];
	if (older.length > 0) {
		// Who it is stands in the record's other box, if it has one.
		const nameOf = (one: RingFrameRecord): string =>
			one.end - one.pos > to - from ? titleOf(one) : ownerOf(one);
		if (older.includes(owner))
			return ["OVERLAP:", `${nameOf(owner)} over itself`, ...stateWords(owner, frame)];
		return [
			"OVERLAP:",
			...owners.toReversed().map((one) => [nameOf(one), ...stateWords(one, frame)].join(" ")),
		];
	}
	const begins = offsetIn(owner.pos, size, start) === from;
	const ends = offsetIn(owner.end, size, start) === to % size;
	const bytes = `${owner.size} bytes`;
	if (begins && ends) return [ownerOf(owner), bytes, ...stateWords(owner, frame)];
	const part = begins ? "begin" : ends ? "end" : "middle";
	return [ownerOf(owner), part, ...(begins ? [bytes] : []), ...stateWords(owner, frame)];
}

/** What a record's header says, and what has become of the record. */
export function stateWords(record: RingFrameRecord, frame: RingFrame): readonly string[] {
	const { header, isCommitted, isConsumed, isOverwritten } = record;
	const fate = isOverwritten ? ["overwritten"] : isConsumed ? ["consumed"] : [];
	if (header === "busy") return ["BUSY", ...fate];
	if (header === "discarded") return ["DISCARD", ...fate];
	if (header === "ready") return fate.length === 0 ? ["ready"] : fate;
	if (isCommitted === true && fate.length > 0) return fate;
	return [isHeaderTaken(record, frame) ? "header lost" : "no header"];
}

/** Whether a newer record lies over a record's header. */
function isHeaderTaken({ pos }: RingFrameRecord, { size, records }: RingFrame): boolean {
	return records.some((newer) => {
		if (newer.pos <= pos) return false;
		const gap = (newer.pos - pos) % size;
		return gap === 0 || size - gap < newer.end - newer.pos;
	});
}

/** `A of P1`. */
function ownerOf(record: RingFrameRecord): string {
	return `${titleOf(record)} of P${record.thread}`;
}

/** Its name; of a record without one, where it is. */
function titleOf({ name, pos }: RingFrameRecord): string {
	return name ?? `at ${pos}`;
}
