import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import type { RingFrame } from "../../src/execution/story/ring-frame.ts";
import { drawRing } from "../../src/report/ring/draw-ring.ts";
import { ringLine } from "../../src/report/ring/ring-line.ts";
import {
	type Configuration,
	DEFAULT_CONFIGURATION,
	type RecordPlan,
	submitted,
} from "../../src/ringbuf-model/configuration.ts";
import { BUSY_CLEARED_BY_SET, CONSUMER_POS_ONCE } from "../../src/ringbuf-model/edits.ts";
import { factsOf } from "../../src/ringbuf-model/facts-of.ts";
import { offsetOf } from "../../src/ringbuf-model/history.ts";
import { ringFrames } from "../../src/ringbuf-model/ring-frames.ts";
import { VARIANTS, variantNamed } from "../../src/ringbuf-model/variants.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { linearOrder } from "./linear-order.ts";
import { loadDiagrams, STEPS } from "./overwrite-diagrams.ts";
import { type Witnessed, witnessOf } from "./witness-of.ts";

const TINY: Configuration = { ...DEFAULT_CONFIGURATION, tiny: true, size: 32, producers: 1 };

/** The lines of a ring that changes, one for each state that it goes through. */
function linesOf(frames: readonly RingFrame[]): string[] {
	const lines = frames.map((frame) => {
		const lock = frame.lockedBy === undefined ? "" : ` locked by P${frame.lockedBy}`;
		return `${ringLine(frame, 200)}${lock}`;
	});
	return lines.filter((line, at) => line !== lines[at - 1]);
}

function witnessed(configuration: Configuration, property: string): Witnessed {
	const found = witnessOf(configuration, property);
	if (found === undefined) throw new Error(`${property} does not happen`);
	return found;
}

test("a record appears with its header, is consumed where a consumer reads that, and its space is used again", () => {
	const { frames } = witnessed(
		{ ...TINY, records: [submitted(16), submitted(16)], edits: [CONSUMER_POS_ONCE] },
		"recycled",
	);
	const at = (cons: number, pend: number, prod: number): string =>
		`consumer_pos ${cons} pending_pos ${pend} producer_pos ${prod}`;
	expect(linesOf(frames)).toEqual([
		`empty ${at(0, 0, 0)}`,
		`empty ${at(0, 0, 0)} locked by P1`,
		`[A 16 BUSY P1] ${at(0, 0, 0)} locked by P1`,
		`[A 16 BUSY P1] ${at(0, 0, 24)} locked by P1`,
		`[A 16 BUSY P1] ${at(0, 0, 24)}`,
		`[A 16 ready P1] ${at(0, 0, 24)}`,
		`[A 16 consumed P1] ${at(0, 0, 24)}`,
		`[A 16 consumed P1] ${at(24, 0, 24)}`,
		`[A 16 consumed P1] ${at(24, 0, 24)} locked by P1`,
		`[A 16 consumed P1] ${at(24, 24, 24)} locked by P1`,
		`[A 16 consumed P1] [B 16 BUSY P1] ${at(24, 24, 24)} locked by P1`,
		`[A 16 consumed P1] [B 16 BUSY P1] ${at(24, 24, 48)} locked by P1`,
		`[A 16 consumed P1] [B 16 BUSY P1] ${at(24, 24, 48)}`,
		`[A 16 consumed P1] [B 16 ready P1] ${at(24, 24, 48)}`,
	]);
});

test("a record that is reserved over another takes its header away, and the other stays in sight", () => {
	const { frames } = witnessed(
		{
			...TINY,
			variant: "v5.8",
			consumers: 0,
			hostile: true,
			records: [{ ...submitted(16), end: "hold" }, submitted(8)],
		},
		"overlap",
	);
	const last = frames.at(-1);
	expect(
		last?.records.map(({ name, pos, end, header, isCommitted }) => [name, pos, end, header, isCommitted]),
	).toEqual([
		["A", 0, 24, "none", false],
		["B", 24, 40, "ready", true],
	]);
	expect(last && drawRing(last, 80)).toEqual([
		"ring of 32 bytes",
		"0                 8                                   24               32",
		"+-----------------+-----------------------------------+-----------------+",
		"| OVERLAP:        | A of P0                           | B of P0         |",
		"| A header lost   | end                               | begin           |",
		"| B ready         | header lost                       | 8 bytes         |",
		"|                 |                                   | ready           |",
		"+-----------------+-----------------------------------+-----------------+",
		"                  ^                 ^",
		"                  producer_pos 40   consumer_pos 16",
	]);
	// Before that nothing overlaps.
	const first = frames.findIndex((frame) => frame.records.length === 2);
	expect(drawRing(frames[first - 1], 80).join("\n")).not.toContain("OVERLAP");
	expect(frames[first].records.map(({ header }) => header)).toEqual(["busy", "busy"]);
});

test("a record whose header takes effect late appears with producer_pos", () => {
	const found = witnessOf({ ...TINY, variant: "v5.8", consumers: 0 }, 0);
	if (found === undefined) throw new Error("there is no execution");
	const { execution, order, ring } = found;
	const header = order.find(
		(id) => ring.program.cells[execution.events[id].cell]?.name === "ringbuf.data[0]",
	);
	const producer = order.find(
		(id) => execution.events[id].cell === ring.facts.cells.producerPos && execution.events[id].kind === "W",
	);
	const late = order.flatMap((id) => (id === header ? [] : id === producer ? [id, header ?? -1] : [id]));
	expect(linesOf(ringFrames(execution, late, ring.facts))).toEqual([
		"empty consumer_pos 0 producer_pos 0",
		"empty consumer_pos 0 producer_pos 0 locked by P0",
		"[A 8 no header P0] consumer_pos 0 producer_pos 16 locked by P0",
		"[A 8 BUSY P0] consumer_pos 0 producer_pos 16 locked by P0",
		"[A 8 BUSY P0] consumer_pos 0 producer_pos 16",
		"[A 8 ready P0] consumer_pos 0 producer_pos 16",
	]);
});

test("a record is overwritten as soon as the one is there that it was given up for, overwrite_pos or not", () => {
	const found = witnessOf(
		{ ...TINY, variant: "overwrite", size: 16, consumers: 0, records: [submitted(0), submitted(0)] },
		0,
	);
	if (found === undefined) throw new Error("there is no execution");
	const { execution, order, ring } = found;
	const isOver = (id: number): boolean =>
		execution.events[id].cell === ring.facts.cells.overwritePos && execution.events[id].kind === "W";
	const late = [...order.filter((id) => !isOver(id)), ...order.filter(isOver)];
	const told = linesOf(ringFrames(execution, late, ring.facts)).filter((line) => line.includes("B"));
	expect(told.length).toBeGreaterThan(0);
	expect(told.filter((line) => line.includes("A 0 ready"))).toEqual([]);
	expect(told.at(-1)).toBe(
		"[A 0 overwritten P0] [B 0 ready P0] consumer_pos 0 overwrite_pos 8 pending_pos 8 producer_pos 16",
	);
});

test("counters that do not begin at 0, and wrap", () => {
	const { frames } = witnessed({ ...TINY, bits: 8, start: 240n, variant: "v5.8" }, "wrap");
	const last = frames.at(-1);
	expect(last?.start).toBe(16);
	expect(last?.positions).toEqual([
		{ name: "consumer_pos", at: 0, counter: "240" },
		{ name: "producer_pos", at: 16, counter: "0" },
	]);
	expect(last?.records).toMatchObject([{ pos: 0, end: 16, header: "ready", isConsumed: false }]);
});

test("the user ring: user space produces under its own lock, and the kernel drains", () => {
	const { frames } = witnessed(
		{ ...TINY, variant: "user-v4", consumers: 2, edits: [BUSY_CLEARED_BY_SET] },
		"user-ring",
	);
	const at = (cons: number, prod: number): string => `consumer_pos ${cons} producer_pos ${prod}`;
	expect(linesOf(frames)).toEqual([
		`empty ${at(0, 0)}`,
		`empty ${at(0, 0)} locked by P2`,
		`[A 8 BUSY P2] ${at(0, 0)} locked by P2`,
		`[A 8 BUSY P2] ${at(0, 16)} locked by P2`,
		`[A 8 BUSY P2] ${at(0, 16)}`,
		`[A 8 ready P2] ${at(0, 16)}`,
		`[A 8 consumed P2] ${at(0, 16)}`,
		`[A 8 consumed P2] ${at(16, 16)}`,
	]);
});

test("a discarded record is passed over without being handed to anybody", () => {
	const records: RecordPlan[] = [{ size: 8, end: "discard", wakeup: "adaptive" }];
	const lines = [0, 1, 2, 3].flatMap((skipped) =>
		linesOf(witnessOf({ ...TINY, variant: "user-v4", records }, skipped)?.frames ?? []),
	);
	expect(lines).toContain("[A 8 DISCARD P1] consumer_pos 0 producer_pos 16");
	expect(lines).toContain("[A 8 DISCARD consumed P1] consumer_pos 16 producer_pos 16");
});

test("the nine steps of overwriting, drawn", () => {
	const variant = variantNamed("overwrite");
	if (variant === undefined) throw new Error("there is no such variant");
	const program = loadDiagrams(variant.file);
	const verdict = check(
		{ ...program, properties: [{ name: "any", kind: "noted", happens: () => true }] },
		shippedModel("lkmm"),
		{ unroll: 16, stopWhenDecided: true },
	);
	const execution = verdict.properties[0].witness;
	if (execution === undefined) throw new Error("there is no execution");
	const ring = factsOf(program, { ...DEFAULT_CONFIGURATION, size: 4096 }, variant);
	const frames = ringFrames(execution, linearOrder(execution), ring);
	const looks = execution.notes.filter(({ name }) => name === "looked");
	const seen = looks.map(({ position }) => frames[position]);

	const at = (frame: RingFrame, name: string): number | undefined =>
		frame.positions.find((one) => one.name === name)?.at;
	expect(
		seen.map((frame, step) => [
			step + 1,
			...["producer", "overwrite", "pending"].map((name) => at(frame, `${name}_pos`)),
		]),
	).toEqual(STEPS.map(([step, prod, over, pend]) => [step, prod, over, pend]));
	const named = (frame: RingFrame, header: string): string =>
		frame.records.flatMap((record) => (record.header === header ? [record.name] : [])).join("");
	// A, which is done, is gone as soon as D has all of its bytes.
	expect(seen.map((frame) => [named(frame, "busy"), named(frame, "ready")])).toEqual([
		["", ""],
		["A", ""],
		["AB", ""],
		["ABC", ""],
		["BC", "A"],
		["C", "AB"],
		["CD", "B"],
		["CD", "B"],
		["", "BCD"],
	]);
	expect(
		seen.map((frame) => frame.records.filter(({ isOverwritten }) => isOverwritten).map(({ name }) => name)),
	).toEqual([[], [], [], [], [], [], ["B"], ["B"], ["B"]]);
	expect(drawRing(seen[6], 80)).toEqual([
		"ring of 4096 bytes",
		"0                 1024         1536                                3584     4096",
		"+-----------------+------------+-----------------------------------+-----------+",
		"| D of P0         | B of P0    | C of P0                           | D of P0   |",
		"| end             | end        | 2040 bytes                        | begin     |",
		"| BUSY            | overwritten| BUSY                              | 1528 bytes|",
		"|                 |            |                                   | BUSY      |",
		"+-----------------+------------+-----------------------------------+-----------+",
		"^                 ^            ^",
		"consumer_pos 0    |            overwrite_pos 1536",
		"                  |            pending_pos 1536",
		"                  producer_pos 5120",
	]);
	expect(ringLine(seen[8], 120)).toBe(
		"[B 1016 overwritten P0] [C 2040 ready P0] [D 1528 ready P0] cons 0 over 1536 pend 5120 prod 5120",
	);
});

/** Small rings of all variants in which nothing is wrong. */
const configurations = fc
	.record({
		variant: fc.constantFrom(...VARIANTS),
		size: fc.constantFrom(32, 64),
		bits: fc.constantFrom(8 as const, 64 as const),
		start: fc.integer({ min: 0, max: 15 }).map((units) => BigInt(8 * units)),
		consumers: fc.integer({ min: 0, max: 1 }),
		records: fc.array(
			fc.record({
				size: fc.integer({ min: 0, max: 16 }),
				end: fc.constantFrom("submit" as const, "discard" as const),
				wakeup: fc.constantFrom("adaptive" as const, "none" as const),
			}),
			{ minLength: 1, maxLength: 2 },
		),
		isHeld: fc.boolean(),
		skipped: fc.integer({ min: 0, max: 6 }),
	})
	.map(({ variant, records, isHeld, skipped, ...rest }) => {
		const isKernel = variant.side === "kernel";
		const plans: RecordPlan[] = records.map((plan, index) =>
			isHeld && isKernel && index === records.length - 1 ? { ...plan, end: "hold" } : plan,
		);
		const configuration: Configuration = { ...TINY, ...rest, variant: variant.name, records: plans };
		return { configuration, skipped };
	});

test("at every step the frame is what memory holds, and can be drawn at any width", () => {
	fc.assert(
		fc.property(configurations, ({ configuration, skipped }) => {
			const found = witnessOf(configuration, skipped) ?? witnessOf(configuration, 0);
			if (found === undefined) throw new Error("there is no execution");
			const { execution, order, frames, ring } = found;
			expect(frames).toHaveLength(order.length + 1);
			for (const [taken, frame] of frames.entries()) {
				const done = new Set(order.slice(0, taken));
				const held = (cell: number): bigint => {
					const write = execution.co[cell].findLast((id) => done.has(id) || execution.events[id].thread < 0);
					const value = execution.values[write ?? -1];
					return typeof value === "bigint" ? value : -1n;
				};
				const cellOf = (name: string): number =>
					ring.program.cells.findIndex((cell) => cell.name === `ringbuf.${name}`);
				for (const { name, at, counter } of frame.positions) {
					expect(BigInt(counter ?? at)).toBe(held(cellOf(name)));
					expect(BigInt.asUintN(configuration.bits, configuration.start + BigInt(at))).toBe(
						held(cellOf(name)),
					);
				}
				for (const record of frame.records) {
					const word = held(ring.facts.cells.data.get(offsetOf(record.pos, ring.facts)) ?? -1);
					if (record.header === "busy") expect(word).toBe(BigInt(record.size) + 2n ** 31n);
					if (record.header === "ready") expect(word).toBe(BigInt(record.size));
					if (record.header === "discarded") expect(word).toBe(BigInt(record.size) + 2n ** 30n);
				}
				for (const width of [40, 57, 80, 120]) {
					const lines = [...drawRing(frame, width), ringLine(frame, width)];
					expect(lines.filter((line) => line.length > width || /[^ -~]/.test(line))).toEqual([]);
					expect(lines.join("\n")).not.toContain("OVERLAP");
					for (const { name, at } of frame.positions) expect(lines.join("\n")).toContain(`${name} ${at}`);
				}
			}
			expect(frames[0].records).toEqual([]);
		}),
		{ numRuns: 25 },
	);
}, 120_000);
