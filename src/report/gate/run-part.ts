import type { PackedOutcomes } from "./packed-outcome.ts";

/** What a JSON report has beside its tests if the run was one of several parts: enough to put these together. */
export interface RunPart {
	/** From 1. */
	readonly index: number;
	readonly count: number;
	/** Names the whole run: parts of different ones do not belong together. */
	readonly run: string;
	/** The models as the user named them. */
	readonly models: readonly string[];
	/** Tests of this part that were not begun. */
	readonly notRun: number;
	readonly wasInterrupted: boolean;
	readonly seconds: number;
	/** The filter that tests had to pass, or the empty text. */
	readonly filter: string;
	/** For each test that was checked its place among all tests of the whole run. */
	readonly places: readonly number[];
	/** All rows one after the other, with an outcome for each model. */
	readonly rows: PackedOutcomes;
}
