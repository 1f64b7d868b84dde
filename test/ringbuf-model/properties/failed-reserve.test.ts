import { expect, test } from "vitest";
import { findTrace } from "../../../src/ringbuf-model/properties/failed-reserve.ts";
import { access, CELLS, dataCell, madeHistory, note } from "./made-history.ts";

const [begin, failed] = [note(0, "reserving", 8), note(0, "reserve_failed", 8)];
const lock = access(0, "W", CELLS.lock);

test("a failed reservation may move pending_pos, and take the lock", () => {
	expect(
		findTrace(madeHistory([begin, lock, access(0, "W", CELLS.pendingPos), lock, failed])),
	).toBeUndefined();
});

test.each([
	["producer_pos", CELLS.producerPos],
	["a header", dataCell(0)],
])("it may not write %s", (_, cell) => {
	expect(findTrace(madeHistory([begin, access(0, "W", cell), failed]))).toBe(
		"P0 fails to reserve 8 bytes, but has written to the ring",
	);
	expect(findTrace(madeHistory([begin, access(0, "R", cell), failed]))).toBeUndefined();
});

test("what came before it, or comes after it, is not its own", () => {
	const write = access(0, "W", dataCell(0));
	expect(findTrace(madeHistory([begin, write, begin, failed, write]))).toBeUndefined();
});

test("what interrupts it counts for itself", () => {
	const [interrupted, resumed] = [note(0, "interrupted"), note(0, "resumed")];
	const write = access(0, "W", dataCell(0));
	expect(
		findTrace(madeHistory([begin, lock, interrupted, begin, write, resumed, lock, failed])),
	).toBeUndefined();
	expect(findTrace(madeHistory([begin, write, interrupted, begin, failed, resumed]))).toBeUndefined();
	expect(findTrace(madeHistory([begin, write, interrupted, begin, lock, resumed, failed]))).toContain(
		"fails",
	);
	expect(findTrace(madeHistory([begin, interrupted, begin, write, failed, resumed]))).toContain("fails");
});
