import { expect, test } from "vitest";
import { pairsOf, pairsOfFile } from "./pairs-of.ts";

type Known = readonly [file: string, lines: readonly string[], idle: readonly string[]];

/** What the shapes of the literature are known to need. */
const KNOWN: readonly Known[] = [
	["message-passing/MP+rel+acq", ["P0 smp_store_release(y, 1) & P1 smp_load_acquire(y): condition"], []],
	["message-passing/MP+wmb+rmb", ["P0 smp_wmb() & P1 smp_rmb(): condition"], []],
	["message-passing/MP+wmb+addr", ["P0 smp_wmb() & P1 READ_ONCE(*p) (dependency): condition"], []],
	// A branch keeps no read behind it: the condition is possible anyway.
	["message-passing/MP+wmb+ctrl", [], ["P0 smp_wmb()"]],
	["message-passing/MP+wmb+ctrl-rmb", ["P0 smp_wmb() & P1 smp_rmb(): condition"], []],
	["store-buffering/SB+mb+mb", ["P0 smp_mb() & P1 smp_mb(): condition"], []],
	[
		"store-buffering/SB+store-mb+store-mb",
		["P0 smp_store_mb(*x, 1) & P1 smp_store_mb(*y, 1): condition"],
		[],
	],
	["store-buffering/SB+xchg+xchg", ["P0 xchg(x, 1) & P1 xchg(y, 1): condition"], []],
	["store-buffering/SB+wmb+rmb", [], ["P0 smp_wmb()", "P1 smp_rmb()"]],
	[
		"store-buffering/3.SB+mb+mb+mb",
		[
			"P0 smp_mb() & P1 smp_mb(): condition",
			"P0 smp_mb() & P2 smp_mb(): condition",
			"P1 smp_mb() & P2 smp_mb(): condition",
		],
		[],
	],
	["write-order/R+mb+mb", ["P0 smp_mb() & P1 smp_mb(): condition"], []],
	["write-order/2+2W+mb+mb", ["P0 smp_mb() & P1 smp_mb(): condition"], []],
	["write-order/S+wmb+data", ["P0 smp_wmb() & P1 READ_ONCE(*y) (dependency): condition"], []],
	[
		"load-buffering/LB+data+data",
		["P0 READ_ONCE(*x) (dependency) & P1 READ_ONCE(*y) (dependency): condition"],
		[],
	],
	["load-buffering/LB+mb+ctrl", ["P0 smp_mb() & P1 READ_ONCE(*y) (dependency): condition"], []],
	// The release of P1 orders what P0 has released as well as the acquire does, which nobody needs then.
	[
		"three-and-four-threads/ISA2+rel+acq-rel+acq",
		["P1 smp_store_release(z, 1) & P2 smp_load_acquire(z): condition"],
		["P1 smp_load_acquire(y)"],
	],
	["three-and-four-threads/RWC+mb+mb", ["P1 smp_mb() & P2 smp_mb(): condition"], []],
	["three-and-four-threads/IRIW+mb+mb", ["P1 smp_mb() & P3 smp_mb(): condition"], []],
	[
		"atomics/MP+rel+relaxed-rmw+acq",
		["P0 atomic_set_release(y, 1) & P2 atomic_read_acquire(y): condition"],
		[],
	],
	["atomics/MP+rel+cmpxchg-fail", [], ["P0 smp_store_release(y, 1)", "P1 cmpxchg(y, 5, 2)"]],
	[
		"data-races/MP+plain-rel+acq-if",
		["P0 smp_store_release(y, 1) & P1 smp_load_acquire(y): condition, race"],
		[],
	],
	[
		"rcu/publish+assign+dereference",
		["P0 rcu_assign_pointer(*p, x) & P1 rcu_dereference(*p) (dependency): condition, race"],
		[],
	],
];

test.each(KNOWN)("%s", async (file, lines, idle) => {
	expect(await pairsOfFile(`lkmm/${file}.litmus`)).toMatchObject({
		lines,
		idle,
		pairs: { isComplete: true, lacksDependencies: false },
	});
});

test("the ring buffer: what commits pairs with the acquire of the header, and space with its release", async () => {
	expect((await pairsOfFile("bpf-rb/commit/bpf-rb-commit-xchg-payload.litmus")).lines).toEqual([
		"P0 smp_load_acquire(producer_pos) & P1 smp_store_release(producer_pos, rProd + 1): race",
		"P0 smp_load_acquire(len1) & P1 xchg(len1, 1): condition, race",
	]);
	expect((await pairsOfFile("bpf-rb/recycling/bpf-rb-consumer-pos-release-recycled.litmus")).lines).toContain(
		"P0 smp_store_release(consumer_pos, 1) & P1 smp_load_acquire(consumer_pos): condition, race",
	);
	expect((await pairsOfFile("bpf-rb/user-ring/bpf-rb-user-ring-busy-set-release.litmus")).lines).toEqual([
		"P0 atomic_cmpxchg(busy, 0, 1) & P1 atomic_set_release(busy, 0): condition",
		"P0 atomic_set_release(busy, 0) & P1 atomic_cmpxchg(busy, 0, 1): condition",
	]);
	// The header alone orders nothing that could be read too early, and producer_pos comes behind a write barrier.
	expect(
		(await pairsOfFile("bpf-rb/header-only/bpf-rb-2p1c-bounded-1.litmus")).lines.filter(
			(line) => !line.includes("consumer_pos"),
		),
	).toEqual([]);
	const edge = await pairsOfFile("bpf-rb/wake-up/bpf-rb-wakeup-edge-mb.litmus");
	expect(edge.lines).toEqual(["P0 smp_mb() & P1 xchg(len2, 1): condition"]);
});

test("an ordering that another one backs up prevents nothing, and yet is seen", async () => {
	const { pairs, lines } = await pairsOfFile("bpf-rb/payload/bpf-rb-1p1c-bounded-1-payload.litmus");
	expect(lines).toEqual(["P0 smp_load_acquire(len1) & P1 xchg(len1, 1): condition, race"]);
	const textOf = (number: number): string => {
		const { start, end, file } = pairs.roles[number].ordering.span;
		return file.text.slice(start, end);
	};
	const acquire = pairs.roles.find((_, number) => textOf(number) === "smp_load_acquire(producer_pos)");
	expect(acquire?.prevents).not.toEqual([]);
	expect(acquire?.partners).toEqual([]);
	expect(acquire?.seen.map(textOf)).toEqual(["smp_store_release(producer_pos, rProd + 1)"]);
});

test("a place that several threads run is one ordering; functions, named properties and forall", async () => {
	const text = `C functions
int x; int y; int z;
static void publish(int *data, int *flag)
{
	WRITE_ONCE(*data, 1);
	smp_store_release(flag, 1);
}
static void consume(void)
{
	int r0 = smp_load_acquire(&y);
	int r1 = READ_ONCE(x);
	assert(!r0 || r1);
}
{ }
P0() { publish(&x, &y); }
P[1..2]() { consume(); }
P3() { int r0; int r1; r0 = smp_load_acquire(&y); r1 = READ_ONCE(x); }
forall (3:r0=0 \\/ 3:r1=1)
`;
	const { lines, pairs } = await pairsOf(text);
	expect(lines).toEqual([
		"P0 smp_store_release(flag, 1) & P1 P2 smp_load_acquire(&y): assertion in consume, line 12",
		"P0 smp_store_release(flag, 1) & P3 smp_load_acquire(&y): condition",
	]);
	expect(pairs.possible).toEqual([]);
});

test("a search that cannot end says so, and too many values leave dependencies out", async () => {
	const spin = `C spin
{ }
P0(int *x, int *y) { WRITE_ONCE(*x, 1); smp_store_release(y, 1); }
P1(int *x, int *y) { int r0; for (int i = 0; i < 9; i++) { if (smp_load_acquire(y)) break; } r0 = READ_ONCE(*x); }
exists (1:r0=2)
`;
	expect((await pairsOf(spin)).pairs.isComplete).toBe(false);
	const stores = Array.from({ length: 20 }, (_, value) => `WRITE_ONCE(*x, ${value});`).join(" ");
	const values = `C values\n{ }\nP0(int *x) { ${stores} }\nP1(int *x) { int r0; r0 = READ_ONCE(*x); }\nexists (1:r0=99)\n`;
	expect((await pairsOf(values)).pairs.lacksDependencies).toBe(true);
});

test("other models have orderings of their own", async () => {
	expect((await pairsOfFile("lkmm/message-passing/MP+rel+acq.litmus", "tso")).lines).toEqual([]);
	expect((await pairsOfFile("lkmm/store-buffering/SB+mb+mb.litmus", "tso")).lines).toEqual([
		"P0 smp_mb() & P1 smp_mb(): condition",
	]);
});
