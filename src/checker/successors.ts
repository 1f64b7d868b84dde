import type { Instruction } from "../execution/instruction.ts";

/** Where control can go after the instruction at `pc`: nowhere after one at which a run is cut. */
export function successors(instruction: Instruction, pc: number): readonly number[] {
	if (instruction.kind === "jump") return [instruction.target];
	if (instruction.kind === "branch") return [instruction.whenTrue, instruction.whenFalse];
	return instruction.kind === "cut" ? [] : [pc + 1];
}
