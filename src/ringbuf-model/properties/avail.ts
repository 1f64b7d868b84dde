import type { Note } from "../../execution/noted-execution.ts";
import type { History } from "../history.ts";

/** The first available size that is as a test says, in words. */
function findAvailable(history: History, isWrong: (available: bigint) => boolean): string | undefined {
	const { ring, operand } = history;
	const available = (note: Note): bigint => BigInt.asIntN(ring.bits, operand(note, 3));
	const found = history.noted("avail").find((note) => isWrong(available(note)));
	if (found === undefined) return undefined;
	return `P${found.thread} is told that ${available(found)} bytes are there, of a ring of ${ring.size}`;
}

/** `ringbuf_avail_data_sz` underflows: what was consumed, or is gone, seems to lie ahead of what was produced. */
export function findUnderflow(history: History): string | undefined {
	return findAvailable(history, (available) => available < 0n);
}

/** `ringbuf_avail_data_sz` says that there is more than the ring holds. */
export function findBeyondRing(history: History): string | undefined {
	return findAvailable(history, (available) => available > BigInt(history.ring.size));
}

/** A producer_pos is seen without the overwrite_pos that was stored before it. */
export function findBehind(history: History): string | undefined {
	const { position } = history;
	const stored = history.noted("positions");
	for (const note of history.noted("avail")) {
		const [prod, over] = [position(note, 1), position(note, 2)];
		const before = stored.find((other) => position(other, 3) === prod);
		if (before !== undefined && over < position(before, 0))
			return `P${note.thread} sees producer_pos ${prod}, but overwrite_pos ${over} and not ${position(before, 0)}`;
	}
	return undefined;
}
