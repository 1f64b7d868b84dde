import type { Outcome } from "./thread-node.ts";

/** One way in which the search can go on from a partial execution. */
export type Decision =
	| { readonly kind: "read"; readonly read: number; readonly write: number }
	/** A read from a write that is computed from it: never entered, only looked at. */
	| { readonly kind: "circular"; readonly read: number; readonly write: number }
	/**
	 * A thread that waits at a lock or a conditional update goes on with an outcome, and the access that this
	 * makes first reads from `write`. It stands for
	 * the same decision about each of the threads `alike`, itself among them.
	 */
	| {
			readonly kind: "lock";
			readonly thread: number;
			readonly outcome: boolean;
			readonly write: number;
			readonly alike: readonly number[];
	  }
	/** The read reads from a write that does not exist yet. */
	| { readonly kind: "postpone"; readonly read: number }
	| {
			readonly kind: "postpone-lock";
			readonly threads: readonly number[];
			/** Set where the lock is then lost to a thread that breaks. */
			readonly onlyForBroken?: boolean;
	  }
	| { readonly kind: "choose"; readonly thread: number; readonly value: bigint }
	/** A thread goes on as if it knew an outcome that what it reads later has to confirm. */
	| { readonly kind: "assume"; readonly thread: number; readonly outcome: Outcome }
	| { readonly kind: "order"; readonly earlier: number; readonly later: number };

/** Two threads that exchange their parts. */
export type Exchange = readonly [number, number];

/**
 * A decision with those that are the same up to renaming twins: after each exchange the decision is one of
 * them, and the graph it is made on is as before.
 */
export interface Way {
	readonly decision: Decision;
	readonly exchanges: readonly Exchange[];
}

/** A read without source, and the writes that it may read from. */
export interface OpenRead {
	readonly read: number;
	readonly sources: readonly number[];
}
