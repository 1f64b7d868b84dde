import type { Visit } from "./leaf.ts";
import type { Quest } from "./quest.ts";

/** Bounds and switches of a check. */
export interface CheckOptions {
	/** How many iterations of a loop may depend on what was read. */
	readonly unroll: number;
	/** Seconds after which the search stops with what it knows; absent for no limit. */
	readonly timeoutSeconds?: number;
	/** Whether threads of one body are explored up to renaming (the default). */
	readonly symmetry?: boolean;
	/**
	 * Whether the search stops when every property has been found to happen and the condition asks nothing. Its verdict
	 * is incomplete then: executions that were not met are not counted.
	 */
	readonly stopWhenDecided?: boolean;
	/** Whether it stops when one property has been found to happen, under the same conditions. */
	readonly stopAtFirst?: boolean;
	/** Is shown each execution as it is met. */
	readonly visit?: Visit;
	/** What is looked for, where not all executions are. */
	readonly quest?: Quest;
}
