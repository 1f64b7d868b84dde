import type { Story } from "../../../execution/story/story.ts";
import { assignLanes } from "./lanes.ts";
import type { PictureRow } from "./lay-out-rows.ts";
import { MEASURES } from "./measures.ts";
import type { Frame, PictureColumn, PictureGhost, PictureRoute, Point } from "./picture.ts";
import type { PictureEdge } from "./picture-edge.ts";
import { portHeights } from "./ports.ts";

/** Lines beside the columns, before it is known how wide the columns are. */
export interface Routing {
	/** The width of each gap between columns; the first is on the left of the first column, the last on the right of the last. */
	readonly channels: readonly number[];
	/** The lines as they run once columns have a place. */
	place(
		boxes: readonly Frame[],
		columns: readonly PictureColumn[],
	): { readonly routes: readonly PictureRoute[]; readonly ghosts: readonly PictureGhost[] };
}

interface Line {
	/** The gap that its vertical piece runs in. */
	readonly channel: number;
	readonly start: number;
	readonly end: number;
	readonly width: number;
}

/**
 * Finds ways for edges: out of a box through its own row, up or down in the gap before the other box's column, and into
 * that box. An edge within a thread runs on the right of it; on its left run the ways from where program order has a
 * step to where it takes effect. Costs a step for each pair of edges.
 */
export function routeEdges(
	story: Story,
	rows: readonly PictureRow[],
	edges: readonly PictureEdge[],
	isCompact: boolean,
): Routing {
	const margin = isCompact ? MEASURES.compactMargin : MEASURES.margin;
	const rowOf = new Map(rows.map((row) => [row.step, row]));
	const known = edges.filter(({ from, to }) => rowOf.has(from) && rowOf.has(to));
	const ends = known.map(({ from, to }) => ({ from: at(from), to: at(to) }));
	const heights = portHeights(
		ends.map(({ from, to }) => ({
			from,
			to,
			fromSide: from.column <= to.column ? "right" : "left",
			toSide: from.column < to.column ? "left" : "right",
		})),
	);
	const lines: Line[] = ends.map(({ from, to }, index) => ({
		channel: from.column < to.column ? to.column : to.column + 1,
		start: heights[index].start,
		end: heights[index].end,
		width: known[index].badge === undefined ? MEASURES.lane : MEASURES.badgeLane,
	}));
	const ghosts = ghostsOf(story, rowOf);
	const all = [...lines, ...ghosts];
	const lanes = Array.from({ length: story.threads.length + 1 }, (_, channel) =>
		assignLanes(all.map((line) => wishIn(line, channel)).filter((wish) => wish !== undefined)),
	);
	const channels = lanes.map(({ width }, channel) => {
		const isOuter = channel === 0 || channel === story.threads.length;
		return (isOuter ? 1 : 2) * margin + (isOuter && width > 0 ? 8 : 0) + width;
	});
	const middles = all.map((line, index) => {
		const before = all.slice(0, index).filter(({ channel }) => channel === line.channel).length;
		return lanes[line.channel].middles[before];
	});
	return { channels, place };

	function at(step: number): PictureRow {
		const row = rowOf.get(step);
		if (row === undefined) throw new RangeError(`no row for step ${step}`);
		return row;
	}

	function place(boxes: readonly Frame[], columns: readonly PictureColumn[]) {
		const boxOf = new Map(rows.map(({ step }, index) => [step, boxes[index]]));
		const xOf = (index: number): number => {
			const { channel } = all[index];
			const left = channel === 0 ? 0 : columns[channel - 1].x + columns[channel - 1].width;
			return left + (channel === 0 ? 8 : margin) + middles[index];
		};
		const side = (step: number, x: number): number => {
			const box = boxOf.get(step);
			if (box === undefined) return x;
			return x < box.x ? box.x : box.x + box.width;
		};
		const routes = known.map((edge, index) => {
			const x = xOf(index);
			const { start, end } = lines[index];
			return { edge, points: bend(side(edge.from, x), start, x, side(edge.to, x), end) };
		});
		const placed = ghosts.map(({ step, column, start, end }, index) => {
			const x = xOf(lines.length + index);
			const life = columns[column].x + MEASURES.plate / 2;
			return { step, points: bend(life, start, x, columns[column].x, end) };
		});
		return { routes, ghosts: placed };
	}
}

function bend(fromX: number, fromY: number, x: number, toX: number, toY: number): Point[] {
	return [
		{ x: fromX, y: fromY },
		{ x, y: fromY },
		{ x, y: toY },
		{ x: toX, y: toY },
	];
}

function wishIn({ channel, start, end, width }: Line, wanted: number) {
	if (channel !== wanted) return undefined;
	return { top: Math.min(start, end), bottom: Math.max(start, end), width };
}

/** For each step out of program order the way from the gap between rows where that has it. */
function ghostsOf(
	story: Story,
	rowOf: ReadonlyMap<number, PictureRow>,
): (Line & { readonly step: number; readonly column: number })[] {
	const taken = new Map<number, number>();
	return story.steps.flatMap(({ number, thread, timing, overtakes }) => {
		const others = overtakes.filter((other) => rowOf.has(other));
		const row = rowOf.get(number);
		if (timing === "inOrder" || others.length === 0 || row === undefined) return [];
		const neighbour = rowOf.get(timing === "late" ? Math.min(...others) : Math.max(...others));
		if (neighbour === undefined) return [];
		const border = timing === "late" ? neighbour.y : neighbour.y + neighbour.height + MEASURES.gap;
		const count = taken.get(border) ?? 0;
		taken.set(border, count + 1);
		const start = border - MEASURES.gap / 2 + (count % 3) * 3 - (count > 0 ? 3 : 0);
		const end = row.y + row.height / 2;
		return [{ step: number, column: thread, channel: thread, start, end, width: MEASURES.lane }];
	});
}
