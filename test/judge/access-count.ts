import type { Program } from "../../src/execution/program.ts";

/** The memory events that a program's instructions make, each instruction run once and no RMW failing. */
export function accessCount(program: Program): number {
	let count = 0;
	for (const { code } of program.threads)
		for (const { kind } of code) {
			if (kind === "load" || kind === "store" || kind === "unlock" || kind === "islocked") count++;
			else if (kind === "update" || kind === "lock" || kind === "trylock") count += 2;
		}
	return count;
}
