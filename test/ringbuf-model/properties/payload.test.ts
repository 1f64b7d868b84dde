import { expect, test } from "vitest";
import { findRecycled } from "../../../src/ringbuf-model/properties/recycled.ts";
import { findTornPayload } from "../../../src/ringbuf-model/properties/torn-payload.ts";
import { madeHistory, note, type Step } from "./made-history.ts";

/** A record of two words at position 16, whose words are their own positions. */
const read = (first: number | bigint, second: number | bigint, header = 16): readonly Step[] => [
	note(0, "consumed", 16, header),
	note(0, "payload", 0, first),
	note(0, "payload", 8, second),
];

test("a record's own words are no fault", () => {
	const history = madeHistory(read(24, 32));
	expect(findTornPayload(history)).toBeUndefined();
	expect(findRecycled(history)).toBeUndefined();
});

test("what was there before shows through", () => {
	const history = madeHistory(read(24, 0));
	expect(findTornPayload(history)).toBe(
		"P0 accepts the record at 16, but its payload has 0 at byte 8, which is not of this record",
	);
	expect(findRecycled(history)).toBeUndefined();
});

test("a word of the round before is torn, one of the round after is recycled", () => {
	expect(findTornPayload(madeHistory(read(24 - 32 + 64, 32)))).toBeUndefined();
	expect(findRecycled(madeHistory(read(24 + 32, 32)))).toContain("finds 56, of a later round");
	const later = [note(0, "consumed", 48, 8), note(0, "payload", 0, 24)];
	expect(findTornPayload(madeHistory(later))).toContain("has 24 at byte 0");
	expect(findRecycled(madeHistory(later))).toBeUndefined();
});

test("a word that is ahead by less than a round is torn", () => {
	const history = madeHistory(read(24 + 8, 32));
	expect(findTornPayload(history)).toContain("has 32 at byte 0");
	expect(findRecycled(history)).toBeUndefined();
});

test("rounds are told apart across the wrap of a narrow counter", () => {
	const round = (word: number) =>
		madeHistory([note(0, "consumed", 240, 8), note(0, "payload", 0, word)], { bits: 8, start: 240n });
	expect(findTornPayload(round(248))).toBeUndefined();
	expect(findRecycled(round(248))).toBeUndefined();
	expect(findRecycled(round((248 + 32) % 256))).toContain("of a later round");
});

test("the payload of a discarded record is nobody's", () => {
	expect(findTornPayload(madeHistory(read(1, 2, 16 | (1 << 30))))).toBeUndefined();
});
