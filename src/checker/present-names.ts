import type { Expression } from "../execution/expression.ts";
import type { Instruction } from "../execution/instruction.ts";
import { partsOf } from "../execution/parts-of.ts";
import type { Program } from "../execution/program.ts";

/**
 * The names of the base sets and of the dependency relations that some execution of the program may have a
 * member of, beside those that every program has.
 */
export function presentNames(program: Program): Set<string> {
	const names = new Set<string>(["IW"]);
	for (const { code } of program.threads) for (const instruction of code) addNames(instruction, names);
	return names;
}

function addNames(instruction: Instruction, names: Set<string>): void {
	if ("address" in instruction && instruction.address !== undefined && mayDepend(instruction.address))
		names.add("addr");
	switch (instruction.kind) {
		case "branch":
			if (mayDepend(instruction.condition)) names.add("ctrl");
			break;
		case "store":
			if (mayDepend(instruction.value)) names.add("data");
			break;
		case "update":
			if (mayDepend(instruction.next)) names.add("data");
			names.add("rmw").add("RMW");
			for (const tags of [instruction.writeTags, instruction.failedTags, instruction.fences])
				for (const tag of tags ?? []) names.add(tag);
			break;
		case "lock":
			names.add("rmw").add("LKR").add("LKW");
			break;
		case "trylock":
			names.add("rmw").add("LKR").add("LKW").add("LF");
			break;
		case "islocked":
			names.add("RL").add("RU");
			break;
		case "unlock":
			names.add("UL");
			break;
		default:
	}
	if ("tags" in instruction) for (const tag of instruction.tags) names.add(tag);
}

/** Whether an expression mentions a local, and so may depend on a read. */
function mayDepend(expression: Expression): boolean {
	return expression.kind === "local" || partsOf(expression).some(mayDepend);
}
