import { expect, test } from "vitest";
import { findLostWakeup } from "../../../src/ringbuf-model/properties/lost-wakeup.ts";
import { CELLS, madeHistory, note } from "./made-history.ts";

const RECORD = [note(1, "reserved", 16, 32, 8), note(1, "committed", 16, 0)];
const at = (position: bigint) => new Map([[CELLS.consumerPos, position]]);
const asleep = note(0, "asleep", 0);

test("a consumer sleeps where a committed record waits", () => {
	expect(findLostWakeup(madeHistory([asleep, ...RECORD], { final: at(16n) }))).toBe(
		"P0 sleeps at 16 although P1's record [16, 32) is committed, and nothing will wake it",
	);
});

test("a record that is still being written wakes nobody yet", () => {
	expect(findLostWakeup(madeHistory([asleep, RECORD[0]], { final: at(16n) }))).toBeUndefined();
});

test("who has consumed all, or who is awake, has lost nothing", () => {
	expect(findLostWakeup(madeHistory([asleep, ...RECORD], { final: at(32n) }))).toBeUndefined();
	expect(findLostWakeup(madeHistory(RECORD, { final: at(16n) }))).toBeUndefined();
});

test("positions are counted from where they begin", () => {
	const record = [note(1, "reserved", 0, 16, 8), note(1, "committed", 0, 0)];
	const history = (consumer: bigint) =>
		madeHistory([asleep, ...record], { bits: 8, start: 240n, final: at(consumer) });
	expect(findLostWakeup(history(0n))).toContain("P0 sleeps at 16");
	expect(findLostWakeup(history(240n))).toBeUndefined();
});
