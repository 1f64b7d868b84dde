import type { RingFrame, RingFramePosition } from "../../execution/story/ring-frame.ts";
import { type Mark, placeLabels } from "./place-labels.ts";
import { segmentWords } from "./record-words.ts";
import { layoutRing, type RingBox } from "./ring-layout.ts";
import { offsetIn, type RingSegment, ringSegments } from "./ring-segments.ts";

/** A segment with its box and what stands in it. */
interface Drawn {
	readonly segment: RingSegment;
	readonly box: RingBox;
	readonly words: readonly string[];
}

/**
 * The ring at one moment as lines of ASCII: its data as a row of boxes, a record each, with the offsets of their borders above and the
 * positions below. A record that wraps has a box at either end. Bytes in an empty box are no record's. A ring whose boxes
 * do not fit beside each other is drawn in several rows.
 * @param width columns of the longest line; below 40 words may be cut off
 */
export function drawRing(frame: RingFrame, width: number): string[] {
	const segments = ringSegments(frame);
	const words = segments.map((segment) => segmentWords(segment, frame));
	const plans = segments.map(({ from, to, owners }, index) => ({
		bytes: to - from,
		words: Math.max(3, String(from).length, ...words[index].map((word) => word.length)),
		isEmpty: owners.length === 0,
	}));
	let next = 0;
	const rows = layoutRing(plans, width).map((row) =>
		row.map((box): Drawn => {
			const index = next++;
			return { segment: segments[index], box, words: words[index] };
		}),
	);
	const height = Math.max(3, ...words.map((lines) => lines.length));
	return [caption(frame), ...rows.flatMap((row) => drawRow(row, height, frame, width))].map((line) =>
		line.slice(0, width).trimEnd(),
	);
}

function caption({ size, start, lockedBy }: RingFrame): string {
	const origin = start === 0 ? "" : `, position 0 at byte ${start}`;
	return `ring of ${size} bytes${origin}${lockedBy === undefined ? "" : `, locked by P${lockedBy}`}`;
}

function drawRow(row: readonly Drawn[], height: number, frame: RingFrame, width: number): string[] {
	const border = `${row.map(({ box }) => `+${"-".repeat(box.width - 1)}`).join("")}+`;
	const inside = Array.from({ length: height }, (_, line) => {
		const cells = row.map(({ box, words }) => boxed(words[line] ?? "", box.width));
		return `${cells.join("")}|`;
	});
	const marks = marksOf(row, frame);
	const labels = placeLabels(marks, width) ?? marks.flatMap((mark) => mark.labels);
	return [offsetsOf(row, border.length), border, ...inside, border, ...(marks.length === 0 ? [] : labels)];
}

/** A line of a box with its left border: away from that, if there is room. */
function boxed(word: string, width: number): string {
	return `${word.length + 2 <= width ? "| " : "|"}${word}`.padEnd(width).slice(0, width);
}

/** The offsets of borders, as many as have room beside each other. */
function offsetsOf(row: readonly Drawn[], length: number): string {
	const last = row.at(-1);
	const end = last === undefined ? "" : String(last.segment.to);
	let line = "";
	for (const { segment, box } of row) {
		const text = String(segment.from);
		if ((line !== "" && line.length >= box.column) || box.column + text.length + end.length >= length)
			continue;
		line = line.padEnd(box.column) + text;
	}
	return line.padEnd(length - end.length) + end;
}

/** The positions that lie in a row, by their columns. */
function marksOf(row: readonly Drawn[], { positions, size, start }: RingFrame): readonly Mark[] {
	const byColumn = new Map<number, string[]>();
	for (const position of positions) {
		const offset = offsetIn(position.at, size, start);
		const drawn = row.find(({ segment }) => segment.from <= offset && offset < segment.to);
		if (drawn === undefined) continue;
		const column = columnOf(offset, drawn);
		byColumn.set(column, [...(byColumn.get(column) ?? []), labelOf(position)]);
	}
	return [...byColumn].sort(([a], [b]) => a - b).map(([column, labels]) => ({ column, labels }));
}

function labelOf({ name, at, counter }: RingFramePosition): string {
	return `${name} ${at}${counter === undefined ? "" : ` (holds ${counter})`}`;
}

/** A border's column for what lies on it, else one between the borders. */
function columnOf(offset: number, { segment: { from, to }, box }: Drawn): number {
	if (offset === from) return box.column;
	const inside = Math.round(((offset - from) / (to - from)) * box.width);
	return box.column + Math.max(1, Math.min(box.width - 1, inside));
}
