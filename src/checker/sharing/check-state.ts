import type { Count } from "../../execution/count.ts";
import type { Execution } from "../../execution/execution.ts";
import type { EndlessWait, Stuck } from "../../execution/stuck.ts";
import type { Limit } from "../../execution/verdict.ts";
import type { Way } from "../decision.ts";
import type { Ending } from "../ending.ts";

/** A place of the search whose ways are being tried. */
export interface FrameState {
	readonly ways: readonly Way[];
	/** The way to be tried next. Those before have been tried or are somebody else's; the one before leads to the next frame. */
	readonly next: number;
	/** The first way that is somebody else's to try. */
	readonly end: number;
	readonly tested: boolean;
	readonly fruitful: boolean;
}

/** Executions that end alike, as `Found` has them. */
export interface FoundState {
	readonly ending: Ending;
	readonly count: Count;
	readonly flags: readonly string[];
	readonly path: string;
	readonly roles?: readonly number[];
}

/** A property that was found to happen. */
export interface PropertyState {
	/** Its place among the program's. */
	readonly index: number;
	readonly witness: Execution;
	readonly waits?: readonly EndlessWait[];
	readonly detail?: string;
}

/** What a search has met, as `Tally` has it. */
export interface TallyState {
	readonly flags: readonly string[];
	/** Those alone that say something of the program, not of how long or how far it was looked at. */
	readonly limits: readonly Limit[];
	readonly leaves: number;
	readonly deadEnds: number;
	readonly refused: number;
	readonly stuck?: Stuck & { readonly unsettled: number };
	readonly witness?: Execution;
	readonly counterWitness?: Execution;
	readonly properties: readonly PropertyState[];
}

/**
 * A search between two steps, as plain data: where it stands and what it has found. What it found is complete in itself:
 * it has been counted for all that the ways on the frames stand for. So states of disjoint parts of a search may be added up,
 * and whoever goes on from a state needs none of what was found to do so.
 */
export interface CheckState {
	/** Whether the search has begun; if so and if there are no frames, it has ended. */
	readonly isStarted: boolean;
	readonly frames: readonly FrameState[];
	readonly found: readonly FoundState[];
	readonly undetermined: number;
	readonly tally: TallyState;
}

/** The state of a search that has not begun. */
export const UNSTARTED: CheckState = {
	isStarted: false,
	frames: [],
	found: [],
	undetermined: 0,
	tally: { flags: [], limits: [], leaves: 0, deadEnds: 0, refused: 0, properties: [] },
};
