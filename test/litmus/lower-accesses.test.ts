import { expect, test } from "vitest";
import { codeOf } from "./load.ts";

test.each([
	["int r0; r0 = READ_ONCE(*x);", ["r0 = load{ONCE} &x"]],
	["int r0 = READ_ONCE(*x);", ["r0 = load{ONCE} &x"]],
	["int r0; r0 = *x;", ["r0 = load &x"]],
	["*x = 3;", ["store &x = 3"]],
	["*x;", ["%0 = load &x"]],
	["int r0; r0 = smp_load_acquire(x);", ["r0 = load{ACQUIRE} &x"]],
	["int *r0; r0 = rcu_dereference(*p);", ["r0 = load{ONCE} &p"]],
	["WRITE_ONCE(*x, 1);", ["store{ONCE} &x = 1"]],
	["smp_store_release(x, 1);", ["store{RELEASE} &x = 1"]],
	["rcu_assign_pointer(*p, x);", ["store{RELEASE} &p = &x"]],
	["smp_store_mb(*x, 1);", ["store{ONCE} &x = 1", "fence{MB}"]],
	["atomic_set(a, 2);", ["store{ONCE} &a = 2"]],
	["atomic_set_release(a, 2);", ["store{RELEASE} &a = 2"]],
	["int r0; r0 = atomic_read(a);", ["r0 = load{ONCE} &a"]],
	["int r0; r0 = atomic_read_acquire(a);", ["r0 = load{ACQUIRE} &a"]],
	[
		"int r0; r0 = srcu_read_lock(s); srcu_read_unlock(s, r0);",
		["r0 = load{Srcu-lock} &s", "store{Srcu-unlock} &s = r0"],
	],
	["synchronize_srcu(s);", ["fence{Sync-srcu} &s"]],
	["WRITE_ONCE(arr[2], 1); WRITE_ONCE(*(arr + 1), 2);", ["store{ONCE} &arr+8 = 1", "store{ONCE} &arr+4 = 2"]],
	["int r0; r0 = arr[*x];", ["%1 = load &x", "r0 = load &arr[%1*4]"]],
	["int *q; q = &arr[1]; *q = 1;", ["q = &arr+4", "store q = 1"]],
	["WRITE_ONCE(*x, READ_ONCE(*y) + 1);", ["%0 = load{ONCE} &y", "store{ONCE} &x = (%0 + 1)"]],
	["WRITE_ONCE(**p, 1);", ["%0 = load &p", "store{ONCE} %0 = 1"]],
])("%s", (body, code) => {
	expect(codeOf(body)).toEqual(code);
});

test.each([
	["smp_mb", "MB"],
	["smp_rmb", "Rmb"],
	["smp_wmb", "Wmb"],
	["smp_mb__before_atomic", "Before-atomic"],
	["smp_mb__after_atomic", "After-atomic"],
	["smp_mb__after_spinlock", "After-spinlock"],
	["smp_mb__after_unlock_lock", "After-unlock-lock"],
	["smp_mb__after_srcu_read_unlock", "After-srcu-read-unlock"],
	["barrier", "Barrier"],
	["rcu_read_lock", "Rcu-lock"],
	["rcu_read_unlock", "Rcu-unlock"],
	["synchronize_rcu", "Sync-rcu"],
	["synchronize_rcu_expedited", "Sync-rcu"],
])("%s() is a fence %s", (name, tag) => {
	expect(codeOf(`${name}();`)).toEqual([`fence{${tag}}`]);
});

test.each([
	["", "MB"],
	["_relaxed", "ONCE"],
	["_acquire", "ACQUIRE"],
	["_release", "RELEASE"],
])("the suffix %s orders as %s", (suffix, tag) => {
	expect(codeOf(`int r0; r0 = xchg${suffix}(x, 2);`)).toEqual([`r0 = update{${tag}} &x = 2`]);
	expect(codeOf(`int r0; r0 = atomic_fetch_or${suffix}(2, a);`)).toEqual([
		`r0 = update{${tag}} &a = (r0 | 2)`,
	]);
	expect(codeOf(`int r0; r0 = cmpxchg${suffix}(x, 1, 2);`)).toEqual([
		`r0 = update{${tag}} &x = 2 if (r0 == 1)`,
	]);
	expect(codeOf(`int r0; r0 = atomic_dec_return${suffix}(a);`)).toEqual([
		`%1 = update{${tag}} &a = (%1 - 1)`,
		"r0 = (%1 - 1)",
	]);
});

test.each([
	["atomic_add(2, a);", ["%0 = update{NORETURN} &a = (%0 + 2)"]],
	["atomic_sub(2, a);", ["%0 = update{NORETURN} &a = (%0 - 2)"]],
	["atomic_inc(a);", ["%0 = update{NORETURN} &a = (%0 + 1)"]],
	["atomic_dec(a);", ["%0 = update{NORETURN} &a = (%0 - 1)"]],
	["atomic_and(2, a);", ["%0 = update{NORETURN} &a = (%0 & 2)"]],
	["atomic_xor(2, a);", ["%0 = update{NORETURN} &a = (%0 ^ 2)"]],
	["atomic_andnot(2, a);", ["%0 = update{NORETURN} &a = (%0 & -3)"]],
	["atomic64_add(2, a64);", ["%0 = update{NORETURN} &a64 = (%0 + 2)"]],
	["int r0; r0 = atomic_sub_and_test(2, a);", ["%1 = update{MB} &a = (%1 - 2)", "r0 = ((%1 - 2) == 0)"]],
	["int r0; r0 = atomic_inc_and_test(a);", ["%1 = update{MB} &a = (%1 + 1)", "r0 = ((%1 + 1) == 0)"]],
	["int r0; r0 = atomic_add_negative(2, a);", ["%1 = update{MB} &a = (%1 + 2)", "r0 = ((%1 + 2) < 0)"]],
	[
		"int r0; r0 = atomic_add_unless(a, 2, 5);",
		["%1 = update{MB} &a = (%1 + 2) if (%1 != 5)", "r0 = (%1 != 5)"],
	],
	["int r0; r0 = cmpxchg(x, r0, 1);", ["%1 = update{MB} &x = 1 if (%1 == r0)", "r0 = %1"]],
	["xchg_relaxed(x, 1);", ["%0 = update{ONCE} &x = 1"]],
	["int *q; q = xchg(p, y);", ["q = update{MB} &p = &y"]],
])("%s", (body, code) => {
	expect(codeOf(body)).toEqual(code);
});

test.each([
	["spin_lock(l); spin_unlock(l);", ["lock &l", "unlock &l"]],
	["int r0; r0 = spin_trylock(l);", ["r0 = trylock &l"]],
	["int r0; r0 = spin_is_locked(l);", ["r0 = islocked &l"]],
])("%s", (body, code) => {
	expect(codeOf(body)).toEqual(code);
});
