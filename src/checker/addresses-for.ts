import type { Instruction } from "../execution/instruction.ts";
import type { Program } from "../execution/program.ts";
import type { Pointer } from "../execution/value.ts";
import { mayAccess } from "./may-access.ts";

/** The addresses at which an instruction has a meaning, as far as its cells' sizes tell. */
export function addressesFor({ objects, cells: all }: Program, instruction: Instruction): Pointer[] {
	return objects.flatMap(({ cells }, object) =>
		[...cells].flatMap(([offset, cell]) =>
			"address" in instruction && mayAccess(all[cell], instruction) ? [{ object, offset }] : [],
		),
	);
}
