import fc from "fast-check";
import { expect, test } from "vitest";
import type { RingFrame, RingFrameRecord } from "../../../../src/execution/story/ring-frame.ts";
import { drawRingPicture } from "../../../../src/report/page/picture/draw-ring-picture.ts";
import { ringPieces, ringScale } from "../../../../src/report/page/picture/ring-scale.ts";

const threads = [{ name: "P0" }, { name: "P1" }];

function record(pos: number, end: number, more: Partial<RingFrameRecord> = {}): RingFrameRecord {
	return {
		pos,
		end,
		size: end - pos - 8,
		thread: 0,
		header: "busy",
		isConsumed: false,
		isOverwritten: false,
		...more,
	};
}

function frameOf(
	size: number,
	records: readonly RingFrameRecord[],
	more: Partial<RingFrame> = {},
): RingFrame {
	return { size, start: 0, records, positions: [], ...more };
}

test("a record that wraps has two parts", () => {
	expect(ringPieces(frameOf(64, []), 40, 56)).toEqual([[40, 56]]);
	expect(ringPieces(frameOf(64, []), 56, 72)).toEqual([
		[56, 64],
		[0, 8],
	]);
	expect(ringPieces(frameOf(64, [], { start: 60 }), 0, 8)).toEqual([
		[60, 64],
		[0, 4],
	]);
	expect(ringPieces(frameOf(64, [], { start: -8 }), 0, 8)).toEqual([[56, 64]]);
	expect(ringPieces(frameOf(16, []), 0, 64)).toEqual([[0, 16]]);
});

test("every record has room for its label, in a small ring as in a large one", () => {
	fc.assert(
		fc.property(
			fc.constantFrom(16, 64, 4096),
			fc.integer({ min: 300, max: 1200 }),
			fc.array(fc.nat({ max: 400 }), { maxLength: 5 }),
			(size, width, starts) => {
				const records = starts.map((start) => record(start * 8, start * 8 + 16));
				const frame = frameOf(size, records);
				const scale = ringScale(frame, width);
				expect(scale.width).toBeGreaterThanOrEqual(width - 1);
				expect(scale.x(0)).toBe(0);
				expect(scale.x(size)).toBeCloseTo(scale.width);
				for (const { pos, end } of records) {
					const widest = Math.max(
						...ringPieces(frame, pos, end).map(([from, to]) => scale.x(to) - scale.x(from)),
					);
					expect(widest).toBeGreaterThanOrEqual(95);
				}
			},
		),
	);
});

test("records that share bytes stand under each other; two that are live are a clash", () => {
	const overlap = frameOf(32, [record(0, 24), record(24, 40, { thread: 1 })]);
	const { markup, height } = drawRingPicture(overlap, threads, 600);
	expect(markup.match(/class="record busy clash"/g)).toHaveLength(2);
	const apart = drawRingPicture(frameOf(32, [record(0, 16), record(16, 32)]), threads, 600);
	expect(apart.markup).not.toContain("clash");
	expect(height).toBeGreaterThan(apart.height);
	const reused = frameOf(32, [record(0, 16, { isConsumed: true }), record(32, 48)]);
	expect(drawRingPicture(reused, threads, 600).markup).not.toContain("clash");
});

test("names of positions do not cover each other", () => {
	fc.assert(
		fc.property(fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 4 }), (ats) => {
			const positions = ats.map((at) => ({ name: "producer_pos", at }));
			const { markup } = drawRingPicture(frameOf(64, [], { positions }), threads, 420);
			const labels = [...markup.matchAll(/<text class="quiet" x="([\d.]+)" y="([\d.]+)">([^<]*)/g)]
				.map(([, x, y, text]) => ({ x: Number(x), y: Number(y), text }))
				.filter(({ text }) => text.startsWith("producer_pos"));
			expect(labels).toHaveLength(ats.length);
			for (const [at, one] of labels.entries())
				for (const other of labels.slice(at + 1))
					if (one.y === other.y) {
						const [left, right] = one.x < other.x ? [one, other] : [other, one];
						expect(left.x + left.text.length * 6.7).toBeLessThan(right.x);
					}
		}),
	);
});
