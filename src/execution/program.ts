import type { SourceFile } from "../source/span.ts";
import type { Proposition, Quantifier, Term } from "./proposition.ts";
import type { ThreadProgram } from "./thread-program.ts";
import type { Value } from "./value.ts";

/** A named piece of memory: a variable, a lock, or an array of equal elements. */
export interface MemoryObject {
	readonly name: string;
	/** Bytes between neighbouring elements. */
	readonly elementSize: number;
	/** Number of elements; 1 for a plain variable. */
	readonly length: number;
	/** Cell of the first element; element i is cell `firstCell + i`. */
	readonly firstCell: number;
	/** Whether spin-lock primitives work on it; its cells are then read and written by lock events alone. */
	readonly isLock: boolean;
}

/** One location: what an event reads or writes. */
export interface Cell {
	/** `x`, or `a[1]` for an array's element. */
	readonly name: string;
	readonly object: number;
	readonly initial: Value;
}

/** A line of a printed state: `label=value`. */
export interface Observed {
	/** `1:r0`, `x`, `a[1]`. */
	readonly label: string;
	readonly term: Term;
}

/** What the test's `Result:` comment promises. */
export interface Expectation {
	readonly result: "Never" | "Sometimes" | "Always" | "Maybe" | "DEADLOCK";
	readonly race: boolean;
}

/** Everything the checker needs to know of a test. */
export interface Program {
	readonly name: string;
	readonly file: SourceFile;
	readonly objects: readonly MemoryObject[];
	readonly cells: readonly Cell[];
	readonly threads: readonly ThreadProgram[];
	readonly quantifier: Quantifier;
	readonly proposition: Proposition;
	/** Executions on which it is false are dropped. */
	readonly filter: Proposition;
	/** In the order in which a state prints them: registers by thread and name, then memory by name. */
	readonly observed: readonly Observed[];
	readonly expectation?: Expectation;
}
