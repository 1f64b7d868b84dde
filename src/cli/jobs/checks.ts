import type { CheckSettings } from "../check-test.ts";
import type { Row } from "../result-table.ts";
import type { Selection } from "../select-tests.ts";
import type { CheckPlan } from "./check-plan.ts";
import type { RunWatcher } from "./run-watcher.ts";

/** Tests that are to be checked in their order, and who is told of them. */
export interface Checks {
	readonly selections: readonly Selection[];
	readonly plan: CheckPlan;
	/** What the plan comes to in this thread. */
	readonly settings: CheckSettings;
	/** Threads at the same time, this one counted; as many as pay, if absent. */
	readonly jobs?: number | undefined;
	/** Is told of each test in their order, with no row for one that the filter leaves out. False ends the run. */
	readonly report: (row: Row | undefined, test: number) => boolean;
	readonly watcher?: RunWatcher | undefined;
}
