import type { TestOutcome } from "../report/test-outcome.ts";

/** The exit code of bad input: nothing could be done with what was given. */
export const BAD_INPUT = 2;

/** The exit code of a search that did not end. */
export const INCOMPLETE = 3;

/**
 * The exit code of a run: 2 if some test is in error, else 1 if one failed, else 3 if one is incomplete
 * or the run was stopped before its end, else 0.
 */
export function exitCode(outcomes: readonly TestOutcome[], wasInterrupted: boolean): 0 | 1 | 2 | 3 {
	const has = (status: TestOutcome["status"]): boolean =>
		outcomes.some((outcome) => outcome.status === status);
	if (has("error")) return BAD_INPUT;
	if (has("fail")) return 1;
	return has("incomplete") || wasInterrupted ? 3 : 0;
}
