import type { SourceFile } from "../source/span.ts";
import type { IntegerType } from "./expression.ts";
import type { NotedExecution } from "./noted-execution.ts";
import type { Property } from "./property.ts";
import type { Proposition, Quantifier, Term } from "./proposition.ts";
import type { Setting } from "./setting.ts";
import type { ThreadProgram } from "./thread-program.ts";
import type { Value } from "./value.ts";

/** A named piece of memory: a variable, a lock, an array, a structure. */
export interface MemoryObject {
	readonly name: string;
	/**
	 * For each byte offset at which an access may begin, the cell there. Two offsets may lead to one cell:
	 * memory that is mapped twice.
	 */
	readonly cells: ReadonlyMap<number, number>;
}

/** One location: what an event reads or writes. */
export interface Cell {
	/** `x`, or `a[1]` for an array's element, `rb.mask` for a structure's member. */
	readonly name: string;
	readonly object: number;
	readonly initial: Value;
	/** Whether spin-lock primitives work on it; it is then read and written by lock events alone. */
	readonly isLock: boolean;
	/** Whether it keeps its initial value: reading it makes no event, writing it has no meaning. */
	readonly isConstant?: boolean;
	/** Of an integer: what it is converted to when it is stored. */
	readonly type?: IntegerType;
	/** Bytes of an access to it; absent where accesses of any size mean the whole. */
	readonly size?: number;
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
	/** Parameters that were given a value from outside. */
	readonly settings?: readonly Setting[];
	/** What must not happen in any execution, by name. */
	readonly properties?: readonly Property[];
	/** Complete executions of which it is true are dropped: they only look complete. */
	readonly dismisses?: (execution: NotedExecution) => boolean;
}
