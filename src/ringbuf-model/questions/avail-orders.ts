import type { Configuration, Edit } from "../configuration.ts";
import { OVERWRITTEN } from "./rings.ts";

const OVER = "	over_pos = smp_load_acquire(&rb->overwrite_pos);\n";
const PROD = "	prod_pos = smp_load_acquire(&rb->producer_pos);\n";
const COMMENT = "	/* Before producer_pos, which only grows: it cannot come out behind. */\n";

/** overwrite_pos is read by some primitive, before or after producer_pos. */
export function readOverwritePos(read: string, isBefore: boolean): Edit {
	const over = `	over_pos = ${read};\n`;
	return { file: "avail-overwrite.h", from: COMMENT + OVER + PROD, to: isBefore ? over + PROD : PROD + over };
}

/** How overwrite_pos can be read beside producer_pos: four ways, by name. */
export const AVAIL_ORDERS: ReadonlyMap<string, Edit> = new Map([
	["acquire, before producer_pos", readOverwritePos("smp_load_acquire(&rb->overwrite_pos)", true)],
	["READ_ONCE, before producer_pos", readOverwritePos("READ_ONCE(rb->overwrite_pos)", true)],
	["acquire, after producer_pos", readOverwritePos("smp_load_acquire(&rb->overwrite_pos)", false)],
	["READ_ONCE, after producer_pos", readOverwritePos("READ_ONCE(rb->overwrite_pos)", false)],
]);

/** What is there is bounded by the ring's size. */
export const BOUNDED: Edit = {
	file: "avail-overwrite.h",
	from: "avail = prod_pos - max(cons_pos, over_pos)",
	to: "avail = min(prod_pos - max(cons_pos, over_pos), rb->mask + 1)",
};

/** An overwritten ring beside one process that asks how much there is to read, with changes. */
export function askedInOrder(edits: readonly Edit[]): Configuration {
	return { ...OVERWRITTEN, queries: 1, edits };
}
