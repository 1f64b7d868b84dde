import type { Comparison } from "../compare-outcomes.ts";
import type { TestOutcome } from "../test-outcome.ts";
import type { RunPart } from "./run-part.ts";

/** A run as a report for other programs tells it. */
export interface RunReport {
	/** For each test an outcome a model, the first of which is held to the test's promise. */
	readonly rows: readonly (readonly TestOutcome[])[];
	/** With several models, where they differ. */
	readonly comparison?: Comparison | undefined;
	/** A reason why tests could not be checked at all. */
	readonly problem?: string | undefined;
	/** Tests that were selected and not begun, because the run stopped before. */
	readonly notRun: number;
	/** Wall time of the whole run. */
	readonly seconds: number;
	/** Where this is one of several parts: what a JSON report says of that. */
	readonly part?: RunPart | undefined;
	/** The folder that relative paths begin in, by an absolute path. */
	readonly folder?: string | undefined;
	/** The program's version. */
	readonly version: string;
}
