import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { diagnose, load } from "./load.ts";
import { printThread } from "./print-code.ts";
import { HAS_COMPILER, runC } from "./run-c.ts";

/** A test whose only process stores what `run()` gives into `result`. */
function withFunctions(externals: string): string {
	return `C t\n${externals}\nlong result;\n{ }\nP0() { result = run(); }\nlocations [result]\n`;
}

function resultOf(externals: string): string {
	const verdict = check(load(withFunctions(externals)), shippedModel("sc"), { unroll: 1 });
	expect(verdict.states).toHaveLength(1);
	return verdict.states[0].replace("result=", "");
}

/** What is said first about such a test, with the text that it points at. */
function complaint(externals: string): string {
	const [first] = diagnose(withFunctions(externals));
	if (first === undefined) return "";
	return `${first.code} at ${first.span?.file.text.slice(first.span.start, first.span.end)}`;
}

const PROGRAMS: readonly (readonly [name: string, text: string])[] = [
	["a call", "int twice(int x) { return x * 2; } long run(void) { return twice(3) + twice(4); }"],
	["parameters convert", "int f(u8 x, bool b) { return x * 10 + b; } long run(void) { return f(260, 7); }"],
	[
		"results convert",
		"u8 f(int x) { return x; } s8 g(int x) { return x; } long run(void) { return f(-1) + g(200); }",
	],
	[
		"an early return",
		"int f(int x) { if (x > 2) return 1; x++; return x; } long run(void) { return f(1) * 10 + f(3); }",
	],
	[
		"returns in loops",
		"int f(int n) { for (int i = 0; ; i++) { if (i * i > n) return i; } } long run(void) { return f(50); }",
	],
	[
		"a parameter is the callee's own",
		"int f(int x) { x = 9; return x; } long run(void) { int x = 1; f(x); return x; }",
	],
	[
		"locals are each call's own",
		"int f(int n) { int i, s = 0; for (i = 0; i < n; i++) s += i; return s; } long run(void) { int i = 100; return f(4) + f(5) + i; }",
	],
	[
		"labels are each function's own",
		"int f(int x) { if (x) goto out; return 1; out: return 2; } long run(void) { int r = f(1); goto out; r = 50; out: return r * 10 + f(0); }",
	],
	["void functions", "int g; void f(void) { g = 5; return; } long run(void) { f(); return g; }"],
	[
		"void through void",
		"int g; void h(int x) { g = x; } void f(void) { return h(3); } long run(void) { f(); return g; }",
	],
	[
		"recursion within its bound",
		"int f(int n) { return n ? n * f(n - 1) : 1; } long run(void) { return f(3); }",
	],
	[
		"two that call each other",
		"bool odd(int n); bool even(int n) { return n == 0 ? 1 : odd(n - 1); } bool odd(int n) { return n == 0 ? 0 : even(n - 1); } long run(void) { return even(4) * 10 + odd(4); }",
	],
	[
		"addresses of locals",
		"void f(int *p, long *q) { *p += 2; *q = *p; } long run(void) { int a = 1; long b; f(&a, &b); return a * 10 + b; }",
	],
	[
		"an address handed on",
		"void g(u16 *p) { *p = 70000; } void f(u16 *p) { u16 *q = p; g(q); } long run(void) { u16 a; f(&a); return a; }",
	],
	["pointers to void", "void f(void *p) { *(int *)p = 7; } long run(void) { int a = 0; f(&a); return a; }"],
	[
		"whether a local has an address",
		"int f(int *p) { return p ? 1 : 2; } long run(void) { int a; return f(&a) * 10 + f(NULL); }",
	],
	[
		"function pointers",
		"typedef int (*op_t)(int); int inc(int x) { return x + 1; } int neg(int x) { return -x; } int f(op_t op, int x) { return op(x); } long run(void) { return f(inc, 5) * 10 + f(&neg, 3) + (*inc)(0); }",
	],
	[
		"a table of functions",
		"struct ops { int (*a)(int); int (*b)(int); }; int inc(int x) { return x + 1; } int neg(int x) { return -x; } static const struct ops ops = { .a = neg, .b = inc }; int f(const struct ops *o, int x) { return o->a(x) * 10 + o->b(x); } long run(void) { return f(&ops, 3); }",
	],
	[
		"static variables of the file",
		"static int x = 1, *p = &x; int f(void) { return ++*p; } long run(void) { return f() * 10 + f(); }",
	],
	[
		"a hidden name",
		"int x = 1; int f(int x) { { int x = 5; x++; } return x; } long run(void) { return f(3) * 10 + x; }",
	],
	[
		"constants of enumerations",
		"enum { A, B = 5, C }; enum e { D = 1u << 31 }; long run(void) { return A + B * 10 + C * 100 + (D > 0) * 1000; }",
	],
	[
		"enumerations with a negative constant",
		"enum r { BUSY = -16, DONE }; enum p { A, B }; enum w { BIG = 1L << 40 }; enum r f(int x) { return x ? BUSY : DONE; } long run(void) { enum r a = f(1); enum p b = A; return (a < 0) * 100000 + (a * 2L) * 100 + (b - 1 > 0) * 10 + sizeof(enum w); }",
	],
	[
		"a name in its own initialiser",
		"struct s { int a; u8 b[12]; }; long run(void) { char p = 1; long n = p; { struct s *p = (struct s *)(sizeof(*p) + n); return (long)p; } }",
	],
	["a statement expression", "long run(void) { int a = 3; return ({ int b = a * 2; b + 1; }) + 1; }"],
	[
		"a statement expression's type",
		"long run(void) { int a = 1; return a ? ({ u8 b = 200; (u8)(b + b); }) : -1L; }",
	],
	[
		"typeof",
		"long run(void) { u8 a = 255; typeof(a) b = a + 1; typeof(int *) c = NULL; return b + (c == NULL); }",
	],
	[
		"the comma and order",
		"int g; int f(int x) { g = g * 10 + x; return x; } long run(void) { int a = f(1); a += (f(2), f(3)); return g * 100 + a; }",
	],
	[
		"a local structure",
		"struct s { int a; u8 b[2]; }; int f(struct s *s) { s->b[1]++; return s->a + s->b[1]; } long run(void) { struct s s = { 1, { 2, 255 } }; return f(&s) * 10 + s.b[0]; }",
	],
	[
		"structures are copied",
		"struct s { int a, b; }; struct s g = { 1, 2 }; long run(void) { struct s x = g, y; x.a = 7; y = x; g = y; return g.a * 10 + g.b; }",
	],
	[
		"a local array",
		"int f(int *p) { return p[1] * 10 + *(p + 2); } long run(void) { int a[] = { [2] = 3, [1] = 2 }; return f(a) + sizeof(a) * 100; }",
	],
	[
		"switch in a function",
		"int f(int x) { switch (x) { case 1: return 10; case 2: x = 5; default: x++; } return x; } long run(void) { return f(1) * 10000 + f(2) * 100 + f(3); }",
	],
];

describe("programs of functions", () => {
	test.runIf(HAS_COMPILER)("a compiler's programs print what they store here", () => {
		const parts = PROGRAMS.map(([, text], i) => text.replaceAll(/\b(\w+)\b/g, (word) => renamed(word, i)));
		const prints = PROGRAMS.map((_, i) => `printf("%ld\\n", run_${i}());`).join(" ");
		const printed = runC(`${parts.join("\n")}\nint main() { ${prints} }`)
			.trim()
			.split("\n");
		const stored = PROGRAMS.map(([name, text]) => `${name}: ${resultOf(text)}`);
		expect(stored).toEqual(PROGRAMS.map(([name], i) => `${name}: ${printed[i]}`));
	});

	test.each(PROGRAMS)("%s is read without a word", (_name, text) => {
		expect(diagnose(withFunctions(text))).toEqual([]);
	});
});

/** Names of one program as no other has them. */
function renamed(word: string, program: number): string {
	const kept = new Set(
		`int long void u8 u16 s8 bool short char unsigned static const struct enum typedef return if else for while do
		switch case default goto break continue sizeof typeof NULL 1u 1L`.split(/\s+/),
	);
	return kept.has(word) || /^\d/.test(word) ? word : `${word}_${program}`;
}

describe("what inlining makes", () => {
	const code = (text: string): readonly string[] => printThread(load(text), 0);

	test("control dependencies end where the function does", () => {
		const text = `C t
static int f(int *p) { if (READ_ONCE(*p)) return 1; smp_mb(); return 2; }
{ } P0(int *x, int *y) { int r = f(x); *y = r; }`;
		expect(code(text)).toEqual([
			"%2 = load{ONCE} &x",
			"if %2 then 2 else 4 join 6",
			"%1 = 1",
			"jump 6",
			"fence{MB}",
			"%1 = 2",
			"r = %1",
			"store &y = r",
		]);
	});

	test("addresses that are known stay known", () => {
		const text = `C t
struct s { const int n; int a; }; struct s g = { .n = 5 };
static int get(struct s *s) { struct s *t = s; return t->n; }
{ } P0() { g.a = get(&g); }`;
		expect(code(text)).toEqual(["store &g+4 = 5"]);
	});

	test("recursion is cut off behind its bound, which can be set", () => {
		const text = `C t\nint f(int *p) { if (*p) return f(p); return 0; }\n{ } P0(int *x) { f(x); }`;
		expect(code(text).filter((line) => line.includes("load"))).toHaveLength(4);
		expect(code(text)).toContain("cut");
	});

	test("errno is each thread's own, and a condition sees it", () => {
		const program = load(`C t
int f(void) { errno = 7; return -1; }
{ } P0() { f(); } P1() { } exists (0:errno=7)`);
		expect(check(program, shippedModel("sc"), { unroll: 1 })).toMatchObject({ positive: 1, negative: 0 });
	});

	test("conditions do not see what is inside functions", () => {
		const [first] = diagnose(
			"C t\nint f(void) { int r9 = 1; return r9; }\n{ } P0() { f(); } exists (0:r9=1)",
		);
		expect(first.code).toBe("litmus-unknown-register");
	});

	test("a test's function takes the place of what has its name", () => {
		const text =
			"C t\nint in_nmi(void) { return 1; } void smp_mb(void) { }\n{ } P0(int *x) { smp_mb(); *x = in_nmi(); }";
		expect(code(text)).toEqual(["store &x = 1"]);
	});
});

describe("what functions may not be", () => {
	test.each([
		["int f(void); long run(void) { return f(); }", "litmus-no-body at f()"],
		["int f(int x) { return x; } long run(void) { return f(); }", "litmus-argument-count at f()"],
		["int f(int x) { return y; } long run(void) { return f(1); }", "litmus-undeclared at y"],
		["int f(int x) { y = x; return 1; } long run(void) { return f(1); }", "litmus-undeclared at y"],
		[
			"int f(void) { return 1; } int f(void) { return 2; } long run(void) { return f(); }",
			"litmus-duplicate-declaration at f",
		],
		["void f(void) { } long run(void) { return f(); }", "litmus-no-value at f()"],
		["int x; long run(void) { return x(); }", "litmus-not-a-function at x"],
		[
			"int (*p)(void); int f(void) { return 1; } long run(void) { p = f; return p(); }",
			"litmus-function-pointer at p",
		],
		["int f(void) { static int n; return ++n; } long run(void) { return f(); }", "litmus-static-local at n"],
		[
			"int *f(void) { int a; return &a; } int *g; long run(void) { g = f(); return 1; }",
			"litmus-address-of-local at &a",
		],
		[
			"void f(int **p) { **p = 8; } long run(void) { int a; int *p = &a; f(&p); return a; }",
			"litmus-address-of-local at &a",
		],
		["int f(void) { goto out; } long run(void) { out: return f(); }", "litmus-unknown-label at out"],
		["int P1(void) { return 1; } long run(void) { return 1; }", "litmus-process-type at P1"],
		[
			"static_assert(sizeof(int) == 2); long run(void) { return 1; }",
			"litmus-static-assertion at sizeof(int) == 2",
		],
		["int x; static_assert(x == 0); long run(void) { return 1; }", "litmus-not-constant at x == 0"],
	])("%s", (text, expected) => {
		expect(complaint(text)).toBe(expected);
	});

	test("code that grows without end is refused", () => {
		const body = "f(p); ".repeat(30);
		const text = `int f(int *p) { if (*p) { ${body} } return 0; } long run(void) { return f(NULL); }`;
		expect(diagnose(withFunctions(text)).map(({ code }) => code)).toEqual(["litmus-huge-thread"]);
	});
});
