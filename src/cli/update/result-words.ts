import type { CheckedTest } from "../../report/test-outcome.ts";

/** What a `Result:` comment must say to promise what was found. Only of a search that saw everything. */
export function resultWords({ deadlock, observation, flags }: CheckedTest): string {
	const result = deadlock ? "DEADLOCK" : observation;
	return flags.includes("data-race") ? `${result} DATARACE` : result;
}
