import type { History } from "../history.ts";

const BUSY = 1n << 31n;

/**
 * Under the lock, overwrite_pos <= pending_pos <= producer_pos does not hold, or the positions are more than a ring
 * apart, or overwrite_pos is no record's boundary, or a record is overwritten that is still being written.
 */
export function findBrokenInvariant(history: History): string | undefined {
	const { ring, records, operand, position } = history;
	const boundaries = new Set([0, ...records.flatMap(({ pos, end }) => [pos, end])]);
	for (const note of history.noted("positions")) {
		const [over, pend, prod, next] = [0, 1, 2, 3].map((index) => position(note, index));
		const where = `P${note.thread}: overwrite_pos ${over}, pending_pos ${pend}, producer_pos ${prod}`;
		if (over > pend || pend > prod) return `${where} are not in order`;
		if (prod - over > ring.size - 1 || next - over > ring.size - 1)
			return `${where} are more than the ring apart`;
		if (!boundaries.has(over)) return `${where}: no record begins at overwrite_pos`;
	}
	for (const note of history.noted("overwritten"))
		if ((operand(note, 1) & BUSY) !== 0n)
			return `P${note.thread} overwrites the record at ${position(note, 0)}, which is still being written`;
	return undefined;
}
