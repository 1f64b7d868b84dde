/** A box that an edge begins or ends at, as far as heights go. */
interface Row {
	readonly step: number;
	readonly y: number;
	readonly height: number;
}

/** An edge, and the sides of its boxes that it leaves and enters. */
export interface PortWish {
	readonly from: Row;
	readonly to: Row;
	readonly fromSide: "left" | "right";
	readonly toSide: "left" | "right";
}

/**
 * The heights at which edges leave and enter their boxes: spread over the side of a box that several share, in the order
 * of where they lead, so that they cross less.
 */
export function portHeights(
	wishes: readonly PortWish[],
): readonly { readonly start: number; readonly end: number }[] {
	const sides = new Map<string, { row: Row; ends: { index: number; isEnd: boolean; toward: number }[] }>();
	const add = (row: Row, side: string, index: number, isEnd: boolean, toward: number): void => {
		const key = `${row.step} ${side}`;
		const found = sides.get(key) ?? { row, ends: [] };
		found.ends.push({ index, isEnd, toward });
		sides.set(key, found);
	};
	for (const [index, { from, to, fromSide, toSide }] of wishes.entries()) {
		add(from, fromSide, index, false, to.y);
		add(to, toSide, index, true, from.y);
	}
	const heights = wishes.map(() => ({ start: 0, end: 0 }));
	for (const { row, ends } of sides.values()) {
		ends.sort((one, other) => one.toward - other.toward);
		for (const [place, { index, isEnd }] of ends.entries()) {
			const height = row.y + (row.height * (place + 1)) / (ends.length + 1);
			if (isEnd) heights[index].end = height;
			else heights[index].start = height;
		}
	}
	return heights;
}
