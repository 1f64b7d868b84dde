import { expect, test } from "vitest";
import { loadMacros } from "../../src/litmus/load-macros.ts";
import { PRIMITIVES } from "../../src/litmus/primitives.ts";
import { hoverModel } from "../../src/lsp/cat/hover-model.ts";
import { analyseTest } from "../../src/lsp/litmus/analyse-test.ts";
import { describeCallable } from "../../src/lsp/litmus/describe-callable.ts";
import { hoverTest } from "../../src/lsp/litmus/hover-test.ts";
import { analysis, cursor, modelAnalysis, PATH } from "./analyse.ts";

function hover(marked: string): string {
	const { text, offset } = cursor(marked);
	return hoverTest(analysis(text), PATH, offset)?.markdown ?? "";
}

test.each([
	["smp_store_release", "W[RELEASE]", "smp_store_release(p, v)"],
	["cmpxchg", "R[MB] -> W[MB]", "cmpxchg(p, old, new)"],
	["cmpxchg_acquire", "R[ACQUIRE] -> W[ACQUIRE]", "if the old value is `old`"],
	["atomic_inc", "R[NORETURN] -> W[NORETURN]", "the old value + 1"],
	["atomic_andnot", "R[NORETURN] -> W[NORETURN]", "the old value & ~`v`"],
	["smp_store_mb", "W[ONCE] -> F[MB]", "full barrier"],
	["spin_lock", "LKR -> LKW", "acquire"],
	["smp_mb", "F[MB]", "full barrier"],
	["rcu_read_lock", "F[Rcu-lock]", "critical section"],
	["synchronize_rcu", "F[Sync-rcu]", "grace period"],
])("%s makes %s", (name, events, words) => {
	const text = describeCallable(name, {}) ?? "";
	expect(text).toContain(`\`${events}\``);
	expect(text).toContain(words);
});

test("every primitive says something of order or of what it does", () => {
	for (const name of PRIMITIVES.keys())
		expect(describeCallable(name, {}), name).toMatch(/Events: `.+`\n\n\w/);
	expect(describeCallable("no_such_call", {})).toBeUndefined();
});

test("a kernel tree's macro is told as its file defines it, with the events of all that it calls", () => {
	const def = "once(X) __load{ONCE}(X)\nboth(X, V) { __store{RELEASE}(X, V); once(X); __fence{mb}; }\n";
	const macros = loadMacros({ path: "/t/kernel.def", text: def });
	if (!macros.ok) throw new Error("no macros");
	const text = "C t\n{}\nP0(int *x) { both(*x, 1); }\nexists (x=1)\n";
	const known = analyseTest({ path: PATH, text }, { macros: macros.value, variants: ["lkmmv2"] }, {});
	const found = hoverTest(known, PATH, text.indexOf("both"));
	expect(found?.markdown).toContain("Events: `W[RELEASE]`, then `R[ONCE]`, then `F[Mb]`");
	expect(found?.markdown).toContain("As `kernel.def` defines it:");
});

const TEST = `C t
struct item { int len; };
struct item box = { .len = 3 };
int READ_ONCED(int *p, long n) { return READ_ONCE(*p); }
int get(struct item *b) { return READ_ONCE(b->len); }
{ int a[3] = {1, 2}; spinlock_t s; }
P0(int *a, spinlock_t *s) { int r0 = get(&box); spin_lock(s); WRITE_ONCE(a[1], r0); spin_unlock(s); }
P1(int *a) { int r0 = READ_ONCE(a[0]); }
exists (0:r0=3)
`;

test.each([
	["= get‸(&box", "int get(struct item *b)"],
	["b->le‸n", "int len  // of struct item"],
	["&bo‸x", "Initially `3`."],
	["&bo‸x", "used by P0."],
	["P1(int *a‸", "Initially `a[0]=1; a[1]=2; a[2]=0`."],
	["P1(int *a‸", "used by P0, P1."],
	["spin_lock(s‸", "A spinlock"],
	["a[1], r0‸", "Local to P0."],
	["spin_l‸ock(s", "Takes the lock"],
	["struct it‸em *b", "{ int len; }"],
])("at %j the hover says %j", (marked, expected) => {
	const place = marked.replace("‸", "");
	expect(TEST).toContain(place);
	expect(hover(TEST.replace(place, marked))).toContain(expected);
});

test("what a test declares hides a primitive of its name only where it is called or known", () => {
	const own = "C t\nint smp_mb(int a) { return a; }\n{}\nP0() { int r0 = smp_m‸b(1); }\nexists (0:r0=1)\n";
	expect(hover(own)).toContain("int smp_mb(int a)");
	const variable = "C t\n{}\nP0(int *barrier) { WRITE_ONCE(*barrie‸r, 1); barrier(); }\nexists (barrier=1)\n";
	expect(hover(variable)).toContain("int *barrier");
	expect(hover(variable.replace("e‸r, 1); barr", "er, 1); ba‸rr"))).toContain("F[Barrier]");
});

test("there is nothing to tell between words, in comments and in empty texts", () => {
	expect(hover("C t\n(* as smp_m‸b() does *)\n{}\nP0() {}\n")).toBe("");
	expect(hover("C t\n{}\nP0() { // smp_m‸b()\n}\n")).toBe("");
	expect(hover("‸")).toBe("");
	expect(hover("C t\n{ ‸}\n")).toBe("");
});

test("a model's names are told by their definitions, base relations by what they are", () => {
	const model = (marked: string): string => {
		const { text, offset } = cursor(marked);
		return hoverModel(modelAnalysis(text), offset)?.markdown ?? "";
	};
	expect(model("let com = rf | co\nacyclic po | c‸om\n")).toContain("com = rf");
	expect(model("acyclic p‸o\n")).toMatch(/^Program order/);
	expect(model("(* p‸o *) acyclic po\n")).toBe("");
	expect(model("acyclic nothing-of-this-na‸me\n")).toBe("");
});
