/**
 * An address inside one memory object, in bytes. Two pointers are equal when both fields are; the
 * null pointer is the integer 0.
 */
export interface Pointer {
	/** Index into `Program.objects`. */
	readonly object: number;
	readonly offset: number;
}

/** What a local or a memory cell can hold: an integer, already wrapped to its type, or an address. */
export type Value = bigint | Pointer;

/** Whether a value is an address rather than an integer. */
export function isPointer(value: Value): value is Pointer {
	return typeof value === "object";
}

/** Whether two values are the same integer or the same address. */
export function sameValue(left: Value, right: Value): boolean {
	if (typeof left !== "object" || typeof right !== "object") return left === right;
	return left.object === right.object && left.offset === right.offset;
}
