import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import type { Verdict } from "../../src/execution/verdict.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { diagnose, load } from "./load.ts";
import { printThread } from "./print-code.ts";

const verdictOf = (text: string, unroll = 2): Verdict => check(load(text), shippedModel("lkmm"), { unroll });

/** What a verdict says of the executions, without the work that finding them was. */
const facts = ({ kind, positive, negative, states, flags }: Verdict): unknown => ({
	kind,
	positive,
	negative,
	states,
	flags,
});

const executionsOf = ({ positive, negative }: Verdict): number => Number(positive) + Number(negative);

/** Both texts have the same executions. */
function expectAlike(interrupted: string, byHand: string, executions: number): void {
	const found = verdictOf(interrupted);
	expect(executionsOf(found)).toBe(executions);
	expect(facts(found)).toEqual(facts(verdictOf(byHand)));
}

describe("a handler runs once before any event, at the end, or never", () => {
	// By hand: `when` is the point at which it runs, the last number that it does not.
	test.each([
		["one store", "WRITE_ONCE(x, 1);", "AT(0) WRITE_ONCE(x, 1); AT(1)", 2, 3],
		[
			"two accesses",
			"int r0 = READ_ONCE(x); x = r0 + 1;",
			"AT(0) int r0 = READ_ONCE(x); AT(1) x = r0 + 1; AT(2)",
			3,
			4,
		],
		[
			"fences and exchanges",
			"xchg(&x, 1); smp_mb(); spin_lock(&l); spin_unlock(&l);",
			"AT(0) xchg(&x, 1); AT(1) smp_mb(); AT(2) spin_lock(&l); AT(3) spin_unlock(&l); AT(4)",
			5,
			6,
		],
		["nothing but local steps", "int r0 = 1; r0 += 2; if (r0 == 3) r0 = 4;", "AT(0) int r0 = 1;", 1, 2],
		["an early return", "x = 1; return; x = 2;", "AT(0) x = 1; AT(1)", 2, 3],
		[
			"a loop of constant length",
			"for (int i = 0; i < 3; i++) x = i;",
			"AT(0) x = 0; AT(1) x = 1; AT(2) x = 2; AT(3)",
			4,
			5,
		],
		["a function of the process", "set(1); x = 2;", "AT(0) x = 1; AT(1) x = 2; AT(2)", 3, 4],
	])("%s", (_name, body, byHand, points, executions) => {
		const before =
			"int x, y; spinlock_t l; static void set(int v) { x = v; } static void h(void) { y = x + 1; }";
		expectAlike(
			`C t\n${before}\n{ } P0() interrupted by h() { ${body} } locations [x; y]`,
			`C t\n#define AT(n) if (when == n) h();\n${before}\n{ } P0() { int when = choose(${points + 1}); ${byHand} } locations [x; y]`,
			executions,
		);
	});

	test("beside another process", () => {
		const rest = "P1() { int r1 = smp_load_acquire(&y); int r2 = READ_ONCE(x); } exists (1:r1=1 /\\ 1:r2=0)";
		const handler = "int x, y; static void h(void) { smp_store_release(&y, 1); }";
		const byHand = "int when = choose(3); AT(0) WRITE_ONCE(x, 1); AT(1)";
		expectAlike(
			`C t\n${handler}\n{ } P0() interrupted by h() { WRITE_ONCE(x, 1); } ${rest}`,
			`C t\n#define AT(n) if (when == n) h();\n${handler}\n{ } P0() { ${byHand} } ${rest}`,
			2 + 4 + 3,
		);
	});

	test("in processes of one body each may be interrupted", () => {
		const handler = "atomic_t n; int x; static void h(void) { atomic_inc(&n); }";
		const both = (process: string): string => `C t\n${handler}\n{ } ${process} locations [n; x]`;
		expectAlike(
			both("P[0..1]() interrupted by h() { WRITE_ONCE(x, 1); }"),
			both("P[0..1]() { int when = choose(3); if (when == 0) h(); WRITE_ONCE(x, 1); if (when == 1) h(); }"),
			2 * (1 + 2 * 2 + 4 * 2),
		);
	});
});

describe("no execution is met twice", () => {
	const alone = (body: string, rest = ""): number => {
		const verdict = verdictOf(
			`C t\nstruct s { const int n; int a; const int *p; } s = { .n = 2 }, *q = &s; int x, z; ${rest}
static void h(void) { z = 1; }\n{ } P0() interrupted by h() { ${body} }`,
		);
		return executionsOf(verdict);
	};

	test.each([
		["a point where a branch meets", "int r0 = x; if (r0 == 7) z = 2; x = 3;", 4],
		["a branch that is taken", "int r0 = x; if (r0 == 0) z = 2; x = 3;", 5],
		["a constant member", "x = s.n;", 3],
		["a constant member of an object that is only known when the code runs", "struct s *p = q; x = p->n;", 4],
		["a member that points to something constant", "struct s *p = q; const int *r = p->p;", 4],
		["notes and assertions", "trace_a(1); assert(x == 0); trace_b(2);", 3],
	])("%s", (_name, body, executions) => expect(alone(body)).toBe(executions));

	test("waiting takes as long as it takes", () => {
		const verdict = verdictOf(
			"C t\nint x, y; static void h(void) { WRITE_ONCE(x, 1); }\n{ } P0() interrupted by h() { while (!READ_ONCE(x)) ; y = 1; } locations [y]",
			1,
		);
		// Without the handler it waits for ever; only before the loop's read it helps.
		expect(verdict).toMatchObject({ kind: "holds", positive: 1, negative: 0, states: ["y=1"] });
	});
});

describe("what a handler sees", () => {
	const code = (text: string, thread = 0): readonly string[] => printThread(load(text), thread);

	test("in_nmi() is 1 in it and in what it calls, and 0 outside", () => {
		const { states } = verdictOf(`C t
int inside = 7, outside = 7, x; static int deep(void) { return in_nmi(); } static void h(void) { inside = deep(); }
{ } P0() interrupted by h() { x = deep(); outside = in_nmi(); } filter (inside != 7) locations [inside; outside; x]`);
		expect(states).toEqual(["inside=1; outside=0; x=0"]);
	});

	test("it is not interrupted itself", () => {
		const lines = code(
			"C t\nint x, y; static void h(void) { x = 1; x = 2; }\n{ } P0() interrupted by h() { y = 1; }",
		);
		expect(lines.filter((line) => line.includes("choose"))).toHaveLength(2);
		expect(lines.filter((line) => line.startsWith("store &x"))).toHaveLength(4);
	});

	test("its arguments are what parameters are at that time", () => {
		const { states } = verdictOf(`C t
int x, y; static void h(int *p, int a) { *p += a; }
{ } P[i = 0..0](int *x, int *y) interrupted by h(x, 10 + i) { { int *x = y, i = 5; *x = i; } x = y; *x = 1; } locations [x; y]`);
		expect(states).toEqual(["x=0; y=1", "x=0; y=11", "x=10; y=1"]);
	});

	test("variables of the thread are its own, too", () => {
		const { states } = verdictOf(`C t
static __thread int depth; int x, y; static void h(void) { y = depth + 1; depth = 5; }
{ } P0() interrupted by h() { depth = 1; x = 1; x = depth; depth = 3; } locations [x; y]`);
		expect(states).toEqual(["x=1; y=0", "x=1; y=4", "x=5; y=2"]);
	});

	test("a branch that it happens in controls it", () => {
		const loadBuffering = (after: string): Verdict =>
			verdictOf(`C t
int x, z; static __thread int passed; static void h(void) { WRITE_ONCE(z, 1 + passed); }
{ } P0() interrupted by h() { int r0 = READ_ONCE(x); passed = 1; ${after} }
P1() { int r1 = READ_ONCE(z); smp_mb(); WRITE_ONCE(x, 1); } exists (0:r0=1 /\\ 1:r1=2)`);
		expect(loadBuffering("smp_mb(); passed = 0;").positive).toBe(1);
		expect(loadBuffering("if (r0) { smp_mb(); passed = 0; }").positive).toBe(0);
	});

	test("a lock that its process holds makes it hang", () => {
		const text = (release: string): string =>
			`C t\nspinlock_t l; int x; static void h(void) { if (in_nmi() && ${release}) { spin_unlock(&l); } }\n{ } P0() interrupted by h() { spin_lock(&l); x = 1; spin_unlock(&l); }`;
		expect(verdictOf(text("!spin_trylock(&l) ? 0 : 1"))).toMatchObject({ positive: 5 });
		const waiting = text("1").replace(
			"if (in_nmi() && 1) { spin_unlock(&l); }",
			"spin_lock(&l); spin_unlock(&l);",
		);
		// Never, before, and after; while the lock is held there is no end.
		expect(verdictOf(waiting)).toMatchObject({ positive: 3 });
	});
});

test.each([
	["handle()", "litmus-unknown-handler", "handle", "did you mean `handler`?"],
	["P1()", "litmus-unknown-handler", "P1", undefined],
	["smp_mb()", "litmus-unknown-handler", "smp_mb", undefined],
	["handler(1)", "litmus-argument-count", "handler(1)", undefined],
	["declared()", "litmus-no-body", "declared()", undefined],
	["typed(z)", "litmus-undeclared", "z", undefined],
])("interrupted by %s: %s", (call, code, at, hint) => {
	const found = diagnose(`C t
int x; static void handler(void) { x = 2; } void declared(void); static void typed(int a) { x = a; }
{ } P0() interrupted by ${call} { x = 1; { int z = 3; x = z; } } P1() { x = 3; }`);
	expect(found.map((one) => one.code)).toEqual([code]);
	const [{ span, hint: said }] = found;
	expect(span?.file.text.slice(span.start, span.end)).toBe(at);
	if (hint !== undefined) expect(said).toBe(hint);
});
