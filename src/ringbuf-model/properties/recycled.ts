import type { History } from "../history.ts";
import { misreads } from "./payload.ts";

/** A payload is read that a later round has written: the space was given back too early. */
export function findRecycled(history: History): string | undefined {
	const found = misreads(history).find(({ isLater }) => isLater);
	if (found === undefined) return undefined;
	const { seen, at, value } = found;
	return `P${seen.thread} reads byte ${at} of the record at ${seen.pos} and finds ${value}, of a later round`;
}
