import type { RingFrame } from "../../../execution/story/ring-frame.ts";
import { escapeMarkup } from "../escape-markup.ts";
import { textCells } from "../text-cells.ts";
import { ringOffset } from "./ring-scale.ts";

const ROW = 16;
const LETTER = 6.8;

interface Label {
	readonly x: number;
	readonly left: number;
	readonly right: number;
	readonly text: string;
	row: number;
}

/**
 * The positions below a ring, each a line down to its name and value. They are placed from the right to the left, each so
 * low that neither its name nor its line meets another's.
 */
export function drawRingPositions(
	frame: RingFrame,
	xOf: (offset: number) => number,
	width: number,
	top: number,
): { readonly markup: string; readonly height: number } {
	const labels: Label[] = frame.positions.map(({ name, at, counter }) => {
		const text = counter === undefined ? `${name} ${at}` : `${name} ${at} (${counter})`;
		const x = xOf(ringOffset(frame, at));
		const room = textCells(text) * LETTER;
		const left = x + 5 + room <= width ? x + 5 : Math.max(0, x - 5 - room);
		return { x, left, right: left + room, text, row: 0 };
	});
	const placed: Label[] = [];
	for (const label of labels.toSorted((one, other) => other.x - one.x)) {
		const meets = placed.filter(
			({ x, left, right }) =>
				(left < label.right + 6 && label.left < right + 6) ||
				(label.left - 3 < x && x < label.right + 3) ||
				(left - 3 < label.x && label.x < right + 3) ||
				Math.abs(x - label.x) < 1,
		);
		label.row = Math.max(0, ...meets.map(({ row }) => row + 1));
		placed.push(label);
	}
	const markup = placed.map(({ x, left, text, row }) => {
		const y = top + 10 + row * ROW;
		return (
			`<line class="position" x1="${x}" y1="${top - 3}" x2="${x}" y2="${y + 10}"/>` +
			`<text class="quiet" x="${left}" y="${y + 10}">${escapeMarkup(text)}</text>`
		);
	});
	const rows = Math.max(0, ...labels.map(({ row }) => row + 1));
	return { markup: markup.join(""), height: rows === 0 ? 0 : rows * ROW + 12 };
}
