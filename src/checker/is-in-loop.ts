import type { Instruction } from "../execution/instruction.ts";
import { successors } from "./successors.ts";

/** Whether an instruction can come again after it has run. Costs a walk through the code that it can lead to. */
export function isInLoop(code: readonly Instruction[], pc: number): boolean {
	const seen = new Set<number>();
	const open = [pc];
	for (let at = open.pop(); at !== undefined; at = open.pop()) {
		if (at >= code.length || seen.has(at)) continue;
		seen.add(at);
		for (const next of successors(code[at], at)) {
			if (next === pc) return true;
			open.push(next);
		}
	}
	return false;
}
