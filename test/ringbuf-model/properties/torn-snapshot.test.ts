import { expect, test } from "vitest";
import { findTornSnapshot } from "../../../src/ringbuf-model/properties/torn-snapshot.ts";
import { madeHistory, note, type Step } from "./made-history.ts";

/** Two records of which the second lies where the first was. */
const RECORDS = [note(1, "reserved", 0, 16, 8), note(1, "reserved", 32, 56, 16)];
const copy = (header: number, word: number, ...end: readonly Step[]) =>
	madeHistory(
		[note(0, "copying", 0, 16), note(0, "copied", 0, header), note(0, "copied", 8, word), ...end, ...RECORDS],
		{ overwrites: true },
	);
const accepted = note(0, "accepted");

test("a copy of the record itself may be accepted", () => {
	expect(findTornSnapshot(copy(8, 8, accepted))).toBeUndefined();
});

test("a copy with a word of the next round may not", () => {
	expect(findTornSnapshot(copy(8, 40, accepted))).toBe(
		"P0 accepts a copy whose word at 8 is 40, of the record at 32",
	);
	expect(findTornSnapshot(copy(16, 8, accepted))).toContain("whose word at 0 is 16");
});

test("it may be made, as long as it is thrown away", () => {
	expect(findTornSnapshot(copy(8, 40))).toBeUndefined();
	const again = [note(0, "copying", 0, 16), note(0, "copied", 0, 8), note(0, "copied", 8, 8), accepted];
	expect(findTornSnapshot(copy(8, 40, ...again))).toBeUndefined();
});
