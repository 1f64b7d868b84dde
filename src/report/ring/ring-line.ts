import type { RingFrame, RingFrameRecord } from "../../execution/story/ring-frame.ts";
import { stateWords } from "./record-words.ts";

/**
 * The ring at one moment in one line of ASCII: its records and its positions, such as `[A 8 BUSY P1] consumer_pos 0 producer_pos 16`. Where that is
 * too long, records that are done with are left out first, then the oldest others, and the names of positions become shorter.
 * @param width columns of the longest line; below 40 it may be cut off
 */
export function ringLine(frame: RingFrame, width: number): string {
	const { records, positions } = frame;
	const open = records.filter(({ isConsumed, isOverwritten }) => !isConsumed && !isOverwritten);
	const long = positions.map(({ name, at }) => `${name} ${at}`).join(" ");
	const short = positions.map(({ name, at }) => `${name.replace(/_pos$/, "").slice(0, 4)} ${at}`).join(" ");
	const choices = [records, open, ...open.map((_, index) => open.slice(index + 1))];
	for (const shown of choices)
		for (const places of [long, short]) {
			const boxes = shown.map((record) => boxOf(record, frame));
			const parts =
				shown.length < records.length ? ["...", ...boxes] : boxes.length === 0 ? ["empty"] : boxes;
			const line = [...parts, places].join(" ");
			if (line.length <= width) return line;
		}
	return short.slice(0, Math.max(0, width));
}

function boxOf(record: RingFrameRecord, frame: RingFrame): string {
	const { name, pos, size, thread } = record;
	return `[${[name ?? `at ${pos}`, size, ...stateWords(record, frame), `P${thread}`].join(" ")}]`;
}
