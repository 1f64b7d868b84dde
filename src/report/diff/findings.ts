import type { Count } from "../../execution/count.ts";
import type { Limit } from "../../execution/verdict.ts";

/** What was found out about one side of a comparison, as far as it can be compared. */
export interface Findings {
	/** Final states as they are printed; an empty one is that of a test that observes nothing. */
	readonly states: readonly string[];
	readonly flags: readonly string[];
	readonly properties: readonly {
		readonly name: string;
		readonly result: "never" | "possible" | "open";
	}[];
	/** Whether no execution completes because a thread waits for ever. */
	readonly deadlock: boolean;
	/** What was counted, by name: the same names on both sides. */
	readonly amounts: Readonly<Record<string, Count | string>>;
	/** Why the search did not see everything; empty if it did. */
	readonly limits: readonly Limit[];
}
