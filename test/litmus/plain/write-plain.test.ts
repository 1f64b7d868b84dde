import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writePlain } from "../../../src/litmus/plain/write-plain.ts";
import { formatDiagnostic } from "../../../src/source/format-diagnostic.ts";
import { load } from "../load.ts";
import { findings, lowered, plainText } from "./lowered.ts";

const TESTS: Readonly<Record<string, string>> = {
	"functions, arrays and loops of constant length": `
#define SIZE 2
int len[SIZE], head; static int slot(int pos) { return pos & (SIZE - 1); }
static void publish(int pos) { WRITE_ONCE(len[slot(pos)], pos + 1); smp_store_release(&head, pos + 1); }
{ } P0() { for (int i = 0; i < 3; i++) publish(i); }
P1() { int r0 = READ_ONCE(head); int r1 = -1; if (r0 > 0) r1 = READ_ONCE(len[slot(r0 - 1)]); }
locations [len] exists (1:r0=1 /\\ 1:r1=0)`,
	"an address dependency through an index": `
{ int a[2] = {1, 2}; } P0(int *a, int *x) { a[0] = 5; smp_wmb(); WRITE_ONCE(*x, 0); WRITE_ONCE(*x, 1); }
P1(int *a, int *x) { int r0 = READ_ONCE(*x); int r1 = READ_ONCE(a[1 - r0]); } exists (1:r0=1 /\\ 1:r1=1)`,
	"load buffering through an index": `
{ } P0(int *a[2], int *x) { } P1(int *x, int *y) { int r0 = READ_ONCE(*x); WRITE_ONCE(*y, r0); }
P2(int *b, int *x, int *y) { int r0 = READ_ONCE(*y); WRITE_ONCE(*(b + (r0 & 0)), 1); WRITE_ONCE(*x, 1); } exists (1:r0=1 /\\ 2:r0=1)`.replace(
		"P0(int *a[2], int *x) { }",
		"P0() { }",
	),
	"an index that may lead nowhere": `
{ int a[2] = {1, 2}; } P0(int *a, int *x) { int r0 = READ_ONCE(*x); int r1 = READ_ONCE(a[r0]); } P1(int *x) { WRITE_ONCE(*x, 1); WRITE_ONCE(*x, 2); } locations [0:r0; 0:r1]`,
	"a division that may have no meaning": `
{ } P0(int *x, int *y) { int r0 = READ_ONCE(*x); { int r1 = 6 / r0; } *y = 1; } P1(int *x) { WRITE_ONCE(*x, 1); } locations [y]`,
	"early returns and jumps": `
static int f(int *p, int *q) { if (READ_ONCE(*p)) return 1; if (READ_ONCE(*q)) goto out; smp_mb(); return 2; out: return 3; }
{ } P0(int *x, int *y) { int r0 = f(x, y); WRITE_ONCE(*y, r0); } P1(int *x, int *y) { int r0 = f(y, x); WRITE_ONCE(*x, r0); }
exists (0:r0=2 /\\ 1:r0=2)`,
	"control dependencies end at the join": `
{ } P0(int *x, int *y) { int r0 = READ_ONCE(*x); if (r0) { smp_rmb(); } else { goto out; } WRITE_ONCE(*y, 2); out: WRITE_ONCE(*y, 1); }
P1(int *x, int *y) { int r0 = READ_ONCE(*y); smp_mb(); WRITE_ONCE(*x, r0); } exists (0:r0=1 /\\ 1:r0=1)`,
	"a switch that falls through": `
{ } P0(int *x, int *y) { int r0 = READ_ONCE(*x); switch (r0) { case 0: *y = 1; case 1: *y = 2; break; case 5: *y = 7; default: *y = 3; } }
P1(int *x) { WRITE_ONCE(*x, 1); WRITE_ONCE(*x, 5); } locations [y]`,
	"short circuits with reads": `
{ } P0(int *x, int *y, int *z) { int r0 = READ_ONCE(*x) && READ_ONCE(*y) == 1 || READ_ONCE(*z); int r1 = r0 ? READ_ONCE(*z) : 4; }
P1(int *x, int *y, int *z) { WRITE_ONCE(*x, 1); WRITE_ONCE(*z, 2); smp_store_release(y, 1); } exists (0:r0=1 /\\ 0:r1=0)`,
	"choices without reads keep their data dependencies": `
{ } P0(int *x, int *y) { int r0 = READ_ONCE(*x); WRITE_ONCE(*y, r0 ? 1 : 1); } P1(int *x, int *y) { int r0 = READ_ONCE(*y); WRITE_ONCE(*x, !r0 || !!r0); }
exists (0:r0=1 /\\ 1:r0=1)`,
	"structures, constants and memory that is mapped twice": `
struct ring { const u32 mask; u32 pos; char data[8] __words(u32) __mapped_twice; }; struct ring ring = { .mask = 7, .pos = 4 };
{ } P0() { u32 pos = READ_ONCE(ring.pos); u32 *p = (void *)ring.data + (pos & ring.mask); *p = 1; *(p + 1) = 2; WRITE_ONCE(ring.pos, pos + 8); }
P1() { u32 *p = (u32 *)ring.data; int r0 = READ_ONCE(*p); } locations [ring]`.replace(
		"*(p + 1) = 2;",
		"*(u32 *)((void *)ring.data + (pos & ring.mask) + 4) = 2;",
	),
	"atomics of all kinds": `
{ a = 2; } P0(atomic_t *a, atomic_t *b) { int r0 = atomic_add_return(2, a); int r1 = atomic_dec_and_test(b); int r2 = atomic_add_unless(a, 3, 4); int r3 = atomic_cmpxchg(b, -1, 9); }
P1(atomic_t *a, atomic_t *b) { atomic_inc(a); int r0 = atomic_xchg_acquire(b, 6); int r1 = atomic_fetch_or_release(8, a); atomic_sub(1, b); } locations [a; b]`,
	"locks, RCU and SRCU": `
{ } P0(spinlock_t *l, int *x, struct srcu_struct *s) { spin_lock(l); smp_mb__after_spinlock(); *x = 1; spin_unlock(l); synchronize_srcu(s); rcu_read_lock(); rcu_read_unlock(); synchronize_rcu(); }
P1(spinlock_t *l, int *x, struct srcu_struct *s) { int r2; int r0 = spin_trylock(l); if (r0) { int r1 = *x; spin_unlock(l); } r2 = srcu_read_lock(s); srcu_read_unlock(s, r2); } exists (1:r0=1)`,
	pointers: `
{ int *p = &x; int *q; } P0(int **p, int *y, int **q) { WRITE_ONCE(*y, 1); rcu_assign_pointer(*p, y); if (READ_ONCE(*q) == y) WRITE_ONCE(*q, NULL); }
P1(int **p, int *x, int **q) { int *r0 = rcu_dereference(*p); int r1 = READ_ONCE(*r0); WRITE_ONCE(*q, r0); if (r0 != x) WRITE_ONCE(*x, 3); } locations [p; q; x] exists (1:r0=y /\\ 1:r1=0)`,
	"registers that begin with a value": `
{ 0:r0=5; 0:r1=x; y=3; } P0(int *x, int *y) { int r0; int *r1; if (READ_ONCE(*y) == 3) r0 = 6; WRITE_ONCE(*r1, r0); } locations [x] filter (y=3) exists (0:r0=6)`,
	"names that clash": `
{ int a[2]; int a_0 = 4; } P0(int *a, int *a_0) { int t1 = *a_0; { int t1 = a[0]; a[1] = t1 + 1; } } locations [a[1]; a_0] exists (0:t1=4)`,
	"integers of all widths": `
u8 a = 250; s64 b = -3; unsigned c = 5; u64 d; bool e; s8 f;
{ } P0() { a += 10; b = b * c; d = b / 2 + a; e = d; f = d; c = (c - 6) / 2; d = d >> 3; } locations [a; b; c; d; e; f]`,
};

describe("the plain test has the same executions", () => {
	test.each(Object.entries(TESTS))("%s", (_name, text) => {
		const program = load(`C t\n${text}\n`);
		expect(findings(lowered(program))).toEqual(findings(program));
	});
});

test("it is written as people write such tests", () => {
	const text = `C t\n(* Result: Never *)\nint data[2], ready;
static void put(int at, int v) { data[at] = v; smp_store_release(&ready, at + 1); }
{ } P0() { for (int i = 0; i < 2; i++) put(i, 7); } P1() { int r0 = smp_load_acquire(&ready); int r1; if (r0 > 1) r1 = data[1]; } exists (1:r0=2 /\\ 1:r1=0)`;
	expect(plainText(load(text))).toBe(`C t

(* Result: Never *)

{}

P0(int *data_0, int *data_1, int *ready)
{
	*data_0 = 7;
	smp_store_release(ready, 1);
	*data_1 = 7;
	smp_store_release(ready, 2);
}

P1(int *data_1, int *ready)
{
	int r0;
	int r1;

	r0 = smp_load_acquire(ready);
	if (r0 > 1) {
		r1 = *data_1;
	}
}

locations [1:r0; 1:r1;]
exists (1:r0=2 /\\ 1:r1=0)
`);
});

const NAMES = ["a", "b", "c", "d"];
const OPERATORS = ["+", "-", "*", "&", "|", "^", "==", "!=", "<", "<=", ">", ">=", "&&", "||"];

const expression = fc.letrec<{ whole: string }>((tie) => ({
	whole: fc.oneof(
		{ maxDepth: 3, depthSize: "small" },
		fc.oneof(
			fc.constantFrom(...NAMES),
			fc.constantFrom("0", "1", "-1", "7u", "200", "-129", "3L", "0xffffffff"),
		),
		fc
			.tuple(tie("whole"), fc.constantFrom(...OPERATORS), tie("whole"))
			.map(([left, operator, right]) => `(${left} ${operator} ${right})`),
		fc
			.tuple(fc.constantFrom("-", "~", "!"), tie("whole"))
			.map(([operator, operand]) => `${operator}(${operand})`),
		fc
			.tuple(fc.constantFrom("u8", "s8", "u16", "int", "unsigned", "long", "bool"), tie("whole"))
			.map(([type, operand]) => `(${type})(${operand})`),
		fc.tuple(tie("whole"), tie("whole"), tie("whole")).map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
		fc.tuple(tie("whole"), fc.nat(7)).map(([left, count]) => `(${left} << ${count})`),
	),
})).whole;

test("expressions keep their values, whatever C converts", () => {
	const type = fc.constantFrom("u8", "s8", "u16", "int", "unsigned", "long", "unsigned long");
	const value = fc.constantFrom("0", "1", "-1", "127", "-128", "65535", "2147483647", "-2147483648");
	fc.assert(
		fc.property(
			expression,
			fc.array(type, { minLength: 5, maxLength: 5 }),
			fc.array(value, { minLength: 4, maxLength: 4 }),
			(text, types, values) => {
				const declared = NAMES.map((name, i) => `${types[i]} m${name} = ${values[i]};`).join(" ");
				const reads = NAMES.map((name, i) => `${types[i]} ${name} = m${name};`).join(" ");
				const program = load(
					`C t\n${declared} ${types[4]} result;\n{ }\nP0() { ${reads} result = ${text}; }\nlocations [result]\n`,
				);
				expect(findings(lowered(program))).toEqual(findings(program));
			},
		),
		{ numRuns: 40, seed: 7 },
	);
});

describe("where there is none, it says why", () => {
	test.each([
		["{ } P0(int *x) { while (!READ_ONCE(*x)) ; }", "READ_ONCE(*x)", "this loop"],
		["{ } P0(int *x) { for (int i = 0; ; i++) *x = i; }", "", "more than 4000 statements"],
		["{ } P0(int *x) { *x = choose(2); }", "choose(2)", "a choice"],
		["{ } P0(int *x) { assert(*x == 0); }", "assert(*x == 0)", "an assertion"],
		["{ } P0(int *x) { assume(*x == 0); }", "assume(*x == 0)", "an assumption"],
		["int f(int *p) { return *p ? f(p) : 1; } { } P0(int *x) { f(x); }", "f(p)", "recursion"],
		["int x; void h(void) { x = 1; } { } P0() interrupted by h() { x = 2; }", "h", "a choice"],
		[
			"struct s { int a, b; } s; struct s *p = &s; { } P0() { struct s *q = READ_ONCE(p); q->b = 1; }",
			"q->b = 1",
			"which locations",
		],
		["{ } P0(int *x, int *y) { *y = 1 << *x; }", "*y = 1 << *x", "a shift"],
		["{ } P0(int *x, int *y) { *y = *x >> 1; }", "*y = *x >> 1", "a shift to the right"],
		["{ } P0(int *x) { *x = 1; } exists (x < 2)", "exists", "what is smaller"],
		["{ } P0(int *x) { *x = 1; } exists (x + 1 = 2)", "exists", "something computed"],
		['{ } P0(int *x) { *x = 1; } forbidden "two" (x=2)', '"two"', "`two`"],
	])("%s", (text, at, message) => {
		const result = writePlain(load(`C t\n${text}\n`));
		if (result.ok) throw new Error(result.value);
		const [first] = result.diagnostics;
		const { span } = first;
		expect(first.code).toBe("litmus-not-plain");
		expect(first.message).toContain(message);
		expect(span?.file.text.slice(span.start, span.end)).toContain(at);
		expect(formatDiagnostic(first)).toMatch(/:\d+:\d+: error.*\n.*\n.*\^[\s\S]*hint: /);
	});
});
