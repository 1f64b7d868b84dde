import { isPointer } from "../../execution/value.ts";
import { type History, offsetOf, type RingRecord } from "../history.ts";
import { nameOf } from "../name-of.ts";
import { wordOf } from "../word-of.ts";

const HEADER = 8;
const DISCARD = 1n << 30n;

/** In the end the ring does not hold what was written into a committed record that nobody has written over. */
export function findTornMemory(history: History): string | undefined {
	const { records, ring } = history;
	for (const record of records) {
		if (
			record.committed === undefined ||
			records.some((other) => other.pos > record.pos && reaches(other, record, ring.size))
		)
			continue;
		const header = wordAt(history, record.pos);
		if (header !== undefined && header !== (BigInt(record.size) | (record.isDiscarded ? DISCARD : 0n)))
			return `in the end the header of ${nameOf(record)} is ${header}`;
		for (let at = record.pos + HEADER; at < record.pos + HEADER + record.size; at += 8) {
			const value = wordAt(history, at);
			if (value !== undefined && value !== wordOf(at, ring))
				return `in the end byte ${at - record.pos - HEADER} of ${nameOf(record)} is ${value}, which is not its own`;
		}
	}
	return undefined;
}

/** Whether a later record takes some of another's bytes. */
function reaches(later: RingRecord, record: RingRecord, size: number): boolean {
	const gap = (((later.pos - record.pos) % size) + size) % size;
	return gap < record.end - record.pos || size - gap < later.end - later.pos;
}

function wordAt({ execution, ring }: History, pos: number): bigint | undefined {
	const cell = ring.cells.data.get(offsetOf(pos, ring));
	const value = cell === undefined ? undefined : execution.final(cell);
	return value === undefined || isPointer(value) ? undefined : BigInt.asUintN(32, value);
}
