import type { BaseEdge, Reason } from "./reason.ts";
import type { RingFrame } from "./ring-frame.ts";
import type { StoryStep } from "./story-step.ts";

/** A process of a story. */
export interface StoryThread {
	/** `P0`. */
	readonly name: string;
	/** What it is, where the test says so: `producer`, `consumer`. */
	readonly role?: string;
}

/** A location of a story. */
export interface StoryCell {
	readonly name: string;
	/** Its initial value as text. */
	readonly initial: string;
	/** The numbers of the steps that write it, in coherence order. */
	readonly writes: readonly number[];
	/** Whether threads meet there: one writes it and another accesses it. */
	readonly isShared: boolean;
}

/** A text that steps come from. */
export interface StorySource {
	readonly path: string;
	readonly text: string;
}

/** Which writes the threads may still read at one moment: for each thread, for each cell, numbers of steps; 0 is the initial write. */
export type Views = readonly (readonly (readonly number[])[])[];

/** What a story is about. */
export type StoryKind =
	/** An execution that the model allows and the test asks for. */
	| "allowed"
	/** One that the model forbids, and why. */
	| "forbidden"
	/** One with a data race. */
	| "race"
	/** One that cannot go on: threads wait for what never comes. */
	| "deadlock"
	/** One in which something happens that must not. */
	| "property";

/**
 * One execution as people look at it: all that a picture, a page or a viewer shows of it, computed. It holds plain data only, so that it can
 * be written down as JSON.
 */
export interface Story {
	/** The test's name, or the configuration of the ring in words. */
	readonly title: string;
	readonly model: string;
	readonly kind: StoryKind;
	/** What it shows, in one sentence without a full stop. */
	readonly headline: string;
	/** What else a reader has to know of it, a sentence each: that the search did not end, say. */
	readonly remarks: readonly string[];
	/** The final state: what the test observes, as `label=value;` one after the other. Empty where it observes nothing. */
	readonly state: string;
	/** Brings the execution back; absent where the model forbids it. */
	readonly replay?: string;
	/**
	 * The words of the command that tells this story, without the one that replays it: `ringlit`, `explain`, `--model`, `sc`, `MP.litmus`. Where it is absent,
	 * `ringlit explain` with the first source does.
	 */
	readonly command?: readonly string[];
	readonly threads: readonly StoryThread[];
	readonly cells: readonly StoryCell[];
	/** The test first, then files that it includes. */
	readonly sources: readonly StorySource[];
	/**
	 * All events but the initial writes, in an order in which each read sees the last write to its location: step number i is at index
	 * i - 1. As few as possible are out of their thread's program order.
	 */
	readonly steps: readonly StoryStep[];
	/** The number of the step with which what the story is about has happened; absent where it shows only at the end. */
	readonly climax?: number;
	/** Why it is forbidden, races or hangs. */
	readonly reason?: Reason;
	/** Dependencies between steps: `addr`, `data` and `ctrl`. Absent where nobody asked. */
	readonly edges?: readonly BaseEdge[];
	/** The ring before the first step and after each. Absent if there is none. */
	readonly ring?: readonly RingFrame[];
	/** What threads may still read before the first step and after each. Absent where nobody asked. */
	readonly views?: readonly Views[];
}
