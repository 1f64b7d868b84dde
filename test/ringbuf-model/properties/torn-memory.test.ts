import { expect, test } from "vitest";
import { findTornMemory } from "../../../src/ringbuf-model/properties/torn-memory.ts";
import { dataCell, madeHistory, note, type Step } from "./made-history.ts";

const BUSY = 1n << 31n;
const DISCARD = 1n << 30n;
const RECORD = [note(0, "reserved", 0, 24, 12), note(0, "committed", 0, 0)];
const end = (words: readonly (readonly [offset: number, value: bigint])[], ...more: readonly Step[]) =>
	madeHistory([...RECORD, ...more], { final: new Map(words.map(([at, value]) => [dataCell(at), value])) });

test("a committed record holds its size and its words in the end", () => {
	expect(
		findTornMemory(
			end([
				[0, 12n],
				[8, 8n],
				[16, 16n],
			]),
		),
	).toBeUndefined();
});

test("a word is not its own", () => {
	expect(
		findTornMemory(
			end([
				[0, 12n],
				[8, 8n],
				[16, 24n],
			]),
		),
	).toBe("in the end byte 8 of P0's record [0, 24) is 24, which is not its own");
});

test("a header has another size", () => {
	expect(
		findTornMemory(
			end([
				[0, 8n],
				[8, 8n],
				[16, 16n],
			]),
		),
	).toContain("the header of P0's record [0, 24) is 8");
	expect(
		findTornMemory(
			end([
				[0, 12n | BUSY],
				[8, 8n],
				[16, 16n],
			]),
		),
	).toContain("is 2147483660");
});

test("a discarded record is marked as one, and no other", () => {
	const discarded = [RECORD[0], note(0, "committed", 0, 1)];
	const words = (header: bigint) =>
		new Map([
			[dataCell(0), header],
			[dataCell(8), 8n],
			[dataCell(16), 16n],
		]);
	expect(findTornMemory(madeHistory(discarded, { final: words(12n | DISCARD) }))).toBeUndefined();
	expect(findTornMemory(madeHistory(discarded, { final: words(12n) }))).toContain("the header");
	expect(findTornMemory(madeHistory(RECORD, { final: words(12n | DISCARD) }))).toContain("the header");
});

test("what is being written, or was written over, may hold anything", () => {
	expect(findTornMemory(madeHistory([RECORD[0]]))).toBeUndefined();
	expect(findTornMemory(end([], note(1, "reserved", 48, 64, 8)))).toBeUndefined();
	expect(findTornMemory(end([], note(1, "reserved", 24, 32, 0)))).toContain("in the end the header");
});
