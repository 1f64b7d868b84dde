import type { IntegerType } from "../execution/expression.ts";

/** A type of C as far as tests can tell types apart, under the LP64 data model. */
export type CType =
	| { readonly kind: "void" }
	| { readonly kind: "integer"; readonly type: IntegerType }
	| { readonly kind: "pointer"; readonly to: CType }
	/** A lock or another structure that only primitives look into. */
	| { readonly kind: "opaque"; readonly name: string; readonly isLock: boolean }
	| RecordType
	| ArrayType
	| { readonly kind: "function"; readonly result: CType; readonly parameters: readonly CType[] };

/** A member of a structure or union. Those of one without a name are reached as if they were the outer one's. */
export interface MemberType {
	readonly name?: string;
	readonly type: CType;
	/** In bytes from the start of the structure. */
	readonly offset: number;
	readonly isConst: boolean;
}

/** A structure or union. It is one object from its first mention on; its members come with its definition. */
export interface RecordType {
	readonly kind: "record";
	/** `struct ring`. */
	readonly name: string;
	/** Absent until it is defined. */
	members?: readonly MemberType[];
	/** In bytes, as the alignment is. */
	size: number;
	alignment: number;
}

/** An array. */
export interface ArrayType {
	readonly kind: "array";
	readonly of: CType;
	/** Number of elements; 0 for one whose size is not written. */
	readonly length: number;
	/** The type of the locations it is made of, where that is not the type of its elements. */
	readonly unit?: CType;
	/** Whether the same locations are found again behind its end. */
	readonly isMappedTwice?: boolean;
}

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

/** Bytes of one value; an opaque structure counts as eight, so that neighbouring ones are apart. */
export function sizeOf(type: CType): number {
	switch (type.kind) {
		case "integer":
			return Math.max(1, type.type.bits / 8);
		case "void":
		case "function":
			return 1;
		case "record":
			return type.size;
		case "array":
			return type.length * sizeOf(type.of);
		default:
			return 8;
	}
}

/** The alignment of a type in bytes, as on x86-64 and arm64. */
export function alignmentOf(type: CType): number {
	if (type.kind === "record") return type.alignment;
	if (type.kind !== "array") return sizeOf(type);
	return Math.max(alignmentOf(type.of), type.unit ? alignmentOf(type.unit) : 1);
}

/** What a value of the type is used as: an array as a pointer to its first element, a function as its address. */
export function decayed(type: CType): CType {
	if (type.kind === "array") return pointerTo(type.of);
	return type.kind === "function" ? pointerTo(type) : type;
}

/** Whether a value of the type is one integer or address. */
export function isScalar(type: CType): boolean {
	return type.kind === "integer" || type.kind === "pointer";
}

/** Whether two types are the same. */
export function sameType(left: CType, right: CType): boolean {
	if (left.kind === "integer" && right.kind === "integer") {
		return left.type.bits === right.type.bits && left.type.signed === right.type.signed;
	}
	if (left.kind === "pointer" && right.kind === "pointer") return sameType(left.to, right.to);
	if (left.kind === "opaque" && right.kind === "opaque") return left.name === right.name;
	if (left.kind === "record" || right.kind === "record") return left === right;
	if (left.kind === "array" && right.kind === "array") {
		return left.length === right.length && sameType(left.of, right.of);
	}
	return left.kind === right.kind;
}

/** The type of a plain access: what a structure's location holds is read and written as an int. */
export function accessType(type: CType): CType {
	return type.kind === "opaque" ? INT : type;
}

/** C's integer promotion: what is narrower than int becomes int, but for a `long` that was made narrow. */
export function promote(type: IntegerType): IntegerType {
	return type.bits < 32 && !type.holdsAddress ? INT.type : type;
}

/** The common type of a `long` that was made narrow and another: it counts for more than int, as in 64 bits. */
function commonWithLong(long: IntegerType, other: IntegerType): IntegerType {
	const { bits } = long;
	if (other.bits === 64) return { bits: 64, signed: long.signed && other.signed };
	const isSigned = long.signed && (other.signed || (!other.holdsAddress && bits < 32));
	return { bits, signed: isSigned, holdsAddress: true };
}

/** C's usual arithmetic conversions: the common type of two operands. */
export function commonType(left: IntegerType, right: IntegerType): IntegerType {
	const [a, b] = [promote(left), promote(right)];
	if (a.holdsAddress) return commonWithLong(a, b);
	if (b.holdsAddress) return commonWithLong(b, a);
	if (a.bits !== b.bits) return a.bits > b.bits ? a : b;
	return a.signed ? b : a;
}

/** Whether every value of `from` is the same value in `to`. */
export function isPreserved(from: IntegerType, to: IntegerType): boolean {
	if (from.bits === to.bits) return from.signed === to.signed || from.bits === 1;
	return from.bits < to.bits && (to.signed || !from.signed || from.bits === 1);
}
