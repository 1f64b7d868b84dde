import type { Access } from "../execution/instruction.ts";
import type { Cell } from "../execution/program.ts";

/** Whether an access to a cell has a meaning: it is of the cell's size, and a constant is only read. */
export function mayAccess(cell: Cell, access: Access): boolean {
	if (cell.isConstant && access.kind !== "load" && access.kind !== "fence") return false;
	const size = "size" in access ? access.size : undefined;
	return size === undefined || cell.size === undefined || size === cell.size;
}
