import type { Instruction } from "./instruction.ts";
import type { Value } from "./value.ts";

/** A local of a thread: a parameter, a declared or undeclared variable, or a compiler temporary. */
export interface Local {
	/** As the test names it; temporaries have a name that no C identifier can have, such as `%3`. */
	readonly name: string;
	/** Its value before the first instruction: 0 unless the test's initial state says otherwise. */
	readonly initial: Value;
}

/** One process as straight instructions with jumps. */
export interface ThreadProgram {
	/** The process number, as in `P2`; equal to its index in `Program.threads`. */
	readonly index: number;
	readonly locals: readonly Local[];
	readonly code: readonly Instruction[];
	/** Number of loops: `loop` instructions are numbered below it. */
	readonly loops: number;
}
