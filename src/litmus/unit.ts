import type { Pointer, Value } from "../execution/value.ts";
import type { Assertions } from "./assertions.ts";
import type { CStatement, Name, Process } from "./ast.ts";
import type { CType } from "./c-type.ts";
import type { TypeTable } from "./declarations/type-table.ts";
import type { LongBits } from "./resolve-type.ts";
import type { SharedMemory } from "./shared-memory.ts";

/** A function of C, ready to be inlined. */
export interface FunctionDefinition {
	readonly name: Name;
	readonly result: CType;
	readonly parameters: readonly { readonly name?: Name; readonly type: CType }[];
	/** Absent where there are prototypes alone. */
	readonly body?: CStatement;
}

/** A variable that each thread has one of. */
export interface ThreadLocal {
	readonly type: CType;
	readonly initial: Value;
}

/** What the declarations of C in a test come to: everything that its processes and functions share. */
export interface Unit {
	readonly types: TypeTable;
	readonly functions: ReadonlyMap<string, FunctionDefinition>;
	/** The shared variables; empty until the types are known. */
	readonly memory: SharedMemory;
	/** Variables of file scope of which each thread has its own, by name. */
	readonly threadLocals: ReadonlyMap<string, ThreadLocal>;
	/** Addresses of functions; each becomes an object without locations. */
	readonly functionAddresses: FunctionAddresses;
	readonly assertions: Assertions;
	/** Bits of `long`. */
	readonly longBits: LongBits;
	/** How often one function may be active at a time. */
	readonly recursion: number;
	/** Whether some object has locations of different sizes, so that accesses must say theirs. */
	readonly hasLayouts: boolean;
	/** Whether the test declares something in C, or has such an object. */
	readonly isRich: boolean;
}

/** A process that stands for none, where constant expressions are evaluated. */
export function noProcess(span: Process["span"]): Process {
	return { number: -1, heading: span, parameters: [], body: { kind: "empty", span }, span };
}

/** The objects that stand for functions whose address is taken. */
export class FunctionAddresses {
	readonly #names: string[] = [];
	/** The number of the first one: that of memory's objects. */
	first = 0;

	/** The address of a function. */
	of(name: string): Pointer {
		let index = this.#names.indexOf(name);
		if (index === -1) {
			index = this.#names.length;
			this.#names.push(name);
		}
		return { object: this.first + index, offset: 0 };
	}

	/** The function that an address is of. */
	nameAt({ object, offset }: Pointer): string | undefined {
		return offset === 0 && object >= this.first ? this.#names.at(object - this.first) : undefined;
	}

	/** The functions whose address was asked for, in the order of their objects. */
	names(): readonly string[] {
		return this.#names;
	}
}
