import type { Wanted } from "../../explain/smallest-witness.ts";

/** What is to be explained. */
export interface Asked {
	readonly wanted: Wanted;
	/** What it is, as the test or the user has it: `1:r0=1 /\ 1:r1=0`, `busy-read`. */
	readonly text: string;
}
