import type { Program } from "../execution/program.ts";
import type { Pointer } from "../execution/value.ts";

/** The cell that an address names, or -1 if it lies outside its object or inside an element. */
export function cellAt(program: Program, pointer: Pointer): number {
	const object = program.objects[pointer.object];
	if (object === undefined) return -1;
	const index = pointer.offset / object.elementSize;
	if (!Number.isInteger(index) || index < 0 || index >= object.length) return -1;
	return object.firstCell + index;
}
