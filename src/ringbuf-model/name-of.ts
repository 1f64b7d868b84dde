import type { RingRecord } from "./history.ts";

/** A record as a sentence names it. */
export function nameOf({ thread, pos, end }: RingRecord): string {
	return `P${thread}'s record [${pos}, ${end})`;
}
