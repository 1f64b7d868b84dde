import type { History, RingRecord } from "../history.ts";
import type { RingFacts } from "../ring-facts.ts";
import { wordOf } from "../word-of.ts";

const LENGTH = (1n << 30n) - 1n;

/** A copy of the ring's content is accepted that holds a word which a later round has written. */
export function findTornSnapshot(history: History): string | undefined {
	const { execution, position, operand } = history;
	for (const accepted of history.noted("accepted")) {
		const before = execution.notes.slice(0, execution.notes.indexOf(accepted));
		const copying = before.findLastIndex(
			({ thread, name }) => thread === accepted.thread && name === "copying",
		);
		for (const note of before.slice(copying + 1)) {
			const [pos, value] = [position(note, 0), BigInt.asUintN(32, operand(note, 1))];
			const later = laterOwner(history, pos, value);
			if (later !== undefined)
				return `P${note.thread} accepts a copy whose word at ${pos} is ${value}, of the record at ${later.pos}`;
		}
	}
	return undefined;
}

/** The record of a later round that a word is of; undefined if it is of the record that the position lies in. */
function laterOwner({ records, ring }: History, pos: number, value: bigint): RingRecord | undefined {
	if (records.some((record) => holds(record, pos, value, ring))) return undefined;
	return records.find((record) => {
		const rounds = Math.ceil((record.pos - pos) / ring.size);
		return rounds > 0 && holds(record, pos + rounds * ring.size, value, ring);
	});
}

/** Whether a record has this word at a position. */
function holds(record: RingRecord, pos: number, value: bigint, ring: RingFacts): boolean {
	if (pos < record.pos || pos >= record.end) return false;
	if (pos === record.pos) return (value & LENGTH) === BigInt(record.size);
	return value === wordOf(pos, ring);
}
