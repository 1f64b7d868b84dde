import type { Execution } from "../execution/execution.ts";
import type { Proposition } from "../execution/proposition.ts";

/** What a search is for, where it is not to judge a test. */
export interface Quest {
	/**
	 * Executions of which it is false are left out, partial ones as soon as that is known. The verdict's counts and flags then tell of
	 * the others alone. Threads of which it names locals are taken to be nobody's twins.
	 */
	readonly proposition: Proposition;
	/** Whether reads are tried out with what was written last first: what is met first is then easier to follow. Paths are no others' then. */
	readonly latestFirst?: boolean;
	/**
	 * Is told of each execution that is met; of those that are the same up to renaming twins, of one.
	 * @param execution makes a lasting copy of it
	 * @returns whether the search may end here: its verdict is then incomplete
	 */
	readonly meet: (execution: () => Execution) => boolean;
}
