/** A vertical piece of line that wants a place beside a column. */
export interface LaneWish {
	readonly top: number;
	readonly bottom: number;
	readonly width: number;
}

/** Lanes side by side. */
export interface Lanes {
	/** For each wish the middle of its lane, from the left edge. */
	readonly middles: readonly number[];
	readonly width: number;
}

/**
 * Places lines side by side so that no two that overlap in height share a lane, short ones first. A lane is as wide as the
 * widest line in it. Costs a step for each pair of lines.
 */
export function assignLanes(wishes: readonly LaneWish[]): Lanes {
	const lanes: { members: LaneWish[]; width: number }[] = [];
	const laneOf = wishes.map(() => 0);
	const order = [...wishes.keys()].sort(
		(one, other) =>
			wishes[one].bottom - wishes[one].top - (wishes[other].bottom - wishes[other].top) ||
			wishes[one].top - wishes[other].top,
	);
	for (const at of order) {
		const wish = wishes[at];
		const isFree = ({ members }: { members: LaneWish[] }): boolean =>
			members.every(({ top, bottom }) => bottom + 4 < wish.top || wish.bottom + 4 < top);
		let lane = lanes.findIndex(isFree);
		if (lane < 0) lane = lanes.push({ members: [], width: 0 }) - 1;
		lanes[lane].members.push(wish);
		lanes[lane].width = Math.max(lanes[lane].width, wish.width);
		laneOf[at] = lane;
	}
	const starts: number[] = [];
	let width = 0;
	for (const lane of lanes) {
		starts.push(width);
		width += lane.width;
	}
	return { middles: laneOf.map((lane) => starts[lane] + lanes[lane].width / 2), width };
}
