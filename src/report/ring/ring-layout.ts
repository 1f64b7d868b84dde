/** A box of a drawing. */
export interface RingBox {
	/** Column of its left border. */
	readonly column: number;
	/** Columns from its left border to the next box's. */
	readonly width: number;
}

/** What is to be drawn as a box. */
export interface RingBoxPlan {
	readonly bytes: number;
	/** Columns of the longest line in it. */
	readonly words: number;
	/** Whether it is only room: it may be drawn shorter than it is. */
	readonly isEmpty: boolean;
}

/** Records begin and end at multiples of this. */
const UNIT = 8;
/** Columns of eight bytes, where they have as many as they like. */
const WIDEST_UNIT = 18;

/**
 * Where the boxes of a ring stand: in one row if they fit, else in as many as it takes. A small ring is drawn to scale, each eight bytes as
 * wide as all others, so that boxes keep their places from one moment to the next; a large one only as far as its words leave room for that.
 * @param width columns of the whole drawing
 */
export function layoutRing(boxes: readonly RingBoxPlan[], width: number): readonly (readonly RingBox[])[] {
	const columns = width - 1;
	const units = boxes.reduce((sum, { bytes }) => sum + bytes, 0) / UNIT;
	const unit = Math.min(WIDEST_UNIT, Math.floor(columns / units));
	const scaled = boxes.map(({ bytes }) => (bytes / UNIT) * unit);
	if (unit > 0 && boxes.every(({ words }, index) => scaled[index] > words && Number.isInteger(scaled[index])))
		return [sideBySide(scaled)];
	const rows: RingBoxPlan[][] = [[]];
	let needed = 0;
	for (const box of boxes) {
		if (needed + leastOf(box) > columns && needed > 0) {
			rows.push([]);
			needed = 0;
		}
		rows.at(-1)?.push(box);
		needed += leastOf(box);
	}
	return rows.map((row) => sideBySide(shareOut(row, columns)));
}

/** What a box needs: its left border, and a space before its words. */
function leastOf({ words }: RingBoxPlan): number {
	return words + 2;
}

function sideBySide(widths: readonly number[]): RingBox[] {
	let column = 0;
	return widths.map((width) => {
		const box = { column, width };
		column += width;
		return box;
	});
}

/** Widths by the bytes of each box, but never below what it needs unless there is not enough for that. */
function shareOut(boxes: readonly RingBoxPlan[], columns: number): number[] {
	const longest = Math.max(0, ...boxes.filter(({ isEmpty }) => !isEmpty).map(({ bytes }) => bytes));
	const weights = boxes.map(({ bytes, isEmpty }) =>
		isEmpty && longest > 0 ? Math.min(bytes, longest) : bytes,
	);
	const fixed = new Set<number>();
	for (;;) {
		const free = columns - [...fixed].reduce((sum, index) => sum + leastOf(boxes[index]), 0);
		const weight = weights.reduce((sum, one, index) => (fixed.has(index) ? sum : sum + one), 0);
		const share = (index: number): number => Math.floor((free * weights[index]) / weight);
		const short = boxes.findIndex((box, index) => !fixed.has(index) && share(index) < leastOf(box));
		if (short < 0)
			return boxes.map((box, index) => Math.min(columns, fixed.has(index) ? leastOf(box) : share(index)));
		fixed.add(short);
	}
}
