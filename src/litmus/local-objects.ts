import { isPointer, type Pointer, type Value } from "../execution/value.ts";
import type { Span } from "../source/span.ts";
import type { CType } from "./c-type.ts";
import type { LocalVariable } from "./scope.ts";

/** A local variable, array or structure as something that has an address while the code is written. */
export interface LocalObject {
	readonly name: string;
	/** Where its address was taken, or where it is declared. */
	readonly span: Span;
	/** Whether it is an array or a structure. */
	readonly isAggregate: boolean;
	/** Its scalars by their offset in bytes, each a local of its own. */
	readonly scalars: ReadonlyMap<number, LocalVariable & { readonly type: CType }>;
}

/**
 * Addresses of local variables. They stand for themselves in constant expressions alone: what is accessed
 * through one is the local, and no instruction that is left in the end may mention one. Their
 * objects have negative numbers, which no memory object has.
 */
export class LocalObjects {
	readonly #objects: LocalObject[] = [];
	readonly #addresses = new Map<LocalVariable, Pointer>();

	/** Gives an object an address. */
	add(object: LocalObject): Pointer {
		this.#objects.push(object);
		return { object: -this.#objects.length, offset: 0 };
	}

	/** The address of a scalar variable of this type. */
	addressOf(variable: LocalVariable, type: CType, span: Span): Pointer {
		let address = this.#addresses.get(variable);
		if (address === undefined) {
			const scalars = new Map([[0, Object.assign(variable, { type })]]);
			address = this.add({ name: variable.name, span, isAggregate: false, scalars });
			this.#addresses.set(variable, address);
		}
		return address;
	}

	/** The object of a local's address; undefined for all other values. */
	find(value: Value): LocalObject | undefined {
		return isPointer(value) && value.object < 0 ? this.#objects[-value.object - 1] : undefined;
	}

	/** Whether there are any. */
	isEmpty(): boolean {
		return this.#objects.length === 0;
	}
}
