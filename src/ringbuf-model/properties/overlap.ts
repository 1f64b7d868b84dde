import type { History, RingRecord } from "../history.ts";
import { nameOf } from "../name-of.ts";

/**
 * Two records that are both being written share a byte, or a record is larger than the ring. The older one is
 * still being written unless its commit can have been known where the other was reserved.
 */
export function findOverlap(history: History): string | undefined {
	const { records, ring } = history;
	for (const record of records)
		if (record.end - record.pos > ring.size)
			return `${nameOf(record)} is larger than the ring of ${ring.size} bytes`;
	for (const one of records)
		for (const other of records)
			if (one !== other && share(one, other, ring.size) && isOpenAt(history, one, other))
				return `${nameOf(one)} is still being written where ${nameOf(other)} is reserved over it`;
	return undefined;
}

/** Whether two records have a byte of the ring in common. */
function share(one: RingRecord, other: RingRecord, size: number): boolean {
	const gap = (((other.pos - one.pos) % size) + size) % size;
	return gap < one.end - one.pos || size - gap < other.end - other.pos;
}

/** Whether `one` may still be open where `other` is reserved, and was not reserved after it. */
function isOpenAt({ execution }: History, one: RingRecord, other: RingRecord): boolean {
	if (execution.isKnownAt(other.reserved, one.reserved)) return false;
	return one.committed === undefined || !execution.isKnownAt(one.committed, other.reserved);
}
