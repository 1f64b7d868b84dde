/**
 * What an argument is for. `address`: a pointer to the location. `place`: the location itself, as in
 * `READ_ONCE(*x)`. `operand`: the value stored, added, and so on. `comparand`: the value that the old
 * one is compared with.
 */
export type Role = "address" | "place" | "operand" | "comparand";

/** How the new value of a read-modify-write comes from the old one and the operand. */
export type UpdateOperation = "set" | "add" | "sub" | "and" | "or" | "xor" | "andnot";

/** What an update's call has as its value: `zero` is new == 0, `negative` new < 0, `done` whether it wrote. */
export type UpdateResult = "none" | "old" | "new" | "zero" | "negative" | "done";

/** What a primitive does with its arguments. */
export type Action =
	| { readonly kind: "load"; readonly tags: readonly string[] }
	/** A write, and after it a fence if there are tags for one. */
	| { readonly kind: "store"; readonly tags: readonly string[]; readonly fence?: readonly string[] }
	/** A fence; with an address argument an event on that location. */
	| {
			readonly kind: "fence";
			readonly tags: readonly string[];
			/** Whether its call has a value, which is then 0. */
			readonly hasValue?: boolean;
	  }
	| {
			readonly kind: "update";
			/** As in the instruction. */
			readonly tags: readonly string[];
			readonly writeTags?: readonly string[];
			readonly failedTags?: readonly string[];
			readonly fences?: readonly string[];
			readonly operation: UpdateOperation;
			/** What takes the operand's place where the call has none: `atomic_inc`. */
			readonly implied?: bigint;
			/** Writes only if the old value equals, or differs from, the comparand. */
			readonly when?: "equal" | "unequal";
			readonly impliedComparand?: bigint;
			readonly result: UpdateResult;
	  }
	| { readonly kind: "lock" | "unlock" | "trylock" | "islocked" };

/** A primitive of the memory model: the arguments in the kernel's order, and what it does. */
export interface Primitive {
	readonly name: string;
	readonly roles: readonly Role[];
	readonly action: Action;
}
