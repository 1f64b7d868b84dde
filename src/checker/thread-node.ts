import type { Event } from "../execution/event.ts";
import type { Edge } from "../execution/execution.ts";
import type { Note } from "../execution/noted-execution.ts";
import type { Value } from "../execution/value.ts";
import type { Limit } from "../execution/verdict.ts";
import type { ReadSymbol, Symbolic } from "./symbolic.ts";
import type { Dependencies, TrackedValue } from "./tracked-value.ts";

/** An event of one thread's run, before it is known what its reads read. */
export interface ThreadEvent extends Event {
	/** What a write writes. */
	readonly value?: Symbolic;
}

/** Why a thread's run stopped. */
export type Stop =
	| { readonly kind: "done" }
	/** A loop bound or the step bound was reached: what follows is not explored. */
	| { readonly kind: "cut"; readonly limit: Limit }
	/** An iteration of a waiting loop that did nothing: the run without it stands for this one. */
	| { readonly kind: "redundant" }
	/** What an assumption says is false: this is no run of the program. */
	| { readonly kind: "excluded" }
	/** The thread waits for ever for a lock that it holds itself. */
	| { readonly kind: "hang"; readonly cell: number }
	/** C gives the next step no meaning, such as an access through a null pointer. */
	| { readonly kind: "undefined" }
	/** Goes on with any of 0 to `values - 1`; waits for nothing. */
	| { readonly kind: "choose"; readonly values: number }
	/** Goes on once it is known whether `condition` holds. */
	| { readonly kind: "condition"; readonly condition: Symbolic }
	/**
	 * Before a conditional read-modify-write whose read event depends on whether it succeeds: goes on with
	 * either outcome, which `whenTrue` or `whenFalse` must turn out to have. Both are its condition; they
	 * mention the read that the run makes next, whose place differs with the outcome. `comparands` are the
	 * earlier reads that the condition depends on.
	 */
	| {
			readonly kind: "update";
			readonly cell: number;
			readonly whenTrue: Symbolic;
			readonly whenFalse: Symbolic;
			readonly comparands: readonly ReadSymbol[];
	  }
	/** Goes on once the address is known. */
	| { readonly kind: "address"; readonly address: Symbolic }
	/** `spin_lock`: goes on once the lock is handed to it. */
	| { readonly kind: "lock"; readonly cell: number }
	/** `spin_trylock` or `spin_is_locked`: goes on once it is decided whether the lock is free. */
	| { readonly kind: "trylock" | "islocked"; readonly cell: number };

/** What makes a stopped thread go on: a condition's truth, an address, a choice, or whether the lock is free. */
export type Outcome = boolean | Value;

/** A branch whose join has not been reached: what runs now is control dependent on these reads. */
export interface ControlFrame {
	readonly dependencies: Dependencies;
	readonly join: number;
}

/** A note, before it is known what its operands are. */
export interface SymbolicNote extends Omit<Note, "thread" | "values"> {
	readonly operands: readonly Symbolic[];
}

/** What an assertion said, where that was not known to be true. */
export interface Claim {
	readonly property: number;
	readonly condition: Symbolic;
}

/** What is remembered of the last time that a loop's head was passed. */
export interface LoopPass {
	/** Iterations so far that took a decision on something read. */
	readonly iterations: number;
	readonly decisions: number;
	readonly writes: number;
	readonly notes: number;
	readonly claims: number;
	readonly assumed: number;
	readonly clock: number;
	readonly live: readonly TrackedValue[];
}

/** Where a thread's run stands. */
export interface ThreadState {
	readonly pc: number;
	readonly locals: readonly TrackedValue[];
	readonly frames: readonly ControlFrame[];
	readonly passes: readonly (LoopPass | undefined)[];
	/**
	 * Iterations that did nothing if, for one of them, all pairs turn out to be of equal values: what each
	 * live local held before and after it. The run without that iteration then stands for this one.
	 */
	readonly idle: readonly (readonly (readonly [Symbolic, Symbolic])[])[];
	readonly notes: readonly SymbolicNote[];
	readonly claims: readonly Claim[];
	/** What has to be true, where that was not known when it was assumed. */
	readonly assumed: readonly Symbolic[];
	/** Outcomes taken that were not known beforehand. */
	readonly decisions: number;
	readonly writes: number;
	/** Instructions run so far. */
	readonly clock: number;
	/** Set between an update's read and its write. */
	readonly updating: boolean;
	/** The address assumed for the instruction at `pc`, where it was not known. */
	readonly target: Value | undefined;
}

/**
 * A thread's run up to a point where it needs something from outside: a node of the tree of all its
 * runs. It depends on outcomes alone, never on other threads, so each is made once a program.
 */
export interface ThreadNode {
	/** Distinct for each node of a program. */
	readonly id: number;
	readonly thread: number;
	readonly parent: ThreadNode | undefined;
	/** All events up to here; the first ones are the parent's. */
	readonly events: readonly ThreadEvent[];
	/** Pairs of indices into `events`. */
	readonly addr: readonly Edge[];
	readonly data: readonly Edge[];
	readonly ctrl: readonly Edge[];
	readonly rmw: readonly Edge[];
	readonly stop: Stop;
	readonly state: ThreadState;
	/** The outcome that led here from the parent. */
	readonly outcome: Outcome | undefined;
}
