import type { Expression } from "./expression.ts";
import type { Instruction } from "./instruction.ts";

/** The expressions that an instruction evaluates. */
export function expressionsIn(instruction: Instruction): readonly Expression[] {
	switch (instruction.kind) {
		case "assign":
			return [instruction.value];
		case "store":
			return [instruction.address, instruction.value];
		case "update":
			return [instruction.address, instruction.next, ...(instruction.when ? [instruction.when] : [])];
		case "fence":
			return instruction.address ? [instruction.address] : [];
		case "branch":
		case "assume":
		case "assert":
			return [instruction.condition];
		case "note":
			return instruction.operands;
		case "jump":
		case "loop":
		case "choose":
		case "cut":
			return [];
		default:
			return [instruction.address];
	}
}
