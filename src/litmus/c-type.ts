import type { IntegerType } from "../execution/expression.ts";

/** A type of C as far as tests can tell types apart, under the LP64 data model. */
export type CType =
	| { readonly kind: "void" }
	| { readonly kind: "integer"; readonly type: IntegerType }
	| { readonly kind: "pointer"; readonly to: CType }
	/** A lock or another structure that only primitives look into. */
	| { readonly kind: "opaque"; readonly name: string; readonly isLock: boolean };

/** The integer type of so many bits. */
export function integerType(bits: IntegerType["bits"], signed: boolean): CType & { kind: "integer" } {
	return { kind: "integer", type: { bits, signed } };
}

/** `void`. */
export const VOID: CType = { kind: "void" };

/** `int`. */
export const INT = integerType(32, true);

/** `long`, and `long long`. */
export const LONG = integerType(64, true);

/** `unsigned long`: `size_t`, and what an address counts as in arithmetic. */
export const SIZE = integerType(64, false);

/** A pointer to what `to` describes. */
export function pointerTo(to: CType): CType & { kind: "pointer" } {
	return { kind: "pointer", to };
}

/** Bytes of one value; a structure counts as eight, so that neighbouring ones are apart. */
export function sizeOf(type: CType): number {
	if (type.kind === "integer") return Math.max(1, type.type.bits / 8);
	return type.kind === "void" ? 1 : 8;
}

/** Whether two types are the same. */
export function sameType(left: CType, right: CType): boolean {
	if (left.kind === "integer" && right.kind === "integer") {
		return left.type.bits === right.type.bits && left.type.signed === right.type.signed;
	}
	if (left.kind === "pointer" && right.kind === "pointer") return sameType(left.to, right.to);
	if (left.kind === "opaque" && right.kind === "opaque") return left.name === right.name;
	return left.kind === right.kind;
}

/** The type of a plain access: what a structure's location holds is read and written as an int. */
export function accessType(type: CType): CType {
	return type.kind === "opaque" ? INT : type;
}

/** C's integer promotion: what is narrower than int becomes int. */
export function promote(type: IntegerType): IntegerType {
	return type.bits < 32 ? INT.type : type;
}

/** C's usual arithmetic conversions: the common type of two operands. */
export function commonType(left: IntegerType, right: IntegerType): IntegerType {
	const [a, b] = [promote(left), promote(right)];
	if (a.bits !== b.bits) return a.bits > b.bits ? a : b;
	return a.signed ? b : a;
}

/** Whether every value of `from` is the same value in `to`. */
export function isPreserved(from: IntegerType, to: IntegerType): boolean {
	if (from.bits === to.bits) return from.signed === to.signed || from.bits === 1;
	return from.bits < to.bits && (to.signed || !from.signed || from.bits === 1);
}
