import type { Instruction } from "../../src/execution/instruction.ts";
import type { Program } from "../../src/execution/program.ts";
import { liveBefore } from "../../src/litmus/liveness.ts";

/** An instruction for a place in a thread's code: before the instruction that is there now. */
export interface Insertion {
	readonly at: number;
	readonly instruction: Instruction;
}

/** A program with more instructions, some a thread; what goes to a place goes to what is put before it. */
export function insertInstructions(program: Program, insertions: readonly (readonly Insertion[])[]): Program {
	const threads = program.threads.map((thread, index) => {
		const own = insertions[index];
		const moved = (place: number): number => place + own.filter(({ at }) => at < place).length;
		const code: Instruction[] = [];
		for (let place = 0; place <= thread.code.length; place++) {
			code.push(...own.filter(({ at }) => at === place).map(({ instruction }) => instruction));
			if (place < thread.code.length) code.push(retargeted(thread.code[place], moved));
		}
		const live = liveBefore(code, new Set(thread.locals.keys()));
		return {
			...thread,
			code: code.map((instruction, place) =>
				instruction.kind === "loop"
					? { ...instruction, live: [...live[place]].sort((a, b) => a - b) }
					: instruction,
			),
		};
	});
	return { ...program, threads };
}

function retargeted(instruction: Instruction, moved: (place: number) => number): Instruction {
	if (instruction.kind === "jump") return { ...instruction, target: moved(instruction.target) };
	if (instruction.kind !== "branch") return instruction;
	const { whenTrue, whenFalse, join } = instruction;
	return { ...instruction, whenTrue: moved(whenTrue), whenFalse: moved(whenFalse), join: moved(join) };
}
