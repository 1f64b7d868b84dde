import type { Instruction } from "../execution/instruction.ts";

/** Where control can go after the instruction at `index`; the exit is the code's length. */
export function successorsOf(instruction: Instruction, index: number): readonly number[] {
	if (instruction.kind === "jump") return [instruction.target];
	if (instruction.kind === "branch") return [instruction.whenTrue, instruction.whenFalse];
	return [index + 1];
}

/** The code with every target replaced. */
export function retarget(code: readonly Instruction[], target: (old: number) => number): Instruction[] {
	return code.map((instruction) => {
		if (instruction.kind === "jump") return { ...instruction, target: target(instruction.target) };
		if (instruction.kind !== "branch") return instruction;
		const [whenTrue, whenFalse] = [target(instruction.whenTrue), target(instruction.whenFalse)];
		return { ...instruction, whenTrue, whenFalse };
	});
}

/** For each instruction those that control can come from; the last entry is the exit's. */
export function predecessorsOf(code: readonly Instruction[]): readonly (readonly number[])[] {
	const predecessors: number[][] = Array.from({ length: code.length + 1 }, () => []);
	code.forEach((instruction, index) => {
		for (const successor of successorsOf(instruction, index)) predecessors[successor].push(index);
	});
	return predecessors;
}
