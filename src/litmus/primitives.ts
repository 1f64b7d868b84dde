import type { Action, Primitive, Role, UpdateOperation, UpdateResult } from "./primitive.ts";

// The primitives of the Linux-kernel memory model, as its documentation
// (tools/memory-model/Documentation) and its definitions of events describe them.

type Entry = readonly [names: string, roles: readonly Role[], action: Action];

/** Suffixes of the forms that return a value, and the tags of both of their events. */
const ORDERINGS: readonly (readonly [suffix: string, tags: readonly string[]])[] = [
	["", ["MB"]],
	["_relaxed", ["ONCE"]],
	["_acquire", ["ACQUIRE"]],
	["_release", ["RELEASE"]],
];

/** Accesses that are no read-modify-write. */
const ACCESSES: readonly Entry[] = [
	["READ_ONCE rcu_dereference", ["place"], { kind: "load", tags: ["ONCE"] }],
	["smp_load_acquire", ["address"], { kind: "load", tags: ["ACQUIRE"] }],
	["WRITE_ONCE", ["place", "operand"], { kind: "store", tags: ["ONCE"] }],
	["rcu_assign_pointer", ["place", "operand"], { kind: "store", tags: ["RELEASE"] }],
	["smp_store_release", ["address", "operand"], { kind: "store", tags: ["RELEASE"] }],
	["smp_store_mb", ["place", "operand"], { kind: "store", tags: ["ONCE"], fence: ["MB"] }],
	["srcu_read_lock srcu_down_read", ["address"], { kind: "load", tags: ["Srcu-lock"] }],
	["srcu_read_unlock srcu_up_read", ["address", "operand"], { kind: "store", tags: ["Srcu-unlock"] }],
];

/** Fences, grace periods and locks. */
const ORDERING: readonly Entry[] = [
	["smp_mb", [], { kind: "fence", tags: ["MB"] }],
	["smp_rmb", [], { kind: "fence", tags: ["Rmb"] }],
	["smp_wmb", [], { kind: "fence", tags: ["Wmb"] }],
	["smp_mb__before_atomic", [], { kind: "fence", tags: ["Before-atomic"] }],
	["smp_mb__after_atomic", [], { kind: "fence", tags: ["After-atomic"] }],
	["smp_mb__after_spinlock", [], { kind: "fence", tags: ["After-spinlock"] }],
	["smp_mb__after_unlock_lock", [], { kind: "fence", tags: ["After-unlock-lock"] }],
	["smp_mb__after_srcu_read_unlock", [], { kind: "fence", tags: ["After-srcu-read-unlock"] }],
	["barrier", [], { kind: "fence", tags: ["Barrier"] }],
	["rcu_read_lock", [], { kind: "fence", tags: ["Rcu-lock"] }],
	["rcu_read_unlock", [], { kind: "fence", tags: ["Rcu-unlock"] }],
	["synchronize_rcu synchronize_rcu_expedited", [], { kind: "fence", tags: ["Sync-rcu"] }],
	["synchronize_srcu synchronize_srcu_expedited", ["address"], { kind: "fence", tags: ["Sync-srcu"] }],
	["spin_lock", ["address"], { kind: "lock" }],
	["spin_unlock", ["address"], { kind: "unlock" }],
	["spin_trylock", ["address"], { kind: "trylock" }],
	["spin_is_locked", ["address"], { kind: "islocked" }],
];

/** An atomic family: the stem of its name, its arguments, and what it computes. */
interface AtomicFamily {
	readonly stem: string;
	readonly roles: readonly Role[];
	readonly operation: UpdateOperation;
	readonly result: UpdateResult;
	readonly implied?: bigint;
	readonly when?: "equal" | "unequal";
	readonly impliedComparand?: bigint;
	/** `all`: the four suffixes. `full`: none, a full barrier. `none`: none, and no ordering. */
	readonly orderings: "all" | "full" | "none";
}

const OPERATIONS: readonly {
	stem: string;
	operation: UpdateOperation;
	implied?: bigint;
	returns: boolean;
}[] = [
	{ stem: "add", operation: "add", returns: true },
	{ stem: "sub", operation: "sub", returns: true },
	{ stem: "inc", operation: "add", implied: 1n, returns: true },
	{ stem: "dec", operation: "sub", implied: 1n, returns: true },
	{ stem: "and", operation: "and", returns: false },
	{ stem: "or", operation: "or", returns: false },
	{ stem: "xor", operation: "xor", returns: false },
	{ stem: "andnot", operation: "andnot", returns: false },
];

/** Names after `atomic_`; the kernel puts the operand first. */
const ATOMICS: readonly AtomicFamily[] = [
	...OPERATIONS.flatMap(({ stem, returns, ...rest }): AtomicFamily[] => {
		const roles: Role[] = rest.implied === undefined ? ["operand", "address"] : ["address"];
		return [
			{ stem, roles, ...rest, result: "none", orderings: "none" },
			{ stem: `fetch_${stem}`, roles, ...rest, result: "old", orderings: "all" },
			...(returns
				? [{ stem: `${stem}_return`, roles, ...rest, result: "new", orderings: "all" } as const]
				: []),
		];
	}),
	{
		stem: "sub_and_test",
		roles: ["operand", "address"],
		operation: "sub",
		result: "zero",
		orderings: "full",
	},
	{
		stem: "inc_and_test",
		roles: ["address"],
		operation: "add",
		implied: 1n,
		result: "zero",
		orderings: "full",
	},
	{
		stem: "dec_and_test",
		roles: ["address"],
		operation: "sub",
		implied: 1n,
		result: "zero",
		orderings: "full",
	},
	{
		stem: "add_negative",
		roles: ["operand", "address"],
		operation: "add",
		result: "negative",
		orderings: "all",
	},
	{
		stem: "add_unless",
		roles: ["address", "operand", "comparand"],
		operation: "add",
		when: "unequal",
		result: "done",
		orderings: "full",
	},
	{
		stem: "fetch_add_unless",
		roles: ["address", "operand", "comparand"],
		operation: "add",
		when: "unequal",
		result: "old",
		orderings: "full",
	},
	{
		stem: "inc_not_zero",
		roles: ["address"],
		operation: "add",
		implied: 1n,
		when: "unequal",
		impliedComparand: 0n,
		result: "done",
		orderings: "full",
	},
];

/** `xchg` and `cmpxchg` work on plain and on atomic variables. */
const EXCHANGES: readonly AtomicFamily[] = [
	{ stem: "xchg", roles: ["address", "operand"], operation: "set", result: "old", orderings: "all" },
	{
		stem: "cmpxchg",
		roles: ["address", "comparand", "operand"],
		operation: "set",
		when: "equal",
		result: "old",
		orderings: "all",
	},
];

const ATOMIC_PREFIXES: readonly string[] = ["atomic_", "atomic64_", "atomic_long_"];

/** Reads and writes of atomic variables. */
const ATOMIC_ACCESSES: readonly Entry[] = [
	["read", ["address"], { kind: "load", tags: ["ONCE"] }],
	["read_acquire", ["address"], { kind: "load", tags: ["ACQUIRE"] }],
	["set", ["address", "operand"], { kind: "store", tags: ["ONCE"] }],
	["set_release", ["address", "operand"], { kind: "store", tags: ["RELEASE"] }],
];

function entriesOf(prefix: string, family: AtomicFamily): readonly Entry[] {
	const { stem, roles, orderings, ...action } = family;
	const forms =
		orderings === "all" ? ORDERINGS : ([["", orderings === "full" ? ["MB"] : ["NORETURN"]]] as const);
	return forms.map(([suffix, tags]) => [
		`${prefix}${stem}${suffix}`,
		roles,
		{ kind: "update", tags, ...action },
	]);
}

/** All primitives by name. */
export const PRIMITIVES: ReadonlyMap<string, Primitive> = new Map(
	[
		...ACCESSES,
		...ORDERING,
		...EXCHANGES.flatMap((family) => entriesOf("", family)),
		...ATOMIC_PREFIXES.flatMap((prefix): readonly Entry[] => [
			...ATOMIC_ACCESSES.map(([name, roles, action]): Entry => [`${prefix}${name}`, roles, action]),
			...[...ATOMICS, ...EXCHANGES].flatMap((family) => entriesOf(prefix, family)),
		]),
	].flatMap(([names, roles, action]) =>
		names.split(" ").map((name): [string, Primitive] => [name, { name, roles, action }]),
	),
);
