import type { Program } from "../execution/program.ts";
import type { Pointer } from "../execution/value.ts";

/** The cell that an address names, or -1 if it lies outside its object or inside an element. */
export function cellAt(program: Program, pointer: Pointer): number {
	return program.objects[pointer.object]?.cells.get(pointer.offset) ?? -1;
}
