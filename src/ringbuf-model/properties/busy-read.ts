import type { Consumed, History } from "../history.ts";
import { nameOf } from "../name-of.ts";

/**
 * A record is delivered whose commit cannot have been known there: its header was BUSY, of another round, or
 * no header at all.
 */
export function findBusyRead(history: History): string | undefined {
	for (const seen of history.consumed) {
		const problem = problemOf(history, seen);
		if (problem !== undefined)
			return `P${seen.thread} consumes ${seen.size} bytes at ${seen.pos}, ${problem}`;
	}
	return undefined;
}

function problemOf({ records, execution }: History, seen: Consumed): string | undefined {
	const there = records.filter(({ pos }) => pos === seen.pos);
	if (there.length === 0) return "where no record begins";
	const known = there.filter(
		({ committed }) => committed !== undefined && execution.isKnownAt(committed, seen.note),
	);
	if (known.length === 0) return `but ${nameOf(there[0])} is not committed for it yet`;
	const same = known.some(({ size, isDiscarded }) => size === seen.size && isDiscarded === seen.isDiscarded);
	return same ? undefined : `but ${nameOf(known[0])} has another header`;
}
