import type { Cell, MemoryObject } from "../execution/program.ts";
import type { Pointer, Value } from "../execution/value.ts";
import { type CType, sizeOf } from "./c-type.ts";

/** A variable that processes share. */
export interface SharedVariable {
	readonly name: string;
	/** Index of its memory object. */
	readonly object: number;
	/** Of one element. */
	readonly type: CType;
	/** Whether it was declared, or used in the condition, as an array. */
	readonly isArray: boolean;
	/** Whether it appears outside the questions about the final state. */
	readonly isUsed: boolean;
	/** One value an element. */
	readonly initial: readonly Value[];
}

/** All shared variables of a test, by name, in the order of their objects. */
export type SharedMemory = ReadonlyMap<string, SharedVariable>;

/** The address of a variable's element. */
export function addressOf(variable: SharedVariable, index: number): Pointer {
	return { object: variable.object, offset: index * sizeOf(variable.type) };
}

/** The memory objects and cells of a program. `locks` are the objects that lock primitives were used on. */
export function layOut(
	memory: SharedMemory,
	locks: ReadonlySet<number>,
): { readonly objects: readonly MemoryObject[]; readonly cells: readonly Cell[] } {
	const objects: MemoryObject[] = [];
	const cells: Cell[] = [];
	for (const variable of memory.values()) {
		const { name, type, object, initial } = variable;
		const isLock = locks.has(object) || (type.kind === "opaque" && type.isLock);
		const first = cells.length;
		objects.push({ name, cells: new Map(initial.map((_, index) => [index * sizeOf(type), first + index])) });
		initial.forEach((value, index) => {
			cells.push({ name: variable.isArray ? `${name}[${index}]` : name, object, initial: value, isLock });
		});
	}
	return { objects, cells };
}

/** The cell of a variable's element, in the layout that `layOut` gives. */
export function cellOf(memory: SharedMemory, variable: SharedVariable, index: number): number {
	let first = 0;
	for (const other of memory.values()) {
		if (other.object < variable.object) first += other.initial.length;
	}
	return first + index;
}
