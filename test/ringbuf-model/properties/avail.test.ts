import { expect, test } from "vitest";
import { findBehind, findBeyondRing, findUnderflow } from "../../../src/ringbuf-model/properties/avail.ts";
import { findTornOverwritePos } from "../../../src/ringbuf-model/properties/torn-overwrite-pos.ts";
import { madeHistory, note } from "./made-history.ts";

const told = (available: number | bigint) => note(0, "avail", 0, 0, 0, available);
const ALL_BITS = (1n << 64n) - 1n;

test("nothing underflows down to 0, and one less does", () => {
	expect(findUnderflow(madeHistory([told(0)]))).toBeUndefined();
	expect(findUnderflow(madeHistory([told(ALL_BITS)]))).toBe(
		"P0 is told that -1 bytes are there, of a ring of 32",
	);
});

test("an underflow is one in the positions' own bits", () => {
	expect(findUnderflow(madeHistory([told(248)], { bits: 8 }))).toContain("-8 bytes");
	expect(findUnderflow(madeHistory([told(248)]))).toBeUndefined();
});

test("the ring's size is not beyond the ring, and one more is", () => {
	expect(findBeyondRing(madeHistory([told(32)]))).toBeUndefined();
	expect(findBeyondRing(madeHistory([told(33)]))).toContain("33 bytes");
});

const STORED = [note(1, "positions", 0, 0, 0, 16), note(1, "positions", 16, 16, 32, 48)];
const seen = (prod: number, over: number) => note(0, "avail", 0, prod, over, prod - over);
const history = (prod: number, over: number) =>
	madeHistory([seen(prod, over), ...STORED], { overwrites: true });

test("who sees a producer_pos sees at least the overwrite_pos that came with it", () => {
	expect(findBehind(history(48, 16))).toBeUndefined();
	expect(findBehind(history(16, 16))).toBeUndefined();
	expect(findBehind(history(48, 0))).toBe("P0 sees producer_pos 48, but overwrite_pos 0 and not 16");
});

test.each([
	["at first", 0, 0, true],
	["of one reservation", 48, 16, true],
	["of the moment between its two stores", 32, 16, true],
	["of different reservations", 48, 0, false],
	["of an earlier producer_pos", 16, 16, false],
] as const)("a pair %s", (_, prod, over, isWhole) => {
	const found = findTornOverwritePos(history(prod, over));
	if (isWhole) expect(found).toBeUndefined();
	else expect(found).toContain(`sees overwrite_pos ${over} beside producer_pos ${prod}`);
});

test("a ring that does not overwrite has no overwrite_pos to tear", () => {
	expect(findTornOverwritePos(madeHistory([seen(48, 0)]))).toBeUndefined();
});
