import { expect, test } from "vitest";
import { findOverlap } from "../../../src/ringbuf-model/properties/overlap.ts";
import { madeHistory, note } from "./made-history.ts";

const first = note(0, "reserved", 0, 16, 8);
const committed = note(0, "committed", 0, 0);
const second = (pos: number) => note(1, "reserved", pos, pos + 16, 8);

test("neighbours do not overlap, though both are being written", () => {
	expect(findOverlap(madeHistory([first, second(16)]))).toBeUndefined();
});

test("a record over one that was never committed overlaps", () => {
	expect(findOverlap(madeHistory([first, second(32)]))).toBe(
		"P0's record [0, 16) is still being written where P1's record [32, 48) is reserved over it",
	);
});

test.each([[24], [40]])("eight bytes in common are enough: at %i", (pos) => {
	expect(findOverlap(madeHistory([first, second(pos)]))).toContain("still being written");
});

test("a record may lie over one whose commit is known there, and not otherwise", () => {
	const over = second(32);
	const known = [
		[first, over],
		[committed, over],
	] as const;
	expect(findOverlap(madeHistory([first, committed, over], { known }))).toBeUndefined();
	expect(findOverlap(madeHistory([first, committed, over]))).toContain("P0's record [0, 16)");
});

test("a record fills the ring, and no more", () => {
	expect(findOverlap(madeHistory([note(0, "reserved", 0, 32, 24)]))).toBeUndefined();
	expect(findOverlap(madeHistory([note(0, "reserved", 0, 40, 25)]))).toContain(
		"larger than the ring of 32 bytes",
	);
});
