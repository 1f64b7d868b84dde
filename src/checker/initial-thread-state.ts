import type { Program } from "../execution/program.ts";
import type { LoopPass, ThreadState } from "./thread-node.ts";
import { NO_DEPENDENCIES } from "./tracked-value.ts";

/** A thread of a program before its first instruction. */
export function initialThreadState(program: Program, thread: number): ThreadState {
	const { locals, loops } = program.threads[thread];
	return {
		pc: 0,
		locals: locals.map((local) => ({ value: local.initial, dependencies: NO_DEPENDENCIES })),
		frames: [],
		passes: new Array<LoopPass | undefined>(loops).fill(undefined),
		idle: [],
		notes: [],
		claims: [],
		assumed: [],
		decisions: 0,
		writes: 0,
		clock: 0,
		updating: false,
		target: undefined,
	};
}
