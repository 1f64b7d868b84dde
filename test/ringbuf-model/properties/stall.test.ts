import { expect, test } from "vitest";
import { findStall } from "../../../src/ringbuf-model/properties/stall.ts";
import { access, CELLS, dataCell, madeHistory, note } from "./made-history.ts";

const noRoom = (cons: number, pend: number, next: number) => note(0, "no_room", cons, pend, next);

test("without room for what is not consumed a reservation fails as it must", () => {
	expect(findStall(madeHistory([noRoom(0, 0, 32)]))).toBeUndefined();
	expect(findStall(madeHistory([noRoom(1, 0, 32)]))).toBe(
		"P0 finds no room up to 32 although all up to 1 was consumed and nothing is being written",
	);
	expect(findStall(madeHistory([noRoom(16, 1, 32)]))).toBeUndefined();
});

test("a record that is being written may hold a reservation back", () => {
	const [reserved, committed] = [note(1, "reserved", 0, 16, 8), note(1, "committed", 0, 0)];
	const failed = noRoom(16, 0, 32);
	expect(findStall(madeHistory([failed, reserved], { known: [[reserved, failed]] }))).toBeUndefined();
	const known = [
		[reserved, failed],
		[committed, failed],
	] as const;
	expect(findStall(madeHistory([failed, reserved, committed], { known }))).toContain("finds no room");
});

const RECORD = [note(1, "reserved", 0, 16, 8), note(1, "committed", 0, 0)];
const look = access(0, "R", dataCell(0));

test("a consumer leaves at the end, or where the header that it has just read is BUSY", () => {
	expect(findStall(madeHistory([note(0, "left", 16, 16), ...RECORD]))).toBeUndefined();
	expect(findStall(madeHistory([look, note(0, "left", 0, 16), ...RECORD]))).toBeUndefined();
	expect(findStall(madeHistory([look, note(0, "left", 0, 16), RECORD[0]]))).toBeUndefined();
});

test("a consumer turns away without a look", () => {
	expect(findStall(madeHistory([note(0, "left", 0, 16), ...RECORD]))).toBe(
		"P0 leaves at 0 although P1's record [0, 16) is committed and producer_pos is 16",
	);
	const other = access(0, "R", CELLS.producerPos);
	expect(findStall(madeHistory([look, other, note(0, "left", 0, 16), ...RECORD]))).toContain("leaves at 0");
});

test("a consumer turns away from what it knows to be committed", () => {
	const left = note(0, "left", 0, 16);
	expect(findStall(madeHistory([look, left, ...RECORD], { known: [[RECORD[1], left]] }))).toContain(
		"leaves at 0",
	);
});
