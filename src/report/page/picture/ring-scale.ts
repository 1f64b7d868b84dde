import type { RingFrame } from "../../../execution/story/ring-frame.ts";

/** Bytes of a ring laid on a line. */
export interface RingScale {
	/** The whole line's length: what was asked for, or more where that is too little for the labels. */
	readonly width: number;
	/** Where an offset into the data lies, from 0 to the ring's size. */
	x(offset: number): number;
}

/** The least room of a record's label, and of bytes that hold none. */
const LEAST_RECORD = 112;
const LEAST_FREE = 26;

/**
 * A scale on which every record has room for its label: the rest of the width goes to bytes in proportion. So a small ring
 * is drawn to scale, and a large one of which little is used is not.
 */
export function ringScale(frame: RingFrame, width: number): RingScale {
	const { size } = frame;
	const pieces = frame.records.map((record) => ringPieces(frame, record.pos, record.end));
	const borders = new Set([0, size, ...pieces.flat(2)]);
	for (const { at } of frame.positions) borders.add(ringOffset(frame, at));
	const sorted = [...borders].sort((one, other) => one - other);
	const starts: number[] = [];
	const least = sorted.slice(1).map((end, at) => {
		const start = sorted[at];
		const shares = pieces.flatMap((parts) => {
			const covering = parts.find(([from, to]) => from <= start && end <= to);
			if (covering === undefined) return [];
			const inside = sorted.filter((border) => covering[0] <= border && border < covering[1]).length;
			return [LEAST_RECORD / inside];
		});
		return Math.max(LEAST_FREE, ...shares);
	});
	const sum = least.reduce((total, room) => total + room, 0);
	const spare = Math.max(0, width - sum);
	let x = 0;
	for (const [at, room] of least.entries()) {
		starts.push(x);
		x += room + (spare * (sorted[at + 1] - sorted[at])) / size;
	}
	starts.push(x);
	return {
		width: x,
		x: (offset) => {
			const at = sorted.findIndex((border) => border >= offset);
			if (at < 0) return x;
			if (sorted[at] === offset || at === 0) return starts[at];
			const part = (offset - sorted[at - 1]) / (sorted[at] - sorted[at - 1]);
			return starts[at - 1] + part * (starts[at] - starts[at - 1]);
		},
	};
}

/** Where a position without wrapping lies in the data. */
export function ringOffset({ start, size }: RingFrame, at: number): number {
	return (((start + at) % size) + size) % size;
}

/** The bytes between two positions as parts of the data: two where they wrap, the whole where they are as many or more. */
export function ringPieces(frame: RingFrame, pos: number, end: number): (readonly [number, number])[] {
	const { size } = frame;
	const length = Math.min(size, end - pos);
	if (length <= 0) return [];
	const from = ringOffset(frame, pos);
	if (from + length <= size) return [[from, from + length]];
	return [
		[from, size],
		[0, from + length - size],
	];
}
