import { expect, test } from "vitest";
import type { RingFrame, RingFrameRecord } from "../../../src/execution/story/ring-frame.ts";
import { ringLine } from "../../../src/report/ring/ring-line.ts";

const record = (name: string, pos: number, more: Partial<RingFrameRecord>): RingFrameRecord => ({
	name,
	pos,
	end: pos + 16,
	size: 8,
	thread: 1,
	header: "busy",
	isConsumed: false,
	isOverwritten: false,
	isCommitted: false,
	...more,
});

const FRAME: RingFrame = {
	size: 64,
	start: 0,
	records: [
		record("A", 0, { header: "ready", isCommitted: true, isConsumed: true }),
		record("B", 16, { thread: 2 }),
		record("C", 32, { header: "discarded", isCommitted: true }),
	],
	positions: [
		{ name: "consumer_pos", at: 16 },
		{ name: "producer_pos", at: 48 },
	],
};

test.each([
	[100, "[A 8 consumed P1] [B 8 BUSY P2] [C 8 DISCARD P1] consumer_pos 16 producer_pos 48"],
	[70, "[A 8 consumed P1] [B 8 BUSY P2] [C 8 DISCARD P1] cons 16 prod 48"],
	[60, "... [B 8 BUSY P2] [C 8 DISCARD P1] cons 16 prod 48"],
	[45, "... [C 8 DISCARD P1] cons 16 prod 48"],
	[25, "... cons 16 prod 48"],
	[10, "cons 16 pr"],
])("in %d columns", (width, line) => {
	expect(ringLine(FRAME, width)).toBe(line);
});

test("without a record", () => {
	expect(ringLine({ ...FRAME, records: [] }, 80)).toBe("empty consumer_pos 16 producer_pos 48");
});
