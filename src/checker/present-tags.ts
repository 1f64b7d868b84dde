import type { Program } from "../execution/program.ts";

/** The tags that some event of the program may carry. */
export function presentTags(program: Program): Set<string> {
	const tags = new Set<string>(["IW"]);
	for (const { code } of program.threads)
		for (const instruction of code)
			switch (instruction.kind) {
				case "load":
				case "store":
				case "fence":
					for (const tag of instruction.tags) tags.add(tag);
					break;
				case "update":
					for (const tag of instruction.tags) tags.add(tag);
					tags.add("RMW");
					break;
				case "lock":
					tags.add("LKR").add("LKW");
					break;
				case "trylock":
					tags.add("LKR").add("LKW").add("LF");
					break;
				case "islocked":
					tags.add("RL").add("RU");
					break;
				case "unlock":
					tags.add("UL");
					break;
				default:
			}
	return tags;
}
