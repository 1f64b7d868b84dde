import type { Count } from "../execution/count.ts";
import type { Limit } from "../execution/verdict.ts";
import type { Steps } from "./counterexample-steps.ts";

/** What was found about one property of a ring. */
export interface RingFinding {
	readonly name: string;
	readonly meaning: string;
	/** `incomplete`: not seen to happen, but not everything was looked at. */
	readonly finding: "never" | "possible" | "incomplete";
	/** How it happens in the counterexample. */
	readonly detail?: string;
	/** The counterexample's accesses. */
	readonly steps?: Steps;
	/** Brings the counterexample back. */
	readonly replay?: string;
}

/** A checked configuration of the ring buffer. */
export interface RingOutcome {
	/** The configuration in words. */
	readonly title: string;
	readonly model: string;
	readonly properties: readonly RingFinding[];
	/** Executions that the model allows, those up to renaming counted each. */
	readonly executions: Count;
	/** Executions that were looked at, one for all that are the same up to renaming producers. */
	readonly explored: number;
	readonly flags: readonly string[];
	readonly limits: readonly Limit[];
	readonly seconds: number;
	/** The command that explains what happens, without the property and what brings its counterexample back. */
	readonly closer?: readonly string[];
}
