import type { MacroTable } from "./macro-table.ts";

/** Kinds of instructions for which a model declares the tags that they may have. */
export type InstructionKind = "R" | "W" | "RMW" | "F" | "SRCU";

/** What the calls of a test may be, and what they mean. All is optional. */
export interface Dialect {
	/** What may be called beside intrinsics; the built-in primitives, if absent. */
	readonly macros?: MacroTable;
	/**
	 * Names of a model's variants. If they are given without `lkmmv2`, a read-modify-write means what it did before
	 * that: fences around a full barrier, and tags on one of its events alone.
	 */
	readonly variants?: readonly string[];
	/** Tags as a model's declarations spell them; kinds of instructions that are not in it may have any. */
	readonly declaredTags?: ReadonlyMap<InstructionKind, ReadonlySet<string>>;
	/** Bits of `long`, `size_t` and their like: narrower ones make counters wrap early. 64 if absent. */
	readonly longBits?: 8 | 16 | 32 | 64;
	/** How often one function may be active at a time before what it does is cut off; 4 if absent. */
	readonly recursion?: number;
	/** For a kind of instruction, the sets that its events are in where a test gives no tag. */
	readonly defaultTags?: ReadonlyMap<string, readonly string[]>;
}

/** Whether a read-modify-write's tags are on its events as they are, and its strength is not made of fences. */
export function tagsUpdates({ variants }: Dialect): boolean {
	return variants === undefined || variants.includes("lkmmv2");
}
