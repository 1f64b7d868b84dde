import { expect, test } from "vitest";
import { findUserRingFault } from "../../../src/ringbuf-model/properties/user-ring.ts";
import { access, CELLS, dataCell, madeHistory, note } from "./made-history.ts";

test("what is exposed ends where producing ended, and is no larger than the ring", () => {
	expect(findUserRingFault(madeHistory([note(0, "exposed", 0, 32, 32)]))).toBeUndefined();
	expect(findUserRingFault(madeHistory([note(0, "exposed", 0, 24, 16)]))).toBe(
		"P0 exposes [0, 24), but only up to 16 was produced",
	);
	expect(findUserRingFault(madeHistory([note(0, "exposed", 0, 40, 64)]))).toContain("more than the ring");
});

test("a header is read once a look", () => {
	const look = [access(0, "R", dataCell(0)), note(0, "peeked", 0, 16, 8)];
	const payload = access(0, "R", dataCell(8));
	expect(findUserRingFault(madeHistory([...look, payload, ...look]))).toBeUndefined();
	expect(findUserRingFault(madeHistory([...look, payload, access(0, "R", dataCell(0))]))).toBe(
		"P0 reads the header at 0 twice",
	);
});

test("two drain one after the other", () => {
	const [begin, end, other] = [note(0, "draining"), note(0, "drained"), note(1, "draining")];
	const busy = access(0, "W", CELLS.lock);
	const known = madeHistory([begin, busy, end, other, note(1, "drained")], { known: [[end, other]] });
	expect(findUserRingFault(known)).toBeUndefined();
	expect(findUserRingFault(madeHistory([begin, busy, end, other, note(1, "drained")]))).toBe(
		"P0 and P1 drain the ring at the same time",
	);
});

test("a sample is given to one", () => {
	expect(
		findUserRingFault(madeHistory([note(0, "exposed", 0, 16, 32), note(1, "exposed", 16, 32, 32)])),
	).toBeUndefined();
	expect(findUserRingFault(madeHistory([note(0, "exposed", 0, 16, 32), note(1, "exposed", 0, 16, 32)]))).toBe(
		"the sample at 0 is given to P0 and to P1",
	);
});
