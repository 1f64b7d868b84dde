import type { CandidateEvent } from "./candidate.ts";

/**
 * Whether a read may read from a write by the rules of locks, which hold whatever the model says. An LKR
 * reads from the initial write or an unlock, but not from one that its own thread makes later. An LF and
 * an RL read from the taking of the lock: inside a critical section of their own thread from that one,
 * else from another thread's. An RU reads from the initial write or an unlock, of its own thread an earlier one.
 *
 * @param events the events of one cell, each thread's in program order
 */
export function lockAllows(events: readonly CandidateEvent[], write: number, read: number): boolean {
	const { tags, thread } = events[read];
	const source = events[write].tags;
	const isOwn = events[write].thread === thread;
	const ownBefore = events.slice(0, read).filter((event) => event.thread === thread);
	const isFree = source.includes("IW") || source.includes("UL");
	if (tags.includes("LKR")) return isFree && !(isOwn && write > read);
	if (tags.includes("LF") || tags.includes("RL")) {
		const last = ownBefore.findLast(({ kind }) => kind === "W");
		return last?.tags.includes("LKW") ? events[write] === last : source.includes("LKW") && !isOwn;
	}
	if (!tags.includes("RU")) return true;
	return isFree && !(isOwn && write > read);
}
