import fc from "fast-check";
import { line, type Statement } from "./statement.ts";

/** The registers that every thread has; all are `int`s that start at 0. */
export const REGISTERS: readonly string[] = ["r0", "r1"];

const register = fc.constantFrom(...REGISTERS);
const integer = fc.constantFrom("x", "y", "x", "y", "x", "y", "z");
const atomic = fc.constantFrom("a", "a", "a", "b");
const constant = fc.constantFrom("1", "2", "0", "3", "-1");
const ordering = fc.constantFrom("", "_relaxed", "_acquire", "_release");

/**
 * An expression over registers alone; many carry a dependency that their value does not need. Those are
 * of the few forms that the checker, too, knows to be constant before it knows the register: in a circle
 * of plain accesses it matters whether that is seen.
 */
const pure: fc.Arbitrary<string> = fc.oneof(
	{ weight: 4, arbitrary: constant },
	{ weight: 2, arbitrary: register },
	fc.tuple(register, constant, fc.nat(12)).map(([r, c, form]) => {
		const forms = [
			`${r} ^ ${r}`,
			`${c} + (${r} & 0)`,
			`${r} & 1`,
			`${r} + 1`,
			`${r} * 0`,
			`${c} + (${r} - ${r})`,
			`${r} == ${c}`,
			`${r} != ${c}`,
			`!${r}`,
			`${r} | 1`,
			`${r} ? ${c} : 4`,
			`(${r} << 1) & 3`,
			`1 - ${r} % 2`,
		];
		return forms[form];
	}),
);

/** An lvalue of the ordinary integers; an array's element may be chosen by a register. */
const place: fc.Arbitrary<string> = fc.oneof(
	{ weight: 8, arbitrary: integer.map((name) => `*${name}`) },
	{
		weight: 1,
		arbitrary: fc.oneof(
			fc.constantFrom("arr[0]", "arr[1]"),
			register.map((r) => `arr[${r} & 1]`),
			register.map((r) => `arr[${r} ^ ${r}]`),
			register.map((r) => `*(arr + !${r})`),
		),
	},
	{ weight: 1, arbitrary: fc.tuple(integer, register).map(([v, r]) => `*(${v} + (${r} & 0))`) },
);

function addressOf(lvalue: string): string {
	return lvalue.startsWith("*") ? lvalue.slice(1) : `&${lvalue}`;
}

/** An expression with exactly one read of memory. */
export const oneRead: fc.Arbitrary<string> = fc
	.tuple(place, fc.constantFrom("once", "acquire", "plain", "once"), fc.boolean())
	.map(([at, how]) => {
		if (how === "once") return `READ_ONCE(${at})`;
		return how === "acquire" ? `smp_load_acquire(${addressOf(at)})` : at;
	});

const load = fc.tuple(register, oneRead).map(([r, read]) => line(1, `${r} = ${read};`));

const store = fc
	.tuple(place, pure, fc.constantFrom("once", "release", "plain", "mb"))
	.map(([at, value, how]) => {
		if (how === "once") return line(1, `WRITE_ONCE(${at}, ${value});`);
		if (how === "release") return line(1, `smp_store_release(${addressOf(at)}, ${value});`);
		return how === "mb" ? line(1, `smp_store_mb(${at}, ${value});`) : line(1, `${at} = ${value};`);
	});

/** A write of what is read in the same expression. */
const copy = fc
	.tuple(place, oneRead, constant, fc.nat(3))
	.map(([at, read, c, form]) =>
		line(
			2,
			[
				`WRITE_ONCE(${at}, ${read});`,
				`${at} = ${read} + ${c};`,
				`WRITE_ONCE(${at}, ${read} == ${c});`,
				`${at} += ${c};`,
			][form],
		),
	);

const assign = fc.tuple(register, pure).map(([r, value]) => line(0, `${r} = ${value};`));

const fence = fc
	.constantFrom(
		"smp_mb",
		"smp_wmb",
		"smp_rmb",
		"smp_mb__before_atomic",
		"smp_mb__after_atomic",
		"smp_mb__after_spinlock",
		"smp_mb__after_unlock_lock",
		"smp_mb__after_srcu_read_unlock",
		"barrier",
		"synchronize_rcu",
	)
	.map((name) => line(0, `${name}();`));

const grace = fc
	.constantFrom("synchronize_rcu();", "synchronize_srcu(s);", "synchronize_rcu_expedited();")
	.map((text) => line(0, text));

/** Sections opened or closed alone: the flags of misuse are compared like all else. */
const unmatchedRcu = fc.constantFrom("rcu_read_lock();", "rcu_read_unlock();").map((text) => line(0, text));

/** SRCU's cookie in an ordinary register, where it can be copied, tested and lost. */
const looseCookie = fc
	.tuple(register, fc.constantFrom("s", "s", "s2"), fc.boolean())
	.map(([r, s, lock]) => line(1, lock ? `${r} = srcu_read_lock(${s});` : `srcu_read_unlock(${s}, ${r});`));

const rmw = fc
	.tuple(register, integer, ordering, constant, pure, fc.boolean())
	.map(([r, v, order, old, value, exchange]) =>
		line(
			2,
			exchange ? `${r} = xchg${order}(${v}, ${value});` : `${r} = cmpxchg${order}(${v}, ${old}, ${value});`,
		),
	);

const atomicAccess = fc
	.tuple(register, atomic, ordering, constant, pure, fc.nat(15))
	.map(([r, v, order, c, value, form]): Statement => {
		const forms: readonly (readonly [number, string])[] = [
			[1, `${r} = atomic_read(${v});`],
			[1, `atomic_set(${v}, ${value});`],
			[1, `${r} = atomic_read_acquire(${v});`],
			[1, `atomic_set_release(${v}, ${value});`],
			[2, `atomic_inc(${v});`],
			[2, `atomic_add(${value}, ${v});`],
			[2, `atomic_dec(${v});`],
			[2, `${r} = atomic_fetch_add${order}(${c}, ${v});`],
			[2, `${r} = atomic_inc_return${order}(${v});`],
			[2, `${r} = atomic_dec_and_test(${v});`],
			[2, `${r} = atomic_xchg${order}(${v}, ${value});`],
			[2, `${r} = atomic_cmpxchg${order}(${v}, ${c}, ${value});`],
			[2, `${r} = atomic_add_unless(${v}, 1, ${c});`],
			[2, `${r} = atomic_add_negative(${c}, ${v});`],
			// Never with all bits set, which would store a constant that the checker does not know as one.
			[2, `atomic_or(${c.replace("-", "")}, ${v});`],
			[2, `${r} = atomic_fetch_xor${order}(${c}, ${v});`],
		];
		const [events, text] = forms[form];
		return line(events, text);
	});

const pointer = fc
	.tuple(register, fc.constantFrom("x", "y"), fc.boolean(), pure, fc.nat(5))
	.map(([r, target, rcu, value, form]): Statement => {
		const read = rcu ? "p0 = rcu_dereference(*ptr);" : "p0 = READ_ONCE(*ptr);";
		const forms: readonly Statement[] = [
			{ events: 2, lines: () => [read, `${r} = READ_ONCE(*p0);`] },
			{ events: 2, lines: () => [read, `WRITE_ONCE(*p0, ${value});`] },
			line(1, rcu ? `rcu_assign_pointer(*ptr, ${target});` : `WRITE_ONCE(*ptr, ${target});`),
			{ events: 2, lines: () => ["p0 = *ptr;", `${r} = *p0;`] },
			{ events: 2, lines: () => [read, `${r} = p0 == ${target};`, `${r} = *p0;`] },
			line(2, `${r} = READ_ONCE(**ptr);`),
		];
		return forms[form];
	});

/** Loads and stores that are passed from thread to thread, the ground of every test. */
const message = fc.oneof(
	fc
		.tuple(register, fc.constantFrom("x", "y"), fc.nat(3))
		.map(([r, v, form]) =>
			line(1, `${r} = ${[`READ_ONCE(*${v})`, `smp_load_acquire(${v})`, `READ_ONCE(*${v})`, `*${v}`][form]};`),
		),
	fc
		.tuple(fc.constantFrom("x", "y"), fc.oneof(fc.constantFrom("1", "2"), pure), fc.nat(3))
		.map(([v, value, form]) =>
			line(
				1,
				[
					`WRITE_ONCE(*${v}, ${value});`,
					`smp_store_release(${v}, ${value});`,
					`WRITE_ONCE(*${v}, ${value});`,
					`*${v} = ${value};`,
				][form],
			),
		),
);

/** What the statements of a test have in common. */
export const THEMES = [
	"order",
	"plain",
	"rmw",
	"atomic",
	"pointer",
	"lock",
	"rcu",
	"srcu",
	"control",
] as const;

export type Theme = (typeof THEMES)[number];

const special: Readonly<Record<Theme, fc.Arbitrary<Statement>>> = {
	order: fence,
	plain: fc.oneof(load, store, copy, assign),
	rmw,
	atomic: atomicAccess,
	pointer,
	lock: fc.oneof(
		{ weight: 5, arbitrary: register.map((r) => line(1, `${r} = spin_is_locked(l);`)) },
		{ weight: 1, arbitrary: fc.constant(line(2, "spin_lock(l);")) },
	),
	rcu: fc.oneof({ weight: 6, arbitrary: grace }, { weight: 1, arbitrary: unmatchedRcu }),
	srcu: fc.oneof({ weight: 5, arbitrary: grace }, { weight: 1, arbitrary: looseCookie }),
	control: copy,
};

const anything = fc.oneof(load, store, ...Object.values(special));

/** A statement without inner statements: accesses, fences, computations. */
export function simpleStatement(theme: Theme): fc.Arbitrary<Statement> {
	return fc.oneof(
		{ weight: 9, arbitrary: message },
		{ weight: 4, arbitrary: special[theme] },
		{ weight: 2, arbitrary: anything },
	);
}

/** A condition, with the memory events that it makes. */
export const condition: fc.Arbitrary<readonly [number, string]> = fc
	.tuple(register, constant, oneRead, oneRead, fc.nat(11))
	.map(([r, c, first, second, form]): readonly [number, string] => {
		const forms: readonly (readonly [number, string])[] = [
			[0, r],
			[0, `${r} == ${c}`],
			[1, first],
			[1, `${first} == ${c}`],
			[2, `${first} && ${second}`],
			[2, `${first} || ${second} == ${c}`],
			[1, `${r} == ${c} && !${first}`],
			[1, `${r} ? ${first} : ${c}`],
			[0, `${r} < ${c}`],
			[0, `(${r} ^ ${r}) == 0`],
			[1, `${first} == 1`],
			[1, `${first} != 2`],
		];
		return forms[form];
	});
