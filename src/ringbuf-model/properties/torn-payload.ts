import type { History } from "../history.ts";
import { misreads } from "./payload.ts";

/** The payload of an accepted record is not, or not all, that record's: what was there before shows through. */
export function findTornPayload(history: History): string | undefined {
	const found = misreads(history).find(({ isLater }) => !isLater);
	if (found === undefined) return undefined;
	const { seen, at, value } = found;
	return `P${seen.thread} accepts the record at ${seen.pos}, but its payload has ${value} at byte ${at}, which is not of this record`;
}
