import { describe, expect, test } from "vitest";
import type { Program } from "../../src/execution/program.ts";
import { diagnose, load } from "./load.ts";
import { printThread } from "./print-code.ts";
import { HAS_COMPILER, runC } from "./run-c.ts";

/** Declarations, and places in them. */
const LAYOUTS: readonly (readonly [declarations: string, type: string, members: readonly string[]])[] = [
	["struct a { char c; int i; short s; long l; bool b; };", "struct a", ["c", "i", "s", "l", "b"]],
	["struct b { u8 x; struct { u16 y; u8 z; } in; u64 w; };", "struct b", ["x", "in", "in.y", "in.z", "w"]],
	[
		"struct c { char c; union { int i; struct { short s, t; } p; }; char d; };",
		"struct c",
		["c", "i", "p.t", "d"],
	],
	[
		"struct d { char a[3]; int b[2][3]; char *p; void (*f)(int); };",
		"struct d",
		["a[2]", "b[1][2]", "p", "f"],
	],
	["struct e { char c; int i __attribute__((aligned(16))); char d; };", "struct e", ["c", "i", "d"]],
	["struct f { char c; int i; short s; } __attribute__((packed));", "struct f", ["c", "i", "s"]],
	["typedef struct { int n; char data[]; } g_t;", "g_t", ["n", "data"]],
	[
		"struct h { u8 a; } __attribute__((aligned(8))); struct h2 { char c; struct h h; char d; };",
		"struct h2",
		["c", "h", "d"],
	],
	[
		"enum color { RED }; struct i { char c; enum color e; unsigned long long q; s8 z; };",
		"struct i",
		["c", "e", "q", "z"],
	],
	["typedef int (*fn)(void *); struct j { fn f[2]; int *p[3], n; };", "struct j", ["f[1]", "p[2]", "n"]],
	[
		"struct k; struct l { struct k *k; char c; }; struct k { struct l l[2]; int n; };",
		"struct k",
		["l[1]", "l[1].c", "n"],
	],
];

/** The constants that a test's process stores, one after the other. */
function constants(declarations: string, expressions: readonly string[]): readonly bigint[] {
	const stores = expressions.map((one) => `*x = ${one};`).join(" ");
	const program = load(`C t\n${declarations}\n{ }\nP0(long *x) { ${stores} }\n`);
	return program.threads[0].code.map((instruction) => {
		if (instruction.kind !== "store" || instruction.value.kind !== "constant") throw new Error("no constant");
		return typeof instruction.value.value === "bigint" ? instruction.value.value : -1n;
	});
}

const questions = LAYOUTS.map(([declarations, type, members]) => ({
	declarations,
	asked: [`sizeof(${type})`, ...members.map((member) => `offsetof(${type}, ${member})`)],
}));

test.runIf(HAS_COMPILER)("structures are laid out as a compiler does", () => {
	const declared = questions.map(({ declarations }) => declarations).join("\n");
	const prints = questions.flatMap(({ asked }) => asked.map((one) => `printf("%zu\\n", ${one});`)).join(" ");
	const printed = runC(`${declared}\nint main() { ${prints} }`).trim().split("\n");
	const found = questions.flatMap(({ declarations, asked }) =>
		constants(declarations, asked).map((value, i) => `${asked[i]} = ${value}`),
	);
	expect(found).toEqual(questions.flatMap(({ asked }) => asked).map((one, i) => `${one} = ${printed[i]}`));
});

test("structures are laid out as on x86-64", () => {
	expect(questions.map(({ declarations, asked }) => constants(declarations, asked).join(" "))).toEqual([
		"32 0 4 8 16 24",
		"16 0 2 2 4 8",
		"12 0 4 6 8",
		"48 2 24 32 40",
		"32 0 16 20",
		"7 0 1 5",
		"4 0 4",
		"24 0 8 16",
		"24 0 4 8 16",
		"48 8 32 40",
		"40 16 24 32",
	]);
});

/** The locations of a program: offset, name, size, and what they start with. */
function cells(program: Program): readonly string[] {
	return program.objects.flatMap(({ name, cells: at }) =>
		[...at].map(([offset, index]) => {
			const { name: cell, size, initial, isConstant, isLock } = program.cells[index];
			const start =
				typeof initial === "bigint" ? initial : `&${program.objects[initial.object].name}+${initial.offset}`;
			return `${name}+${offset} ${cell} ${isLock ? "lock" : (size ?? "any")} ${start}${isConstant ? " const" : ""}`;
		}),
	);
}

function cellsOf(declarations: string, initial = "{ }", parameters = ""): readonly string[] {
	return cells(load(`C t\n${declarations}\n${initial}\nP0(${parameters}) { }\n`));
}

describe("objects of file scope", () => {
	test.each<[string, readonly string[]]>([
		["int x = 1 + 2, *p = &x;", ["x+0 x 4 3", "p+0 p 8 &x+0"]],
		["u8 x = 300; long y = -1; bool z = 7;", ["x+0 x 1 44", "y+0 y 8 -1", "z+0 z 1 1"]],
		["int a[3] = {1, [2] = 3};", ["a+0 a[0] 4 1", "a+4 a[1] 4 0", "a+8 a[2] 4 3"]],
		["int a[] = {[1] = 5, 6};", ["a+0 a[0] 4 0", "a+4 a[1] 4 5", "a+8 a[2] 4 6"]],
		[
			"int a[2][2] = {{1}, {3, 4}};",
			["a+0 a[0][0] 4 1", "a+4 a[0][1] 4 0", "a+8 a[1][0] 4 3", "a+12 a[1][1] 4 4"],
		],
		[
			"int a[2][2] = {1, 2, 3};",
			["a+0 a[0][0] 4 1", "a+4 a[0][1] 4 2", "a+8 a[1][0] 4 3", "a+12 a[1][1] 4 0"],
		],
		[
			"struct s { char c; struct { int a, b; } in; int *p; } x = { 1, { .b = 2 }, &x.in.a };",
			["x+0 x.c 1 1", "x+4 x.in.a 4 0", "x+8 x.in.b 4 2", "x+16 x.p 8 &x+4"],
		],
		[
			"struct s { int a, b[2]; } x = { 1, 2, 3 }, y = { .b[1] = 4 };",
			["x+0 x.a 4 1", "x+4 x.b[0] 4 2", "x+8 x.b[1] 4 3", "y+0 y.a 4 0", "y+4 y.b[0] 4 0", "y+8 y.b[1] 4 4"],
		],
		[
			"struct s { const int n; raw_spinlock_t l; atomic_t a; } x = { .n = 3, .a = ATOMIC_INIT(2) };",
			["x+0 x.n 4 3 const", "x+8 x.l lock 0", "x+16 x.a 4 2"],
		],
		["const struct s { int n, *p; } x = { 3 };", ["x+0 x.n 4 3 const", "x+8 x.p 8 0 const"]],
		["union { u64 all; u64 same; } u = { 5 };", ["u+0 u.all 8 5"]],
		["struct { union { int a; int b; }; int c; } x = { .b = 1, .c = 2 };", ["x+0 x.a 4 1", "x+4 x.c 4 2"]],
		["char d[8] __words(u32);", ["d+0 d[0] 4 0", "d+4 d[1] 4 0"]],
		[
			"char d[8] __words(u32) __mapped_twice;",
			["d+0 d[0] 4 0", "d+4 d[1] 4 0", "d+8 d[0] 4 0", "d+12 d[1] 4 0"],
		],
		[
			"struct r { int n; char d[4] __words(u32) __mapped_twice; } r;",
			["r+0 r.n 4 0", "r+4 r.d[0] 4 0", "r+8 r.d[0] 4 0"],
		],
		["extern int x; int x; int x = 2; extern int x;", ["x+0 x 4 2"]],
		["int f(void) { return 1; } int (*const p)(void) = f;", ["p+0 p 8 &f+0 const"]],
		[
			"struct s { int n; char *name; }; struct s t[2] = { { 1 }, { .name = NULL } };",
			["t+0 t[0].n 4 1", "t+8 t[0].name 8 0", "t+16 t[1].n 4 0", "t+24 t[1].name 8 0"],
		],
	])("%s", (declarations, expected) => {
		expect(cellsOf(declarations)).toEqual(expected);
	});
});

describe("structures in the initial state", () => {
	const S = "struct s { int a; struct { int c[2]; } b; struct s *p; };";
	test.each<[string, string, readonly string[]]>([
		[
			"{ struct s x = { .a = 1, .b = { { 2, 3 } } }; }",
			"",
			["x+0 x.a 4 1", "x+4 x.b.c[0] 4 2", "x+8 x.b.c[1] 4 3", "x+16 x.p 8 0"],
		],
		[
			"{ x.a = 4; x.b.c[1] = -1; x.p = &x.b; }",
			"struct s *x",
			["x+0 x.a 4 4", "x+4 x.b.c[0] 4 0", "x+8 x.b.c[1] 4 -1", "x+16 x.p 8 &x+4"],
		],
		[
			"{ p = &x.b.c[1]; }",
			"struct s *x, int **p",
			["p+0 p any &x+8", "x+0 x.a 4 0", "x+4 x.b.c[0] 4 0", "x+8 x.b.c[1] 4 0", "x+16 x.p 8 0"],
		],
	])("%s with %s", (initial, parameters, expected) => {
		expect(cellsOf(S, initial, parameters)).toEqual(expected);
	});

	test("they change what file scope gives", () => {
		expect(cellsOf(`${S} struct s x = { .a = 1, .b.c[0] = 2 };`, "{ x.b.c[0] = 5; }")).toEqual([
			"x+0 x.a 4 1",
			"x+4 x.b.c[0] 4 5",
			"x+8 x.b.c[1] 4 0",
			"x+16 x.p 8 0",
		]);
	});

	test("plain variables stay without a size", () => {
		expect(cellsOf("int f(void) { return 1; }", "{ int y = 1; int a[2]; }", "int *x, int *y")).toEqual([
			"y+0 y any 1",
			"a+0 a[0] any 0",
			"a+4 a[1] any 0",
			"x+0 x any 0",
		]);
	});
});

describe("accesses", () => {
	const DECLARED = `
struct s { const u32 mask; u32 a; u64 b; struct s *next; u16 c[4]; char d[16] __words(u32); };
struct s g = { .mask = 3 };`;
	const code = (body: string): readonly string[] =>
		printThread(load(`C t\n${DECLARED}\n{ }\nP0(struct s *g, int *x) { ${body} }\n`), 0);

	test.each<[string, readonly string[]]>([
		["g->a = g->mask;", ["store &g+4 = 3"]],
		["g->b = 1; (*g).b = 2; g[0].b = 3;", ["store &g+8 = 1", "store &g+8 = 2", "store &g+8 = 3"]],
		["WRITE_ONCE(g->c[2], 70000);", ["store{ONCE} &g+28 = 4464"]],
		["u32 r = smp_load_acquire(&g->a);", ["r = load{ACQUIRE} &g+4"]],
		["xchg(&g->b, -1);", ["%0 = update{MB} &g+8 = 18446744073709551615"]],
		["g->next->a = 1;", ["%0 = load &g+16", "store %0[4*1] = 1"]],
		["*(u32 *)(g->d + (*x & g->mask)) = 1;", ["%0 = load &x", "store &g+32[(u32(%0) & 3)*1] = 1"]],
		["*x = container_of(&g->c[1], struct s, c[1]) == g;", ["store &x = 1"]],
		["*x = &g->c[3] - g->c;", ["store &x = 3"]],
		["*x = (void *)&g->b - (void *)g;", ["store &x = 8"]],
		["*x = ((unsigned long)&g->b & ~7ul) == (unsigned long)&g->b;", ["store &x = 1"]],
		["u32 r = x == NULL ? 0u : READ_ONCE(g->a);", ["r = load{ONCE} &g+4"]],
		["*x = sizeof(g->c) + sizeof g->c[0] + ARRAY_SIZE(g->c);", ["store &x = 14"]],
	])("%s", (body, expected) => {
		expect(code(body)).toEqual(expected);
	});

	test("they say their size where a location has one", () => {
		const program = load(
			`C t\n${DECLARED}\n{ }\nP0(struct s *g, int *x) { *x = g->a; g->b = 1; xchg(&g->c[0], 1); }\n`,
		);
		const sizes = program.threads[0].code.map((one) => ("size" in one ? one.size : undefined));
		expect(sizes).toEqual([4, undefined, 8, 2]);
	});
});

describe("what objects may not be", () => {
	test.each([
		["struct s { int a; }; struct s x = { 1, 2 };", "litmus-excess-initializer at 2"],
		["struct s { int a; }; struct s x = { .b = 2 };", "litmus-unknown-member at b"],
		["int a[2] = { [2] = 1 };", "litmus-excess-initializer at 2"],
		["int x = {1, 2};", "litmus-scalar-list at {1, 2}"],
		["int y; int x = y;", "litmus-not-constant at y"],
		["union { u32 a; u64 b; } u;", "litmus-overlap at u"],
		["union { u32 a[2]; struct { u16 b; u16 c; } d; } u;", "litmus-overlap at u"],
		["struct s x;", "litmus-void"],
		["struct s { struct t t; }; struct t { int a; };", "litmus-incomplete-type at t"],
		["struct s { int a; }; struct s { int b; };", "litmus-duplicate-declaration at struct s { int b; }"],
		["int x; long x = 1; int x = 2;", "litmus-duplicate-declaration at x"],
		["char d[6] __words(u32);", "litmus-words at char"],
		["char d __mapped_twice;", "litmus-words at char"],
		["char d[5000];", "litmus-huge-object at d[5000]"],
		["int a[] = {1}, b[-1];", "litmus-array-size at -1"],
		["int x __aligned(3);", "litmus-alignment at 3"],
		["enum { A, B, A };", "litmus-duplicate-declaration at A"],
		["foo_t x;", "litmus-unknown-type at foo_t"],
		["typedef foo bar;", "litmus-syntax at foo"],
	])("%s", (declarations, expected) => {
		const [first] = diagnose(`C t\n${declarations}\n{ }\nP0() { }\n`);
		const at = first?.span?.file.text.slice(first.span.start, first.span.end);
		if (expected === "litmus-void") expect(first).toBeUndefined();
		else expect(`${first?.code} at ${at}`).toBe(expected);
	});

	test.each([
		["x.a = 1;", "litmus-not-constant"],
		["g.n = 1;", "litmus-constant-written"],
		["g = 1;", "litmus-whole-structure"],
		["int r = g;", "litmus-whole-structure"],
		["g.z = 1;", "litmus-unknown-member"],
		["p.n = 1;", "litmus-no-members"],
		["p->n.m = 1;", "litmus-no-members"],
		["int r = (struct s)p;", "litmus-cast"],
		["int r = f(int);", "litmus-unknown-call"],
	])("%s", (body, code) => {
		const text = `C t\nstruct s { const int n; int a; }; struct s g;\n{ }\nP0(struct s *p) { ${body} }\n`;
		const codes = diagnose(text).map((one) => one.code);
		if (code === "litmus-not-constant") expect(codes).toContain("litmus-undeclared");
		else expect(codes).toContain(code);
	});
});

describe("parts of objects in questions", () => {
	const TEXT = `C t
struct s { int a; struct s *next; int d[2]; }; struct s x = { .next = &y }, y; int f(void) { return 0; } int (*p)(void);
{ } P0() { int r; }
`;
	test.each([
		["exists (x.a=1)", ["x.a"]],
		["exists (x.d[1]=1 /\\ x.next=&y)", ["x.d[1]", "x.next"]],
		["exists (x.next->d[1]=1)", ["x.next->d[1]"]],
		["exists (x->a=1)", ["x->a"]],
		["exists (x.next=&y.d[1])", ["x.next"]],
		["locations [x;]", ["x.a", "x.d[0]", "x.d[1]", "x.next"]],
		["exists (p=f)", ["p"]],
	])("%s", (question, labels) => {
		expect(load(`${TEXT}${question}\n`).observed.map(({ label }) => label)).toEqual(labels);
	});

	test.each([
		["exists (x=1)", "litmus-not-a-location"],
		["exists (x.d=1)", "litmus-not-a-location"],
		["exists (x.b=1)", "litmus-unknown-member"],
		["exists (x.d[2]=1)", "litmus-index-outside"],
		["exists (x.a->a=1)", "litmus-no-members"],
	])("%s", (question, code) => {
		expect(diagnose(`${TEXT}${question}\n`).map((one) => one.code)).toEqual([code]);
	});
});

test("types that the test names are told from other names", () => {
	const text = `C t
typedef int number, *pointer; typedef struct node { number n; pointer p; struct node *node; } node;
typedef number (*callback)(number);
number twice(number x) { return (number)x * 2; }
{ }
P0(node *x, int *product) { number foo = 3; callback c = twice; *product = (foo) * c(2); x->node = (node *)NULL; x->n = sizeof(node); }
`;
	expect(diagnose(text)).toEqual([]);
	expect(printThread(load(text), 0)).toContain("store &x = 24");
});
