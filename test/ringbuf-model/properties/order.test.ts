import { expect, test } from "vitest";
import { findDisorder } from "../../../src/ringbuf-model/properties/order.ts";
import { madeHistory, note, type Step } from "./made-history.ts";

const DISCARD = 1 << 30;
const RECORDS: readonly Step[] = [
	note(1, "reserved", 0, 16, 8),
	note(1, "reserved", 16, 32, 8),
	note(1, "reserved", 32, 48, 8),
	note(1, "committed", 0, 0),
	note(1, "committed", 16, 1),
];
const given = (...seen: readonly (readonly [pos: number, header: number])[]) =>
	madeHistory([...seen.map(([pos, header]) => note(0, "consumed", pos, header)), ...RECORDS]);

test("what was reserved is delivered in order; how far is left open", () => {
	expect(findDisorder(given())).toBeUndefined();
	expect(findDisorder(given([0, 8]))).toBeUndefined();
	expect(findDisorder(given([0, 8], [16, 8 | DISCARD], [32, 8]))).toBeUndefined();
});

test("a discarded record is not delivered", () => {
	expect(findDisorder(given([0, 8], [16, 8]))).toBe("P0 is given the record at 16 where 32 is next");
});

test.each([
	["left out", [[32, 8]], "is given the record at 32 where 0 is next"],
	[
		"twice",
		[
			[0, 8],
			[0, 8],
		],
		"is given the record at 0 where 32 is next",
	],
	[
		"one too many",
		[
			[0, 8],
			[32, 8],
			[48, 8],
		],
		"is given the record at 48 where none is next",
	],
] as const)("a record is %s", (_, seen, problem) => {
	expect(findDisorder(given(...seen))).toContain(problem);
});

test("a ring that overwrites leaves records out", () => {
	expect(
		findDisorder(madeHistory([note(0, "consumed", 32, 8), ...RECORDS], { overwrites: true })),
	).toBeUndefined();
});

test("of two that take turns each is given some, in order", () => {
	const two = (first: number, second: number) =>
		madeHistory([
			note(0, "consumed", 0, 8),
			note(2, "consumed", first, 8),
			note(2, "consumed", second, 8),
			...MORE,
		]);
	const MORE = [...RECORDS, note(1, "reserved", 48, 64, 8)];
	expect(findDisorder(two(32, 48))).toBeUndefined();
	expect(findDisorder(two(48, 32))).toBe("P2 is given the record at 32 where none is next");
	expect(findDisorder(two(16, 32))).toContain("is given the record at 16");
});
