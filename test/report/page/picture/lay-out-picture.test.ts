import fc from "fast-check";
import { expect, test } from "vitest";
import { layOutPicture } from "../../../../src/report/page/picture/lay-out-picture.ts";
import { MEASURES } from "../../../../src/report/page/picture/measures.ts";
import type { Frame, Picture, Point } from "../../../../src/report/page/picture/picture.ts";
import { textCells } from "../../../../src/report/page/text-cells.ts";
import { ringStory } from "../ring-story.ts";
import { forbidden } from "../stories.ts";
import { anyStory } from "../story-arbitrary.ts";

function meet(one: Frame, other: Frame): boolean {
	return (
		one.x < other.x + other.width &&
		other.x < one.x + one.width &&
		one.y < other.y + other.height &&
		other.y < one.y + one.height
	);
}

function pairs<T>(items: readonly T[]): (readonly [T, T])[] {
	return items.flatMap((one, at) => items.slice(at + 1).map((other) => [one, other] as const));
}

/** Whether a piece of a line runs through a box, and not only along it or up to it. */
function isThrough(from: Point, to: Point, box: Frame): boolean {
	const piece = {
		x: Math.min(from.x, to.x),
		y: Math.min(from.y, to.y),
		width: Math.max(0.01, Math.abs(from.x - to.x)),
		height: Math.max(0.01, Math.abs(from.y - to.y)),
	};
	const inside = { x: box.x + 0.5, y: box.y + 0.5, width: box.width - 1, height: box.height - 1 };
	return meet(piece, inside);
}

function expectReadable(picture: Picture): void {
	const { boxes, routes, ghosts, waits, width, height } = picture;
	for (const [one, other] of pairs([...boxes, ...waits])) expect(meet(one, other)).toBe(false);
	for (const { x, width: room, label, below } of boxes) {
		const letters = (room - MEASURES.plate - 2 * MEASURES.inset) / MEASURES.cell;
		expect(textCells(label.text) + (label.mark === "" ? 0 : 2 + textCells(label.mark))).toBeLessThanOrEqual(
			letters,
		);
		expect(textCells(below ?? "")).toBeLessThanOrEqual(letters);
		expect(x + room).toBeLessThanOrEqual(width);
	}
	for (const { points } of [...routes, ...ghosts])
		for (const [at, to] of points.slice(1).entries()) {
			expect(boxes.filter((box) => isThrough(points[at], to, box))).toEqual([]);
			expect(to.x >= 0 && to.x <= width && to.y >= 0 && to.y <= height).toBe(true);
		}
	const badges = routes
		.filter(({ edge }) => edge.badge !== undefined)
		.map(({ points }) => ({ x: points[1].x, y: (points[1].y + points[2].y) / 2 }));
	for (const [one, other] of pairs(badges))
		expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(2 * MEASURES.badge);
}

test("nothing overlaps, texts have room, and no line runs through an event", () => {
	fc.assert(
		fc.property(anyStory, fc.boolean(), (story, isCompact) => {
			expectReadable(layOutPicture(story, isCompact));
		}),
		{ numRuns: 200 },
	);
});

test("a long story of a ring is readable", () => {
	const picture = layOutPicture(ringStory(20));
	expectReadable(picture);
	expect(picture.boxes).toHaveLength(270);
});

test("a cycle is drawn edge by edge, and time goes down", () => {
	const { boxes, routes } = layOutPicture(forbidden);
	expect(boxes.map(({ step, column }) => [step, column])).toEqual([
		[1, 1],
		[2, 0],
		[3, 1],
		[4, 0],
	]);
	expect(boxes.toSorted((one, other) => one.y - other.y)).toEqual(boxes);
	expect(routes.map(({ edge }) => [edge.badge, edge.from, edge.to])).toEqual([
		["1", 2, 3],
		["2", 3, 1],
		["3", 1, 4],
		["4", 4, 2],
	]);
});

test("an edge from the initial state gives it a row of its own, before all steps", () => {
	const reason = {
		kind: "cycle" as const,
		cycles: [
			{
				axiom: "coherence",
				test: "acyclic" as const,
				edges: [
					{ from: 0, to: 1, names: ["com"], parts: [{ from: 0, to: 1, relation: "rf" }] },
					{ from: 1, to: 0, names: ["com"], parts: [] },
				],
			},
		],
	};
	const { boxes } = layOutPicture({ ...forbidden, reason });
	expect(boxes[0]).toMatchObject({ step: 0, label: { text: "initial values" } });
	expect(boxes).toHaveLength(5);
});

test("a compact picture is narrower", () => {
	expect(layOutPicture(forbidden, true).width).toBeLessThan(layOutPicture(forbidden).width - 150);
});
