import type { RingFrame, RingFrameRecord } from "../../../execution/story/ring-frame.ts";
import type { StoryThread } from "../../../execution/story/story.ts";
import { escapeMarkup } from "../escape-markup.ts";
import { textCells } from "../text-cells.ts";
import { drawRingPositions } from "./draw-ring-positions.ts";
import { threadClass } from "./palette.ts";
import { ringPieces, ringScale } from "./ring-scale.ts";

/** A drawing in SVG elements without the element around them. */
export interface Drawing {
	readonly width: number;
	readonly height: number;
	readonly markup: string;
}

const BAND = 44;
const TOP = 22;
/** From one letter to the next in labels of 11. */
const LETTER = 6.8;

/**
 * The ring at one moment: its data as a band, records where they lie, with their thread and state, and its positions below. What
 * shares bytes with another record stands under it, unless it was consumed before. A ring whose labels need more is wider than `width`.
 */
export function drawRingPicture(whole: RingFrame, threads: readonly StoryThread[], width: number): Drawing {
	const frame = { ...whole, records: whole.records.filter((record) => !isReplaced(whole, record)) };
	const scale = ringScale(frame, width);
	const lanes = laneOf(frame);
	const laneCount = Math.max(1, ...lanes.map((lane) => lane + 1));
	const bottom = TOP + laneCount * BAND;
	const nameOf = (thread: number): string => threads[thread]?.name ?? `P${thread}`;
	const parts = frame.records.map((record, at) => {
		const y = TOP + lanes[at] * BAND;
		const pieces = ringPieces(frame, record.pos, record.end);
		const spans = pieces.map(([from, to]) => ({ x: scale.x(from), width: scale.x(to) - scale.x(from) }));
		return drawRecord(frame, record, nameOf(record.thread), spans, y);
	});
	const positions = drawRingPositions(frame, (offset) => scale.x(offset), scale.width, bottom);
	const lock = frame.lockedBy === undefined ? "" : `, locked by ${nameOf(frame.lockedBy)}`;
	const head = `${frame.size} bytes${lock}`;
	const markup =
		`<text class="quiet" x="0" y="${TOP - 8}">0</text>` +
		`<text class="quiet" x="${scale.width / 2}" y="${TOP - 8}" text-anchor="middle">${escapeMarkup(head)}</text>` +
		`<text class="quiet" x="${scale.width}" y="${TOP - 8}" text-anchor="end">${frame.size}</text>` +
		`<rect class="room" x="0" y="${TOP}" width="${scale.width}" height="${BAND}"/>${parts.join("")}${positions.markup}`;
	return { width: scale.width, height: bottom + positions.height + 2, markup };
}

/** Whether a record has been consumed, and its bytes are another's by now: nothing is to be seen of it. */
function isReplaced(frame: RingFrame, record: RingFrameRecord): boolean {
	if (!record.isConsumed || record.isOverwritten) return false;
	return frame.records.some((other) => other.pos > record.pos && shareBytes(frame, record, other));
}

/** For each record the lane that it is drawn in: live ones first, and no two that share bytes in one. */
function laneOf(frame: RingFrame): readonly number[] {
	const { records } = frame;
	const order = [...records.keys()].sort(
		(one, other) => Number(isGone(records[one])) - Number(isGone(records[other])) || one - other,
	);
	const lanes = records.map(() => -1);
	for (const at of order) {
		let lane = 0;
		while (records.some((other, index) => lanes[index] === lane && shareBytes(frame, records[at], other)))
			lane++;
		lanes[at] = lane;
	}
	return lanes;
}

function isGone({ isConsumed, isOverwritten }: RingFrameRecord): boolean {
	return isConsumed || isOverwritten;
}

function shareBytes(frame: RingFrame, one: RingFrameRecord, other: RingFrameRecord): boolean {
	const others = ringPieces(frame, other.pos, other.end);
	return ringPieces(frame, one.pos, one.end).some(([from, to]) =>
		others.some(([start, end]) => from < end && start < to),
	);
}

function drawRecord(
	frame: RingFrame,
	record: RingFrameRecord,
	name: string,
	spans: readonly { readonly x: number; readonly width: number }[],
	y: number,
): string {
	const { header, pos, end, size, thread } = record;
	const isClash =
		!isGone(record) &&
		frame.records.some((other) => other !== record && !isGone(other) && shareBytes(frame, record, other));
	const state = stateOf(record);
	const classes = ["record", isGone(record) ? "gone" : header, ...(isClash ? ["clash"] : [])];
	const title = `${name}'s record of ${size} bytes at ${pos} to ${end}: ${state}`;
	const widest = spans.reduce((best, span, at) => (span.width > spans[best].width ? at : best), 0);
	const pieces = spans.map((span, at) => {
		const { x, width } = span;
		const inside = `x="${x + 1}" width="${Math.max(1, width - 2)}"`;
		const label = at === widest ? labelled(`${name}, ${size} B`, state, x, width, y) : continued(x, width, y);
		return (
			`<rect class="body" ${inside} y="${y + 3}" height="${BAND - 6}" rx="3"/>` +
			`<rect class="plate ${threadClass(thread)}" ${inside} y="${y + 3}" height="4" rx="2"/>${label}`
		);
	});
	return `<g class="${classes.join(" ")}"><title>${escapeMarkup(title)}</title>${pieces.join("")}</g>`;
}

function labelled(first: string, second: string, x: number, width: number, y: number): string {
	const middle = x + width / 2;
	const line = (text: string, className: string, at: number): string => {
		const squeeze =
			textCells(text) * LETTER > width - 6
				? ` textLength="${Math.max(1, width - 8)}" lengthAdjust="spacingAndGlyphs"`
				: "";
		return `<text class="${className}" x="${middle}" y="${y + at}" text-anchor="middle"${squeeze}>${escapeMarkup(text)}</text>`;
	};
	return line(first, "whose", 21) + line(second, "quiet state", 35);
}

/** The smaller part of a record that wraps. */
function continued(x: number, width: number, y: number): string {
	return `<text class="quiet" x="${x + width / 2}" y="${y + 28}" text-anchor="middle">…</text>`;
}

function stateOf({ header, isConsumed, isOverwritten }: RingFrameRecord): string {
	if (isOverwritten) return "overwritten";
	if (isConsumed) return "consumed";
	return { none: "no header", busy: "BUSY", ready: "ready", discarded: "discarded" }[header];
}
