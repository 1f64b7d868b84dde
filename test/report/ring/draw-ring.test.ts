import { describe, expect, test } from "vitest";
import type {
	RingFrame,
	RingFramePosition,
	RingFrameRecord,
} from "../../../src/execution/story/ring-frame.ts";
import { drawRing } from "../../../src/report/ring/draw-ring.ts";

/** A record that P0 has reserved, of so many whole bytes. */
function record(
	name: string,
	pos: number,
	end: number,
	header: RingFrameRecord["header"],
	more: Partial<RingFrameRecord> = {},
): RingFrameRecord {
	const isCommitted = header === "ready" || header === "discarded";
	const size = end - pos - 8;
	return {
		name,
		pos,
		end,
		size,
		thread: 0,
		header,
		isCommitted,
		isConsumed: false,
		isOverwritten: false,
		...more,
	};
}

function positions(at: Readonly<Record<string, number>>): RingFramePosition[] {
	return Object.entries(at).map(([name, value]) => ({ name: `${name}_pos`, at: value }));
}

function frame(size: number, records: RingFrameRecord[], at: Readonly<Record<string, number>>): RingFrame {
	return { size, start: 0, records, positions: positions(at) };
}

describe("a small ring is drawn to scale", () => {
	test("without a record, all positions at one place", () => {
		expect(drawRing(frame(32, [], { consumer: 0, pending: 0, producer: 0 }), 80)).toEqual([
			"ring of 32 bytes",
			"0                                                                      32",
			"+-----------------------------------------------------------------------+",
			"|                                                                       |",
			"|                                                                       |",
			"|                                                                       |",
			"+-----------------------------------------------------------------------+",
			"^",
			"consumer_pos 0",
			"pending_pos 0",
			"producer_pos 0",
		]);
	});

	test("16 bytes, the lock taken, another origin, and a record that is as large as the ring and wraps", () => {
		const wrapped: RingFrame = {
			size: 16,
			start: 8,
			records: [record("A", 0, 16, "busy")],
			positions: [
				{ name: "consumer_pos", at: 0, counter: "248" },
				{ name: "producer_pos", at: 16, counter: "8" },
			],
			lockedBy: 1,
		};
		expect(drawRing(wrapped, 80)).toEqual([
			"ring of 16 bytes, position 0 at byte 8, locked by P1",
			"0                 8                16",
			"+-----------------+-----------------+",
			"| A of P0         | A of P0         |",
			"| end             | begin           |",
			"| BUSY            | 8 bytes         |",
			"|                 | BUSY            |",
			"+-----------------+-----------------+",
			"                  ^",
			"                  consumer_pos 0 (holds 248)",
			"                  producer_pos 16 (holds 8)",
		]);
	});

	test("what has become of records, and positions within one", () => {
		const records = [
			record("A", 0, 16, "ready", { isConsumed: true }),
			record("B", 16, 24, "discarded", { thread: 1 }),
			record("C", 24, 32, "none", { thread: 2 }),
		];
		expect(drawRing(frame(64, records, { consumer: 12, producer: 24 }), 80)).toEqual([
			"ring of 64 bytes",
			"0                         16           24           32                       64",
			"+-------------------------+------------+------------+-------------------------+",
			"| A of P0                 | B of P1    | C of P2    |                         |",
			"| 8 bytes                 | 0 bytes    | 0 bytes    |                         |",
			"| consumed                | DISCARD    | no header  |                         |",
			"+-------------------------+------------+------------+-------------------------+",
			"                    ^                  ^",
			"                    consumer_pos 12    producer_pos 24",
		]);
	});

	test("every record keeps its place where the words are short", () => {
		const records = [record("A", 0, 8, "ready"), record("B", 8, 16, "busy", { thread: 1 })];
		expect(drawRing(frame(64, records, { consumer: 0, pending: 8, producer: 16 }), 80)).toEqual([
			"ring of 64 bytes",
			"0        8        16                                                   64",
			"+--------+--------+-----------------------------------------------------+",
			"| A of P0| B of P1|                                                     |",
			"| 0 bytes| 0 bytes|                                                     |",
			"| ready  | BUSY   |                                                     |",
			"+--------+--------+-----------------------------------------------------+",
			"^        ^        ^",
			"|        |        producer_pos 16",
			"|        pending_pos 8",
			"consumer_pos 0",
		]);
	});
});

describe("records over each other", () => {
	test("both are being written", () => {
		const records = [record("A", 0, 24, "none"), record("B", 24, 40, "busy", { thread: 1 })];
		expect(drawRing(frame(32, records, { consumer: 16, producer: 40 }), 80)).toEqual([
			"ring of 32 bytes",
			"0                 8                                   24               32",
			"+-----------------+-----------------------------------+-----------------+",
			"| OVERLAP:        | A of P0                           | B of P1         |",
			"| A header lost   | end                               | begin           |",
			"| B BUSY          | header lost                       | 8 bytes         |",
			"|                 |                                   | BUSY            |",
			"+-----------------+-----------------------------------+-----------------+",
			"                  ^                 ^",
			"                  producer_pos 40   consumer_pos 16",
		]);
	});

	test("a record that is larger than the ring", () => {
		expect(drawRing(frame(16, [record("A", 0, 24, "busy")], { consumer: 8, producer: 24 }), 80)).toEqual([
			"ring of 16 bytes",
			"0                 8                16",
			"+-----------------+-----------------+",
			"| OVERLAP:        | A of P0         |",
			"| A over itself   | middle          |",
			"| BUSY            | BUSY            |",
			"+-----------------+-----------------+",
			"                  ^",
			"                  consumer_pos 8",
			"                  producer_pos 24",
		]);
	});

	test("one record has all of another's bytes", () => {
		const records = [record("A", 0, 16, "none"), record("B", 32, 48, "busy", { thread: 1 })];
		expect(drawRing(frame(32, records, { producer: 48 }), 80).slice(2, 7)).toEqual([
			"+-----------------------------------+-----------------------------------+",
			"| OVERLAP:                          |                                   |",
			"| A of P0 header lost               |                                   |",
			"| B of P1 BUSY                      |                                   |",
			"+-----------------------------------+-----------------------------------+",
		]);
	});

	test("a consumed record gives way without a word", () => {
		const records = [
			record("A", 0, 24, "ready", { isConsumed: true }),
			record("B", 24, 48, "busy", { thread: 1 }),
		];
		expect(drawRing(frame(32, records, { consumer: 24, producer: 48 }), 80)).toEqual([
			"ring of 32 bytes",
			"0                                   16                24               32",
			"+-----------------------------------+-----------------+-----------------+",
			"| B of P1                           | A of P0         | B of P1         |",
			"| end                               | end             | begin           |",
			"| BUSY                              | consumed        | 16 bytes        |",
			"|                                   |                 | BUSY            |",
			"+-----------------------------------+-----------------+-----------------+",
			"                                    ^                 ^",
			"                                    producer_pos 48   consumer_pos 24",
		]);
	});
});

describe("a large ring is drawn as far as it is used", () => {
	test("three records of a page", () => {
		const records = [
			record("A", 0, 24, "busy"),
			record("B", 24, 48, "discarded"),
			record("C", 48, 72, "ready"),
		];
		expect(drawRing(frame(4096, records, { consumer: 0, pending: 0, producer: 72 }), 80)).toEqual([
			"ring of 4096 bytes",
			"0                  24                 48                 72              4096",
			"+------------------+------------------+------------------+------------------+",
			"| A of P0          | B of P0          | C of P0          |                  |",
			"| 16 bytes         | 16 bytes         | 16 bytes         |                  |",
			"| BUSY             | DISCARD          | ready            |                  |",
			"+------------------+------------------+------------------+------------------+",
			"^                                                        ^",
			"consumer_pos 0                                           producer_pos 72",
			"pending_pos 0",
		]);
	});

	test("labels near the right margin end below their arrows", () => {
		const records = [record("A", 65528, 105528, "busy"), record("B", 105528, 105544, "ready")];
		const at = { consumer: 65528, pending: 65528, producer: 105544 };
		expect(drawRing(frame(65536, records, at), 80)).toEqual([
			"ring of 65536 bytes",
			"0                                 39992    40008                 65528    65536",
			"+---------------------------------+--------+---------------------+------------+",
			"| A of P0                         | B of P0|                     | A of P0    |",
			"| end                             | 8 bytes|                     | begin      |",
			"| BUSY                            | ready  |                     | 39992 bytes|",
			"|                                 |        |                     | BUSY       |",
			"+---------------------------------+--------+---------------------+------------+",
			"                                           ^                     ^",
			"                                           producer_pos 105544   |",
			"                                                consumer_pos 65528",
			"                                                 pending_pos 65528",
		]);
	});

	test("more records than have room beside each other", () => {
		const records = Array.from({ length: 7 }, (_, at) =>
			record(String.fromCharCode(65 + at), 8 * at, 8 * at + 8, at % 2 === 0 ? "ready" : "busy", {
				thread: at % 2,
			}),
		);
		expect(drawRing(frame(128, records, { consumer: 0, producer: 56 }), 40)).toEqual([
			"ring of 128 bytes",
			"0        8        16       24      32",
			"+--------+--------+--------+--------+",
			"| A of P0| B of P1| C of P0| D of P1|",
			"| 0 bytes| 0 bytes| 0 bytes| 0 bytes|",
			"| ready  | BUSY   | ready  | BUSY   |",
			"+--------+--------+--------+--------+",
			"^",
			"consumer_pos 0",
			"32       40       48       56     128",
			"+--------+--------+--------+--------+",
			"| E of P0| F of P1| G of P0|        |",
			"| 0 bytes| 0 bytes| 0 bytes|        |",
			"| ready  | BUSY   | ready  |        |",
			"+--------+--------+--------+--------+",
			"                           ^",
			"             producer_pos 56",
		]);
	});
});

test("a record without a name is called by its position", () => {
	const { name, ...nameless } = record("A", 8, 16, "busy");
	expect(name).toBe("A");
	expect(drawRing(frame(16, [nameless], {}), 40)).toContain("|                 | at 8 of P0      |");
});
