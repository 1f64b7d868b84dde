import type { Execution } from "../execution/execution.ts";
import type { RingFrame, RingFramePosition, RingFrameRecord } from "../execution/story/ring-frame.ts";
import { isPointer } from "../execution/value.ts";
import { distanceFromStart, offsetOf } from "./history.ts";
import type { RingFacts } from "./ring-facts.ts";
import { type TracedRecord, tracedRecords } from "./traced-record.ts";

const BUSY = 1n << 31n;
const DISCARD = 1n << 30n;
/** Records begin and end at multiples of this. */
const UNIT = 8;

/** Memory at one moment. */
interface Moment {
	/** By cell, the last write to it that has taken effect. */
	readonly last: ReadonlyMap<number, number>;
	/** All events that have taken effect. */
	readonly done: ReadonlySet<number>;
}

/**
 * The ring before the first event of an order takes effect, and after each. Positions and headers are what memory holds then. A
 * record is there as soon as its header is stored, or the producer_pos behind it, whichever is first: what its producer
 * did before, nobody can see. It stays until newer ones have all of its bytes; one that is not committed, or neither consumed nor
 * overwritten, stays for good, for then its bytes were not theirs to take. Costs a look at all records for each event.
 * @param execution one of the ring's program
 * @param order its events but the initial writes, as they take effect: writes to one cell in coherence order
 */
export function ringFrames(
	execution: Execution,
	order: readonly number[],
	ring: RingFacts,
): readonly RingFrame[] {
	const records = tracedRecords(execution, ring);
	const last = new Map<number, number>();
	const done = new Set<number>();
	const apply = (id: number): void => {
		done.add(id);
		const { kind, cell } = execution.events[id];
		if (kind === "W") last.set(cell, id);
	};
	for (const [id, { thread }] of execution.events.entries()) if (thread < 0) apply(id);
	const frames = [frameOf(execution, { last, done }, records, ring)];
	for (const id of order) {
		apply(id);
		frames.push(frameOf(execution, { last, done }, records, ring));
	}
	return frames;
}

function frameOf(
	execution: Execution,
	moment: Moment,
	records: readonly TracedRecord[],
	ring: RingFacts,
): RingFrame {
	const { done } = moment;
	const positions = positionsOf(execution, moment, ring);
	const at = (name: string): number => positions.find((one) => one.name === name)?.at ?? 0;
	const there = records
		.filter(({ shows }) => isAnyOf(shows, done))
		.map((traced): RingFrameRecord => {
			const { record, name, commit, handed, givenUp } = traced;
			return {
				pos: record.pos,
				end: record.end,
				size: record.size,
				thread: record.thread,
				header: headerOf(execution, moment, traced, ring),
				isConsumed: at("consumer_pos") >= record.end || isAnyOf(handed, done),
				isOverwritten: ring.overwrites && (at("overwrite_pos") >= record.end || isAnyOf(givenUp, done)),
				name,
				isCommitted: commit !== undefined && done.has(commit),
			};
		});
	const lockedBy = holderOf(execution, moment, ring);
	return {
		size: ring.size,
		start: offsetOf(0, ring),
		records: there.filter((record) => !isGone(record, there, ring)),
		positions,
		...(lockedBy === undefined ? {} : { lockedBy }),
	};
}

function isAnyOf(events: readonly number[], done: ReadonlySet<number>): boolean {
	return events.some((id) => done.has(id));
}

/** The positions that the ring's variant has; one that has no meaning as a number is left out. */
function positionsOf(execution: Execution, { last }: Moment, ring: RingFacts): readonly RingFramePosition[] {
	const { consumerPos, overwritePos, pendingPos, producerPos } = ring.cells;
	const cells: readonly (readonly [name: string, cell: number])[] = [
		["consumer_pos", consumerPos],
		...(ring.overwrites ? [["overwrite_pos", overwritePos] as const] : []),
		...(ring.keepsPending ? [["pending_pos", pendingPos] as const] : []),
		["producer_pos", producerPos],
	];
	return cells.flatMap(([name, cell]) => {
		const value = execution.values[last.get(cell) ?? -1];
		if (value === undefined || isPointer(value)) return [];
		const at = distanceFromStart(value, ring);
		return [{ name, at, ...(BigInt(at) === value ? {} : { counter: String(value) }) }];
	});
}

/** What memory holds where a record's header is, as far as it is that record's own. */
function headerOf(
	execution: Execution,
	{ last }: Moment,
	{ record, headers }: TracedRecord,
	ring: RingFacts,
): RingFrameRecord["header"] {
	const write = last.get(ring.cells.data.get(offsetOf(record.pos, ring)) ?? -1);
	if (write === undefined || !headers.includes(write)) return "none";
	const value = execution.values[write];
	if (value === undefined || isPointer(value)) return "none";
	if ((value & BUSY) !== 0n) return "busy";
	return (value & DISCARD) === 0n ? "ready" : "discarded";
}

/** The thread that has taken one of the locks of those who reserve, and not given it back. */
function holderOf({ events }: Execution, { last }: Moment, { cells }: RingFacts): number | undefined {
	for (const lock of cells.locks) {
		const write = last.get(lock);
		if (write !== undefined && events[write].tags.includes("LKW")) return events[write].thread;
	}
	return undefined;
}

/** Whether nothing is left of a record, and nobody is wronged by that. */
function isGone(record: RingFrameRecord, all: readonly RingFrameRecord[], ring: RingFacts): boolean {
	if (record.isCommitted !== true || !(record.isConsumed || record.isOverwritten)) return false;
	const taken = new Set(all.filter(({ pos }) => pos > record.pos).flatMap((newer) => unitsOf(newer, ring)));
	return unitsOf(record, ring).every((offset) => taken.has(offset));
}

/** Where in the ring a record's bytes lie, in steps of `UNIT`. */
function unitsOf({ pos, end }: RingFrameRecord, ring: RingFacts): number[] {
	const count = Math.min(Math.ceil((end - pos) / UNIT), ring.size / UNIT);
	return Array.from({ length: Math.max(0, count) }, (_, index) => offsetOf(pos + index * UNIT, ring));
}
