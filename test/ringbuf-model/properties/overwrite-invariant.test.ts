import { expect, test } from "vitest";
import { findBrokenInvariant } from "../../../src/ringbuf-model/properties/overwrite-invariant.ts";
import { madeHistory, note } from "./made-history.ts";

const BUSY = 2 ** 31;
const RECORDS = [note(0, "reserved", 0, 16, 8), note(0, "reserved", 16, 32, 8)];
const positions = (over: number, pend: number, prod: number, next: number) =>
	madeHistory([...RECORDS, note(0, "positions", over, pend, prod, next)]);

test("positions in order, with all but one byte of the ring between, are as they must be", () => {
	expect(findBrokenInvariant(positions(0, 0, 0, 16))).toBeUndefined();
	expect(findBrokenInvariant(positions(16, 16, 32, 47))).toBeUndefined();
	expect(findBrokenInvariant(positions(16, 32, 32, 40))).toBeUndefined();
});

test.each([
	["overwrite_pos is past pending_pos", [16, 0, 32, 40], "are not in order"],
	["pending_pos is past producer_pos", [16, 32, 16, 32], "are not in order"],
	["a whole ring lies before producer_pos", [0, 0, 32, 32], "more than the ring apart"],
	["a whole ring lies before what is reserved", [0, 0, 16, 32], "more than the ring apart"],
	["overwrite_pos is within a record", [8, 16, 16, 32], "no record begins at overwrite_pos"],
] as const)("%s", (_, [over, pend, prod, next], problem) => {
	expect(findBrokenInvariant(positions(over, pend, prod, next))).toContain(problem);
});

test("what is overwritten is not BUSY", () => {
	expect(findBrokenInvariant(madeHistory([note(0, "overwritten", 0, 8)]))).toBeUndefined();
	expect(findBrokenInvariant(madeHistory([note(0, "overwritten", 0, BUSY + 8)]))).toBe(
		"P0 overwrites the record at 0, which is still being written",
	);
});
