import type { TypeSyntax } from "./ast.ts";
import { type CType, INT, integerType, LONG, pointerTo, SIZE, VOID } from "./c-type.ts";

/** Types that have a name of one word. */
const NAMED: ReadonlyMap<string, CType> = new Map<string, CType>([
	["void", VOID],
	["bool", integerType(1, false)],
	["_Bool", integerType(1, false)],
	["size_t", SIZE],
	["ssize_t", LONG],
	["uintptr_t", SIZE],
	["intptr_t", LONG],
	["ptrdiff_t", LONG],
	["loff_t", LONG],
	["atomic_t", INT],
	["atomic_long_t", LONG],
	["atomic64_t", LONG],
	["spinlock_t", { kind: "opaque", name: "spinlock_t", isLock: true }],
	["raw_spinlock_t", { kind: "opaque", name: "raw_spinlock_t", isLock: true }],
	...([8, 16, 32, 64] as const).flatMap((bits): [string, CType][] => [
		...["u", "__u"].map((name): [string, CType] => [`${name}${bits}`, integerType(bits, false)]),
		...["s", "__s"].map((name): [string, CType] => [`${name}${bits}`, integerType(bits, true)]),
		[`uint${bits}_t`, integerType(bits, false)],
		[`int${bits}_t`, integerType(bits, true)],
	]),
]);

/** Names of all types of one word, for those who look for the nearest. */
export const TYPE_NAMES: readonly string[] = [...NAMED.keys()];

/** The combinations of C's own words, sorted, without `int` and `signed` where they are implied. */
const COMBINED: ReadonlyMap<string, CType> = new Map<string, CType>([
	["", INT],
	["unsigned", integerType(32, false)],
	["char", integerType(8, true)],
	["char unsigned", integerType(8, false)],
	["short", integerType(16, true)],
	["short unsigned", integerType(16, false)],
	["long", LONG],
	["long unsigned", SIZE],
	["long long", LONG],
	["long long unsigned", SIZE],
]);

/** Types that are as wide as `long`. */
const AS_LONG: ReadonlySet<string> = new Set([
	...["size_t", "ssize_t", "uintptr_t", "intptr_t", "ptrdiff_t", "atomic_long_t"],
	...["long", "long unsigned"],
]);

/** A type whose width is that of `long`. */
function narrowed(words: string, type: CType, longBits: LongBits): CType {
	if (longBits === 64 || !AS_LONG.has(words) || type.kind !== "integer") return type;
	return { kind: "integer", type: { bits: longBits, signed: type.type.signed, holdsAddress: true } };
}

function baseType(words: readonly string[], longBits: LongBits): CType | undefined {
	if (words.length === 1) {
		const named = NAMED.get(words[0]);
		if (named) return narrowed(words[0], named, longBits);
		const tag = /^(struct|union) (\w+)$/.exec(words[0]);
		if (tag) return { kind: "opaque", name: words[0], isLock: tag[2] === "spinlock" };
		if (words[0].startsWith("enum ")) return integerType(32, false);
	}
	if (words.length === 0) return undefined;
	// `int` and `signed` may each stand once beside the words that they do not change.
	const counted = new Set(words).size + (words.filter((word) => word === "long").length === 2 ? 1 : 0);
	if (counted !== words.length || (words.includes("signed") && words.includes("unsigned"))) return undefined;
	if (words.includes("int") && words.includes("char")) return undefined;
	const combined = words
		.filter((word) => word !== "int" && word !== "signed")
		.sort()
		.join(" ");
	const type = COMBINED.get(combined);
	return type && narrowed(combined, type, longBits);
}

/** Widths that `long` can have. */
export type LongBits = 8 | 16 | 32 | 64;

/**
 * The type that a written one means where the test declares no types; undefined if there is none such, as for
 * `float` or `foo_t`.
 */
export function resolveType(syntax: TypeSyntax, longBits: LongBits = 64): CType | undefined {
	let type = baseType(syntax.words, longBits);
	for (let star = 0; type !== undefined && star < syntax.pointers; star++) type = pointerTo(type);
	return type;
}
