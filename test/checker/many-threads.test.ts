import { expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { shippedModel } from "../oracle/shipped-model.ts";

/** A test of threads that each have a line of their own. */
function litmus(threads: readonly string[], condition: string, initial = ""): string {
	return [`C many {${initial}}`, ...threads.map((text, i) => `P${i}${text}`), condition].join("\n");
}

function times(count: number, thread: (index: number) => string): string[] {
	return Array.from({ length: count }, (_, i) => thread(i));
}

function factorial(n: bigint): bigint {
	return n === 0n ? 1n : n * factorial(n - 1n);
}

/** Counters, and how many executions had to be explored for them. */
function countsOf(text: string): { positive: bigint; negative: bigint; leaves: number; deadEnds: number } {
	const loaded = loadProgram({ path: "<many>", text });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
	const { kind, positive, negative, explored } = check(loaded.value, shippedModel("lkmm"), { unroll: 4 });
	expect(kind).not.toBe("incomplete");
	return {
		positive: BigInt(positive),
		negative: BigInt(negative),
		leaves: explored.executions,
		deadEnds: explored.deadEnds,
	};
}

const section = "(int *c, spinlock_t *l) { spin_lock(l); *c = *c + 1; spin_unlock(l); }";
const writer = "(int *x) { WRITE_ONCE(*x, 1); }";
const publisher = "(int *x, int *f) { WRITE_ONCE(*x, 1); smp_store_release(f, 1); }";
const ticket = `(atomic_t *next, int *owner, int *c) { int t = atomic_fetch_add(1, next);
	while (smp_load_acquire(owner) != t); *c = *c + 1; smp_store_release(owner, t + 1); }`;
const rcuReader = `(int *x, int *y) { rcu_read_lock(); int r = READ_ONCE(*y); int s = READ_ONCE(*x);
	rcu_read_unlock(); }`;
const seqWriter = `(int *q, int *a, int *b) { WRITE_ONCE(*q, 1); smp_wmb(); WRITE_ONCE(*a, 1); WRITE_ONCE(*b, 1);
	smp_wmb(); WRITE_ONCE(*q, 2); }`;
const seqReader = `(int *q, int *a, int *b) { int s; int t; int x; int y; int ok = 0;
	s = READ_ONCE(*q); smp_rmb(); x = READ_ONCE(*a); y = READ_ONCE(*b); smp_rmb(); t = READ_ONCE(*q);
	if (s == t && !(s & 1)) ok = 1; }`;

test("30 critical sections of one lock are one execution up to renaming", { timeout: 60_000 }, () => {
	const { positive, negative, leaves, deadEnds } = countsOf(
		litmus(
			times(30, () => section),
			"exists (c=30)",
		),
	);
	expect([positive, negative, leaves, deadEnds]).toEqual([factorial(30n), 0n, 1, 0]);
});

test("30 increments, 30 writes of one variable", { timeout: 60_000 }, () => {
	const increments = countsOf(
		litmus(
			times(30, () => "(atomic_t *a) { atomic_inc(a); }"),
			"exists (a=30)",
		),
	);
	expect([increments.positive, increments.negative]).toEqual([factorial(30n), 0n]);
	expect(increments.leaves + increments.deadEnds).toBeLessThan(4);
	const writes = countsOf(
		litmus(
			times(30, () => writer),
			"exists (x=1)",
		),
	);
	expect([writes.positive, writes.negative]).toEqual([factorial(30n), 0n]);
	expect(writes.leaves + writes.deadEnds).toBeLessThan(4);
});

test("30 readers of one writer", { timeout: 60_000 }, () => {
	const reader = "(int *x) { int r = READ_ONCE(*x); }";
	const all = countsOf(litmus([writer, ...times(30, () => reader)], "exists (x=1)"));
	expect([all.positive, all.leaves]).toEqual([2n ** 30n, 31]);
	const two = countsOf(litmus([writer, ...times(30, () => reader)], "exists (1:r=1 /\\ 2:r=0)"));
	expect([two.positive, two.negative]).toEqual([2n ** 28n, 3n * 2n ** 28n]);
});

test("a message handed on by 29 threads", { timeout: 60_000 }, () => {
	const links = times(29, (i) => {
		return `(int *x${i}, int *x${i + 1}) { int r = smp_load_acquire(x${i}); if (r) smp_store_release(x${i + 1}, 1); }`;
	});
	const first = "(int *d, int *x0) { WRITE_ONCE(*d, 1); smp_store_release(x0, 1); }";
	const last = "(int *d, int *x29) { int r = smp_load_acquire(x29); int s = READ_ONCE(*d); }";
	const { positive, negative, deadEnds } = countsOf(
		litmus([first, ...links, last], "exists (30:r=1 /\\ 30:s=0)"),
	);
	// The chain ends at one of 30 places, the last thread sees the datum or not, and must where it has the message.
	expect([positive, negative, deadEnds]).toEqual([0n, 61n, 0]);
});

test("30 writers of their own variables and a reader of one", { timeout: 60_000 }, () => {
	const own = times(29, (i) => `(int *x${i}) { WRITE_ONCE(*x${i}, 1); }`);
	const reader = "(int *x0) { int r = READ_ONCE(*x0); }";
	const { positive, negative } = countsOf(litmus([...own, reader], "exists (29:r=1)"));
	expect([positive, negative]).toEqual([1n, 1n]);
});

test("a list that grows at its head, walked by readers through its pointers", () => {
	const cells = times(8, (i) => `n${i}`);
	const publish = cells.map((cell, i) => {
		return `${i > 0 ? `WRITE_ONCE(*${cell}, n${i - 1});` : ""} rcu_assign_pointer(*head, ${cell});`;
	});
	const grower = `(int **head, ${cells.map((cell) => `int **${cell}`).join(", ")}) { ${publish.join(" ")} }`;
	const walker = `(int **head, int *z) { int **p; int **q; rcu_read_lock(); p = rcu_dereference(*head);
	if (p != z) q = rcu_dereference(*p); rcu_read_unlock(); }`;
	const initial = `${cells.map((cell) => `int *${cell} = &z;`).join(" ")} int *head = &z;`;
	const walkers = times(4, () => walker);
	const { positive, negative, leaves, deadEnds } = countsOf(
		litmus([grower, ...walkers], "exists (head=n7)", initial),
	);
	// Nine heads for each of four readers.
	expect([positive, negative, deadEnds]).toEqual([9n ** 4n, 0n, 0]);
	// There are 495 choices of four among nine with repetition. What is certain is decided at once, and hides a few that are alike.
	expect(leaves).toBeLessThan(500);
});

test("a ticket lock", () => {
	const { positive, negative, leaves } = countsOf(
		litmus(
			times(4, () => ticket),
			"exists (c=4)",
		),
	);
	expect([positive, negative, leaves]).toEqual([factorial(4n), 0n, 1]);
});

test("11 readers beside a grace period", { timeout: 60_000 }, () => {
	const updater = "(int *x, int *y) { WRITE_ONCE(*x, 1); synchronize_rcu(); WRITE_ONCE(*y, 1); }";
	const { positive, negative } = countsOf(
		litmus([updater, ...times(11, () => rcuReader)], "exists (1:r=1 /\\ 1:s=0)"),
	);
	expect([positive, negative]).toEqual([0n, 3n ** 11n]);
});

test("readers under a sequence count: each combination of their runs once", { timeout: 60_000 }, () => {
	const alone = countsOf(litmus([seqWriter, seqReader], "exists (a=1)"));
	expect([alone.positive, alone.leaves]).toEqual([18n, 18]);
	const four = countsOf(litmus([seqWriter, ...times(4, () => seqReader)], "exists (a=1)"));
	// As many choices of four among 18 with repetition.
	expect([four.positive, four.leaves]).toEqual([18n ** 4n, 5985]);
});

test("readers of a message: the reader's two reads are one part", () => {
	const reader = "(int *x, int *f) { int r = smp_load_acquire(f); int s = READ_ONCE(*x); }";
	const { positive, leaves } = countsOf(litmus([publisher, ...times(10, () => reader)], "exists (x=1)"));
	expect([positive, leaves]).toEqual([3n ** 10n, 66]);
});
