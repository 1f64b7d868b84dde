import { expect, test } from "vitest";
import { findBusyRead } from "../../../src/ringbuf-model/properties/busy-read.ts";
import { madeHistory, note } from "./made-history.ts";

const DISCARD = 1 << 30;
const reserved = note(1, "reserved", 0, 24, 12);
const committed = note(1, "committed", 0, 0);
const consumed = (pos: number, header: number) => note(0, "consumed", pos, header);

test("a committed record may be consumed by who knows of it", () => {
	const seen = consumed(0, 12);
	expect(
		findBusyRead(madeHistory([seen, reserved, committed], { known: [[committed, seen]] })),
	).toBeUndefined();
});

test("a record is not consumed before its commit is known", () => {
	const seen = consumed(0, 12);
	expect(findBusyRead(madeHistory([seen, reserved, committed]))).toBe(
		"P0 consumes 12 bytes at 0, but P1's record [0, 24) is not committed for it yet",
	);
	expect(findBusyRead(madeHistory([seen, reserved]))).toContain("not committed");
});

test("a record begins where one was reserved", () => {
	const seen = consumed(8, 12);
	expect(findBusyRead(madeHistory([seen, reserved, committed], { known: [[committed, seen]] }))).toContain(
		"where no record begins",
	);
});

test.each([
	["size", 11],
	["flag", 12 | DISCARD],
])("a header of another %s is not this record's", (_, header) => {
	const seen = consumed(0, header);
	expect(findBusyRead(madeHistory([seen, reserved, committed], { known: [[committed, seen]] }))).toContain(
		"has another header",
	);
});

test("a discarded record is consumed as one", () => {
	const [seen, end] = [consumed(0, 12 | DISCARD), note(1, "committed", 0, 1)];
	expect(findBusyRead(madeHistory([seen, reserved, end], { known: [[end, seen]] }))).toBeUndefined();
});
