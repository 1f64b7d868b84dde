import type { Note, NotedExecution } from "../execution/noted-execution.ts";
import { isPointer } from "../execution/value.ts";
import type { RingFacts } from "./ring-facts.ts";

/** A record that was reserved. Positions count from the ring's beginning, without wrapping. */
export interface RingRecord {
	readonly thread: number;
	/** Where its header begins, and where it ends. */
	readonly pos: number;
	readonly end: number;
	/** The payload's bytes as they were asked for. */
	readonly size: number;
	readonly reserved: Note;
	/** Absent if it was never committed. */
	readonly committed?: Note;
	readonly isDiscarded: boolean;
}

/** A record as a consumer saw it. */
export interface Consumed {
	readonly thread: number;
	readonly pos: number;
	/** The header's length, without flags. */
	readonly size: number;
	readonly isDiscarded: boolean;
	readonly note: Note;
	/** Words of its payload: how far from the payload's beginning, and what was read. */
	readonly payload: readonly { readonly at: number; readonly value: bigint }[];
}

/** What an execution did with a ring. */
export interface History {
	readonly execution: NotedExecution;
	readonly ring: RingFacts;
	/** By thread, and then as they were reserved. */
	readonly records: readonly RingRecord[];
	/** By thread, and then as they were consumed. */
	readonly consumed: readonly Consumed[];
	/** The notes of a name. */
	noted(name: string): readonly Note[];
	/** A note's operand as an integer; 0 where it has no meaning. */
	operand(note: Note, index: number): bigint;
	/** A note's operand as a position that counts from the ring's beginning. */
	position(note: Note, index: number): number;
}

const DISCARD = 1n << 30n;

/**
 * How far a position is from the ring's beginning: less than half of what its counter can hold, ahead of it
 * or behind.
 */
export function distanceFromStart(position: bigint, { start, bits }: RingFacts): number {
	return Number(BigInt.asIntN(bits, position - start));
}

/**
 * What the notes of the variants' sources say of an execution.
 * @param execution one of a program that those sources are part of
 */
export function historyOf(execution: NotedExecution, ring: RingFacts): History {
	const operand = (note: Note, index: number): bigint => operandOf(note, index);
	const position = (note: Note, index: number): number => positionOf(note, index, ring);
	return {
		execution,
		ring,
		records: recordsOf(execution.notes, ring),
		consumed: consumedOf(execution.notes, ring),
		noted: (name) => execution.notes.filter((note) => note.name === name),
		operand,
		position,
	};
}

/** Where in the ring a position lies. */
export function offsetOf(pos: number, { size, start }: RingFacts): number {
	const offset = (pos + Number(BigInt.asUintN(32, start))) % size;
	return offset < 0 ? offset + size : offset;
}

/** The records that notes speak of: by thread, and then as they were reserved. */
export function recordsOf(notes: readonly Note[], ring: RingFacts): readonly RingRecord[] {
	const records: RingRecord[] = [];
	for (const note of notes) {
		const { thread } = note;
		if (note.name === "reserved")
			records.push({
				thread,
				pos: positionOf(note, 0, ring),
				end: positionOf(note, 1, ring),
				size: Number(operandOf(note, 2)),
				reserved: note,
				isDiscarded: false,
			});
		else if (note.name === "committed") {
			const offset = Number(operandOf(note, 0)) % ring.size;
			const index = records.findLastIndex(
				(record) =>
					record.thread === thread && record.committed === undefined && offsetOf(record.pos, ring) === offset,
			);
			if (index >= 0)
				records[index] = { ...records[index], committed: note, isDiscarded: operandOf(note, 1) !== 0n };
		}
	}
	return records;
}

function consumedOf(notes: readonly Note[], ring: RingFacts): readonly Consumed[] {
	const consumed: (Consumed & { payload: { at: number; value: bigint }[] })[] = [];
	for (const note of notes) {
		const { thread } = note;
		if (note.name === "consumed") {
			const header = BigInt.asUintN(32, operandOf(note, 1));
			consumed.push({
				thread,
				pos: positionOf(note, 0, ring),
				size: Number(header & (DISCARD - 1n)),
				isDiscarded: (header & DISCARD) !== 0n,
				note,
				payload: [],
			});
		} else if (note.name === "payload") {
			const last = consumed.findLast((one) => one.thread === thread);
			last?.payload.push({ at: Number(operandOf(note, 0)), value: BigInt.asUintN(32, operandOf(note, 1)) });
		}
	}
	return consumed;
}

/** A note's operand as an integer; 0 where it has no meaning. */
function operandOf(note: Note, index: number): bigint {
	const value = note.values[index];
	return value === undefined || isPointer(value) ? 0n : value;
}

/** A note's operand as a position that counts from the ring's beginning. */
export function positionOf(note: Note, index: number, ring: RingFacts): number {
	return distanceFromStart(operandOf(note, index), ring);
}
