import type { Configuration, Edit } from "../configuration.ts";
import { OVERWRITTEN } from "./rings.ts";

const BODY = `	over_pos = smp_load_acquire(&rb->overwrite_pos);
	prod_pos = smp_load_acquire(&rb->producer_pos);
`;
const COMMENT = "	/* Before producer_pos, which only grows: it cannot come out behind. */\n";

/** How overwrite_pos can be read beside producer_pos: four ways, by name. */
export const AVAIL_ORDERS: ReadonlyMap<string, Edit> = new Map(
	[
		["acquire, before producer_pos", "smp_load_acquire(&rb->overwrite_pos)", true],
		["READ_ONCE, before producer_pos", "READ_ONCE(rb->overwrite_pos)", true],
		["acquire, after producer_pos", "smp_load_acquire(&rb->overwrite_pos)", false],
		["READ_ONCE, after producer_pos", "READ_ONCE(rb->overwrite_pos)", false],
	].map(([name, read, isBefore]) => {
		const over = `	over_pos = ${read};\n`;
		const prod = "	prod_pos = smp_load_acquire(&rb->producer_pos);\n";
		const edit = {
			file: "avail-overwrite.h",
			from: COMMENT + BODY,
			to: isBefore ? over + prod : prod + over,
		};
		return [String(name), edit];
	}),
);

/** An overwritten ring beside one process that asks how much there is to read, in one of the four ways. */
export function askedInOrder(edit: Edit): Configuration {
	return { ...OVERWRITTEN, queries: 1, edits: [edit] };
}
