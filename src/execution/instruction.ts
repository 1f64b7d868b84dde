import type { Span } from "../source/span.ts";
import type { Expression } from "./expression.ts";

/** Fields that every instruction has. */
interface Common {
	/** The C text that the instruction comes from; absent for the few that no text stands for. */
	readonly span?: Span;
}

/** `local = value`; makes no event. */
export interface Assign extends Common {
	readonly kind: "assign";
	readonly local: number;
	readonly value: Expression;
}

/** A read event; `local` receives what it reads. A read of a constant cell makes no event. */
export interface Load extends Common {
	readonly kind: "load";
	readonly local: number;
	readonly address: Expression;
	/** Bytes that it reads. Where given, a cell of another size is no place for it. */
	readonly size?: number;
	readonly tags: readonly string[];
}

/** A write event of `value`, which the front end has converted to the cell's type. */
export interface Store extends Common {
	readonly kind: "store";
	readonly address: Expression;
	readonly value: Expression;
	/** Bytes that it writes, as for a load. */
	readonly size?: number;
	readonly tags: readonly string[];
}

/**
 * A read-modify-write: a read event, whose value goes to `local`, then, if `when` holds (always, if it
 * is absent), an rmw-related write event of `next`. Both may mention `local`, the old value. Both
 * events carry the tags unless `writeTags` says otherwise; a failed one keeps them on its read unless
 * `failedTags` does. The tags name base sets; that of all RMW events, `RMW`, is added when it runs.
 */
export interface Update extends Common {
	readonly kind: "update";
	readonly local: number;
	readonly address: Expression;
	/** Bytes that it reads and writes, as for a load. */
	readonly size?: number;
	readonly when?: Expression;
	readonly next: Expression;
	readonly tags: readonly string[];
	/** Of the write, where they are not those of the read. */
	readonly writeTags?: readonly string[];
	/**
	 * Of the read of one that fails, where it is then an ordinary read: not in `RMW`, and without fences.
	 * Given only with `when`.
	 */
	readonly failedTags?: readonly string[];
	/** Tags of a fence event before the read, and of another after the write; none where it fails. */
	readonly fences?: readonly string[];
}

/** A fence event, or with an address an event on that location that reads and writes nothing. */
export interface Fence extends Common {
	readonly kind: "fence";
	readonly address?: Expression;
	readonly tags: readonly string[];
}

/** `spin_lock`: LKR then LKW, when the lock is free. */
export interface Lock extends Common {
	readonly kind: "lock";
	readonly address: Expression;
}

/** `spin_unlock`: UL. */
export interface Unlock extends Common {
	readonly kind: "unlock";
	readonly address: Expression;
}

/** `spin_trylock`: LKR then LKW and 1, or LF and 0. */
export interface TryLock extends Common {
	readonly kind: "trylock";
	readonly local: number;
	readonly address: Expression;
}

/** `spin_is_locked`: RL and 1, or RU and 0. */
export interface IsLocked extends Common {
	readonly kind: "islocked";
	readonly local: number;
	readonly address: Expression;
}

/**
 * Goes to one of two places. `join` is the branch's immediate post-dominator: accesses executed before
 * it is reached are control dependent on what `condition` was computed from.
 */
export interface Branch extends Common {
	readonly kind: "branch";
	readonly condition: Expression;
	readonly whenTrue: number;
	readonly whenFalse: number;
	readonly join: number;
}

/** Goes to one place. */
export interface Jump extends Common {
	readonly kind: "jump";
	readonly target: number;
}

/**
 * Stands at a loop's head and is passed once an iteration. `live` are the locals whose value at this
 * point can still matter (read later before being assigned, or observed at the end): an iteration that
 * made no write event and left all of them as they were did nothing.
 */
export interface LoopHead extends Common {
	readonly kind: "loop";
	/** Index of the loop in its thread, from 0. */
	readonly loop: number;
	readonly live: readonly number[];
}

/** `local` becomes any of 0 to `values - 1`: one execution for each. Makes no event. */
export interface Choose extends Common {
	readonly kind: "choose";
	readonly local: number;
	readonly values: number;
	/** Whether all but one choice of a thread are 0, so that a loop is no longer for making it: iterations do not count for that. */
	readonly isInterruption?: true;
}

/** Executions in which `condition` is false are no executions of the program. Makes no event. */
export interface Assume extends Common {
	readonly kind: "assume";
	readonly condition: Expression;
}

/** The property is violated by executions in which `condition` is false. Makes no event. */
export interface Assert extends Common {
	readonly kind: "assert";
	/** Index into `Program.properties`. */
	readonly property: number;
	readonly condition: Expression;
}

/** Leaves a note of what the code does at this point, for properties and for readers. Makes no event. */
export interface NoteDown extends Common {
	readonly kind: "note";
	readonly name: string;
	readonly operands: readonly Expression[];
}

/** What follows is not explored, and the verdict is incomplete: recursion reached its bound. */
export interface Cut extends Common {
	readonly kind: "cut";
}

/** An instruction that works on a location; a fence may do without. */
export type Access = Load | Store | Update | Fence | Lock | Unlock | TryLock | IsLocked;

/** One step of a thread. Targets are indices into the thread's code; its length is the exit. */
export type Instruction =
	| Assign
	| Access
	| Branch
	| Jump
	| LoopHead
	| Choose
	| Assume
	| Assert
	| NoteDown
	| Cut;
