import type { Execution } from "../execution/execution.ts";
import type { Note } from "../execution/noted-execution.ts";
import { offsetOf, positionOf, type RingRecord, recordsOf } from "./history.ts";
import type { RingFacts } from "./ring-facts.ts";

/** A record with the events that it is made of, as indices into `Execution.events`. */
export interface TracedRecord {
	readonly record: RingRecord;
	/** `A`, `B`, ... in the order of positions; after `Z` comes `AA`. */
	readonly name: string;
	/** The stores by which it comes to be: that of its header, and that of producer_pos. Empty if there are none. */
	readonly shows: readonly number[];
	/** The writes to its header that are its own: the first, and the commit. */
	readonly headers: readonly number[];
	/** The write that commits it. */
	readonly commit?: number;
	/** The reads of its header with which consumers were handed it. */
	readonly handed: readonly number[];
	/** The stores by which records come to be for which it was given up. */
	readonly givenUp: readonly number[];
}

/** The records of an execution of a ring's program, in the order of their positions. */
export function tracedRecords(execution: Execution, ring: RingFacts): readonly TracedRecord[] {
	const { events, notes } = execution;
	const threads: number[][] = [];
	for (const [id, { thread, index }] of events.entries()) {
		if (thread < 0) continue;
		threads[thread] ??= [];
		threads[thread][index] = id;
	}
	const storesTo = (thread: number, cell: number | undefined, from: number, to?: number): number[] =>
		(threads[thread] ?? [])
			.slice(from, to)
			.filter((id) => events[id].kind === "W" && events[id].cell === cell);
	const noted = (name: string, { pos }: RingRecord): Note[] =>
		notes.filter((note) => note.name === name && positionOf(note, 0, ring) === pos);
	const nextReserved = (after: Note): Note | undefined =>
		notes
			.slice(notes.indexOf(after) + 1)
			.find(({ thread, name }) => thread === after.thread && name === "reserved");
	/** What a thread stores where a record's header is, from its reservation on. */
	const headersOf = ({ thread, pos, reserved }: RingRecord, to?: number): number[] =>
		storesTo(thread, ring.cells.data.get(offsetOf(pos, ring)), reserved.position, to);
	const firstOf = (record: RingRecord): number[] =>
		headersOf(record, nextReserved(record.reserved)?.position).slice(0, 1);
	const showsOf = (record: RingRecord): number[] => {
		const { thread, reserved } = record;
		const until = nextReserved(reserved)?.position;
		const position = storesTo(thread, ring.cells.producerPos, reserved.position, until);
		return [...firstOf(record), ...position.slice(0, 1)];
	};

	const records = [...recordsOf(notes, ring)].sort((a, b) => a.pos - b.pos || a.thread - b.thread);
	return records.map((record, at): TracedRecord => {
		const first = firstOf(record);
		const last = record.committed && headersOf(record, record.committed.position).at(-1);
		const isCommit = last !== undefined && last !== first[0];
		return {
			record,
			name: letters(at),
			shows: showsOf(record),
			headers: isCommit ? [...first, last] : first,
			...(isCommit ? { commit: last } : {}),
			handed: noted("consumed", record).flatMap((note) => threads[note.thread][note.position - 1] ?? []),
			givenUp: noted("overwritten", record).flatMap((note) => {
				const next = nextReserved(note);
				return records.filter((other) => other.reserved === next).flatMap(showsOf);
			}),
		};
	});
}

function letters(at: number): string {
	const last = String.fromCharCode("A".charCodeAt(0) + (at % 26));
	return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last;
}
