import type { Instruction } from "../execution/instruction.ts";

/** Whether an instruction can come again after it has run. Costs a walk through the code that it can lead to. */
export function isInLoop(code: readonly Instruction[], pc: number): boolean {
	const seen = new Set<number>();
	const open = successors(code, pc);
	for (let at = open.pop(); at !== undefined; at = open.pop()) {
		if (at === pc) return true;
		if (seen.has(at)) continue;
		seen.add(at);
		open.push(...successors(code, at));
	}
	return false;
}

function successors(code: readonly Instruction[], pc: number): number[] {
	const instruction = code.at(pc);
	if (pc >= code.length || instruction === undefined || instruction.kind === "cut") return [];
	if (instruction.kind === "jump") return [instruction.target];
	return instruction.kind === "branch" ? [instruction.whenTrue, instruction.whenFalse] : [pc + 1];
}
