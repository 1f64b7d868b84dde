import type { Cell, MemoryObject } from "../execution/program.ts";
import type { Pointer, Value } from "../execution/value.ts";
import { accessType, type CType, isScalar, sizeOf } from "./c-type.ts";
import type { Layout, PlacedCell } from "./declarations/place-cells.ts";

/** A variable that processes share. */
export interface SharedVariable {
	readonly name: string;
	/** Index of its memory object. */
	readonly object: number;
	/** Of one element; with a layout, of the whole. */
	readonly type: CType;
	/** Whether it was declared, or used in the condition, as an array. */
	readonly isArray: boolean;
	/** Whether it appears outside the questions about the final state. */
	readonly isUsed: boolean;
	/** One value a location. */
	readonly initial: readonly Value[];
	/** Of what is declared in C, or is a structure: its locations. */
	readonly layout?: Layout;
	/** Whether it is declared at file scope, so that its name means the object itself in all bodies. */
	readonly isFileScope?: boolean;
}

/** All shared variables of a test, by name, in the order of their objects. */
export type SharedMemory = ReadonlyMap<string, SharedVariable>;

/** The address of a variable's element. */
export function addressOf(variable: SharedVariable, index: number): Pointer {
	const { layout, type, object } = variable;
	const element = layout && type.kind === "array" ? type.of : type;
	return { object, offset: index * sizeOf(element) };
}

/**
 * The memory objects and cells of a program.
 * @param locks the objects that lock primitives were used on
 * @param functions those whose address is taken; each has an object of its own behind all others
 */
export function layOut(
	memory: SharedMemory,
	locks: ReadonlySet<number>,
	functions: readonly string[],
): { readonly objects: readonly MemoryObject[]; readonly cells: readonly Cell[] } {
	const objects: MemoryObject[] = [];
	const cells: Cell[] = [];
	for (const variable of memory.values()) {
		const { name, type, object, initial } = variable;
		const isLock = locks.has(object) || (type.kind === "opaque" && type.isLock);
		const first = cells.length;
		if (variable.layout) {
			const { layout } = variable;
			objects.push({
				name,
				cells: new Map([...layout.at].map(([offset, index]) => [offset, first + index])),
			});
			cells.push(...layout.cells.map((cell, index) => cellOfLayout(variable, cell, initial[index])));
			continue;
		}
		objects.push({ name, cells: new Map(initial.map((_, index) => [index * sizeOf(type), first + index])) });
		initial.forEach((value, index) => {
			const cell = variable.isArray ? `${name}[${index}]` : name;
			cells.push({ name: cell, object, initial: value, isLock, ...integerOf(type) });
		});
	}
	for (const name of functions) objects.push({ name, cells: new Map() });
	return { objects, cells };
}

function cellOfLayout({ name, object }: SharedVariable, cell: PlacedCell, initial: Value): Cell {
	const { suffix, type, isConst } = cell;
	return {
		name: `${name}${suffix}`,
		object,
		initial,
		isLock: type.kind === "opaque" && type.isLock,
		...(isConst && { isConstant: true }),
		...integerOf(type),
		...(isScalar(type) && { size: sizeOf(type) }),
	};
}

/** The integer type of what a location holds, if it is one. */
function integerOf(type: CType): Pick<Cell, "type"> {
	const accessed = accessType(type);
	return accessed.kind === "integer" ? { type: accessed.type } : {};
}

/** The cell of a variable's element, in the layout that `layOut` gives. */
export function cellOf(memory: SharedMemory, variable: SharedVariable, index: number): number {
	let first = 0;
	for (const other of memory.values()) {
		if (other.object < variable.object) first += other.initial.length;
	}
	return first + index;
}
