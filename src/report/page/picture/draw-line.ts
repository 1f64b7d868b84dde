import type { Point } from "./picture.ts";

const RADIUS = 7;

/** A line of horizontal and vertical pieces with round corners, as the data of an SVG path; it ends `short` before its last point. */
export function linePath(points: readonly Point[], short: number): string {
	const [first, ...others] = points;
	let path = `M${round(first.x)} ${round(first.y)}`;
	for (const [at, point] of others.entries()) {
		const before = points[at];
		const next = points[at + 2];
		if (next === undefined) {
			path += `L${round(toward(before, point, distance(before, point) - short))}`;
			break;
		}
		const bend = Math.min(RADIUS, distance(before, point) / 2, distance(point, next) / 2);
		path += `L${round(toward(before, point, distance(before, point) - bend))}`;
		path += `Q${round(point)} ${round(toward(point, next, bend))}`;
	}
	return path;
}

/** The tip at the end of a line, as an element. */
export function drawTip(points: readonly Point[]): string {
	const end = points[points.length - 1];
	const before = points[points.length - 2];
	const back = Math.sign(before.x - end.x) * 8;
	return `<path class="tip" d="M${round(end)}l${back} -4.5v9z"/>`;
}

function distance(one: Point, other: Point): number {
	return Math.abs(one.x - other.x) + Math.abs(one.y - other.y);
}

/** The point at a distance from one point towards another, which is straight above, below or beside it. */
function toward(from: Point, to: Point, far: number): Point {
	return { x: from.x + Math.sign(to.x - from.x) * far, y: from.y + Math.sign(to.y - from.y) * far };
}

function round(value: Point | number): string {
	if (typeof value === "number") return String(Math.round(value * 10) / 10);
	return `${round(value.x)} ${round(value.y)}`;
}
