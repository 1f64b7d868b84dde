import { describe, expect, test } from "vitest";
import type { Dialect } from "../../src/litmus/dialect.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import { kernelMacroText, macrosOf } from "./kernel-macros.ts";
import { codeOf as builtInCode, complaint as builtInComplaint, withBody } from "./load.ts";
import { printThread } from "./print-code.ts";

function load(body: string, dialect: Dialect): ReturnType<typeof loadProgram> {
	return loadProgram({ path: "<test>", text: withBody(`int r0; int r1; ${body}`) }, dialect);
}

/** The instructions of a body, printed. */
function codeOf(body: string, dialect: Dialect): readonly string[] {
	const result = load(body, dialect);
	if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("; "));
	return printThread(result.value, 0);
}

function withMacros(text: string): Dialect {
	return { macros: macrosOf(text) };
}

function diagnose(body: string, dialect: Dialect): readonly Diagnostic[] {
	const result = load(body, dialect);
	return result.ok ? result.warnings : result.diagnostics;
}

/** What is said about a body: code, text pointed at, hint. */
function complaints(body: string, dialect: Dialect): readonly string[] {
	return diagnose(body, dialect).map(({ code, span, hint }) => {
		const at = span?.file.text.slice(span.start, span.end);
		return `${code} at ${at}: ${hint ?? "-"}`;
	});
}

describe("what a call of a macro means", () => {
	test("its arguments are put in as trees, not as text", () => {
		const dialect = withMacros("doubled(X) X * 2 put(X,V) { __store{ONCE}(*X, V); }");
		expect(codeOf("put(x + 1, doubled(r0 + 1));", dialect)).toEqual(["store{ONCE} &x+4 = ((r0 + 1) * 2)"]);
	});

	test("an argument is evaluated where and as often as its parameter stands", () => {
		const dialect = withMacros("first(X,Y) X twice(X) X + X swapped(X,Y) Y - X get(X) __load{ONCE}(*X)");
		expect(codeOf("r0 = first(get(x), get(y));", dialect)).toEqual(["r0 = load{ONCE} &x"]);
		expect(codeOf("r0 = twice(get(x));", dialect)).toEqual([
			"%2 = load{ONCE} &x",
			"%3 = load{ONCE} &x",
			"r0 = (%2 + %3)",
		]);
		expect(codeOf("r0 = swapped(get(x), get(y));", dialect).slice(0, 2)).toEqual([
			"%2 = load{ONCE} &y",
			"%3 = load{ONCE} &x",
		]);
	});

	test("parameters of one macro are not those of another that it calls", () => {
		const dialect = withMacros("outer(X,Y) inner(Y,X) inner(X,Y) X - Y");
		expect(codeOf("r0 = outer(r0, r1);", dialect)).toEqual(["r0 = (r1 - r0)"]);
	});

	test("statements run as a block of their own, and a parameter may be what they assign", () => {
		const dialect = withMacros(`
			move(X,Y) { int t = __load{ONCE}(*X); if (t) __store{ONCE}(*Y, t); }
			set(R,X) { R = __load{ONCE}(*X); }`);
		expect(codeOf("move(x, y); set(r0, y); int t = 1; *x = t;", dialect)).toEqual([
			"t = load{ONCE} &x",
			"if t then 2 else 3 join 3",
			"store{ONCE} &y = t",
			"r0 = load{ONCE} &y",
			"t%3 = 1",
			"store &x = t%3",
		]);
	});

	test("a parameter of the process that a macro assigns is a local variable", () => {
		const dialect = withMacros("advance(P) { P = P + 1; }");
		expect(codeOf("advance(x); *x = 1;", dialect)).toEqual(["x = x[1*4]", "store x = 1"]);
	});

	test("a value may go unused, and statements may be an expression's effect", () => {
		const dialect = withMacros("get(X) __load{ONCE}(*X) == 1 put(X) { __store{ONCE}(*X, 1); __fence{MB}; }");
		expect(codeOf("get(x); r0 = (put(y), 2); for (; 0; put(x)) ;", dialect)).toEqual([
			"%2 = load{ONCE} &x",
			"store{ONCE} &y = 1",
			"fence{MB}",
			"r0 = 2",
		]);
	});

	test("all that a call makes has the call's span, and what its arguments make their own", () => {
		const dialect = withMacros("put(X,V) { rest(X, V); } rest(X,V) { __store{ONCE}(*X, V); __fence{MB}; }");
		const result = load("put(x, *y);", dialect);
		if (!result.ok) throw new Error("it does not load");
		const spans = result.value.threads[0].code.map(({ span }) => span?.file.text.slice(span.start, span.end));
		expect(spans).toEqual(["*y", "put(x, *y)", "put(x, *y)"]);
	});
});

describe("mistakes in calls of macros", () => {
	const dialect = withMacros(
		`
		get(X) __load{ONCE}(*X)
		READ_ONCE(X) __load{ONCE}(X)
		smp_mb() { __fence{MB}; }
		locals() { int t; t = 1; }
		bad() nowhere + 1
		grow(X) X + X`.replaceAll("\t", ""),
	);

	test.each([
		["READ_ONC(*x);", "litmus-unknown-macro at READ_ONC: did you mean `READ_ONCE`?"],
		["spin_lock(l);", "litmus-unknown-macro at spin_lock: only what my.def defines can be called"],
		["get(x, y);", "litmus-argument-count at get(x, y): it is called as `get(X)`"],
		[
			"r0 = smp_mb();",
			"litmus-no-value at smp_mb(): let it stand as a statement of its own; `smp_mb` is a macro of my.def, line 4",
		],
		[
			"r0 = smp_mb() + 1;",
			"litmus-no-value at smp_mb(): let it stand as a statement of its own; `smp_mb` is a macro of my.def, line 4",
		],
		["get(*x);", "litmus-not-an-address at *x: this is the content: leave the `*` out to pass the address"],
		["get(r0 + 1);", "litmus-not-an-address at r0 + 1: `get` is a macro of my.def, line 2"],
		["READ_ONCE(&x);", "litmus-address-in-primitive at &x: write `READ_ONCE(*x, ...)`"],
		["READ_ONCE(r0);", "litmus-local-in-primitive at r0: if `r0` holds an address, write `*r0`"],
		[
			"r0 = (locals(), 1);",
			"litmus-statement-macro at locals(): let the call stand as a statement of its own; `locals` is a macro of my.def, line 5",
		],
		[
			"bad();",
			"litmus-undeclared at bad(): declare it, or if it is shared take its address as a parameter; `bad` is a macro of my.def, line 6",
		],
		[
			"get(nowhere);",
			"litmus-undeclared at nowhere: declare it, or if it is shared take its address as a parameter",
		],
		["__laod{ONCE}(*x);", "litmus-unknown-intrinsic at __laod: did you mean `__load`?"],
	])("%s", (body, expected) => {
		const macros = dialect.macros;
		if (macros === undefined) throw new Error("there are no macros");
		expect(complaints(body, { macros })[0]).toContain(expected);
	});

	test("macros that make too much", () => {
		const calls = `${"grow(".repeat(30)}1${")".repeat(30)}`;
		expect(diagnose(`r0 = ${calls};`, dialect).map(({ code }) => code)).toContain("litmus-huge-expansion");
		const few = `${"grow(".repeat(8)}1${")".repeat(8)}`;
		expect(codeOf(`r0 = ${few};`, dialect)).toEqual(["r0 = 256"]);
	});

	test("without macros the messages are about primitives", () => {
		expect(builtInComplaint("READ_ONC(*x);")).toBe("error litmus-unknown-call at READ_ONC");
	});
});

describe("intrinsics", () => {
	test("may be written in a test, whether or not there are macros", () => {
		const body =
			"int r0; r0 = __load{once}(*x); __fence{rcu-lock}; __lock(l); __store{ONCE, release}(*x, 1);";
		const code = ["r0 = load{Once} &x", "fence{Rcu-lock}", "lock &l", "store{ONCE,Release} &x = 1"];
		expect(builtInCode(body)).toEqual(code);
		expect(codeOf(body.replace("int r0;", ""), withMacros("f() 1"))).toEqual(code);
	});

	test.each([
		["r0 = __xchg{ACQUIRE}(x, 2);", "r0 = update{ACQUIRE} &x = 2"],
		["r0 = __xchg{ACQUIRE,ONCE}(x, 2);", "r0 = update{ACQUIRE} write{ONCE} &x = 2"],
		["__cmpxchg{MB}(x, 1, 2);", "%2 = update{MB} &x = 2 if (%2 == 1)"],
		["__atomic_op{NORETURN}(a, &~, 3);", "%2 = update{NORETURN} &a = (%2 & -4)"],
		["__atomic_op(a, ^, 3);", "%2 = update{NORETURN} &a = (%2 ^ 3)"],
		["__atomic_op_return{once}(a, |, 3);", "%2 = update{Once} &a = (%2 | 3)"],
		["r0 = __atomic_fetch_op{MB}(a, -, 3);", "r0 = update{MB} &a = (r0 - 3)"],
		["__atomic_add_unless(a, 3, 0);", "%2 = update{MB} &a = (%2 + 3) if (%2 != 0)"],
		["__srcu{sync-srcu}(s);", "fence{Sync-srcu} &s"],
		["r0 = __islocked(l);", "r0 = islocked &l"],
		["r0 = __trylock(l);", "r0 = trylock &l"],
		["__unlock(l);", "unlock &l"],
	])("%s", (body, instruction) => {
		expect(codeOf(body, {})).toEqual([instruction]);
		expect(codeOf(body, { variants: ["other", "lkmmv2"] })).toEqual([instruction]);
	});

	test("an SRCU event on a location has the value 0, and its second operand is evaluated", () => {
		expect(codeOf("r0 = __srcu{srcu-lock}(s); __srcu{srcu-unlock}(s, *x);", {})).toEqual([
			"fence{Srcu-lock} &s",
			"r0 = 0",
			"%2 = load &x",
			"fence{Srcu-unlock} &s",
		]);
	});

	test.each([
		["__load(*x);", "litmus-intrinsic-tags at __load(*x)"],
		["__lock{MB}(l);", "litmus-intrinsic-tags at __lock{MB}(l)"],
		["__xchg{A,B,C}(x, 1);", "litmus-intrinsic-tags at __xchg{A,B,C}(x, 1)"],
		["__xchg{MB}(x, +, 1);", "litmus-intrinsic-operator at __xchg{MB}(x, +, 1)"],
		["__atomic_op{MB}(x, 1);", "litmus-intrinsic-operator at __atomic_op{MB}(x, 1)"],
		["__fence{MB}(x);", "litmus-argument-count at __fence{MB}(x)"],
		["__load{R}(*x);", "litmus-reserved-tag at R"],
		["__store{lkw,ul}(*x, 1);", undefined],
	])("mistakes: %s", (body, expected) => {
		const [first] = complaints(body, {});
		if (expected === undefined) expect(first).toBe(undefined);
		else expect(first).toContain(expected);
	});
});

describe("declared tags", () => {
	const declaredTags: NonNullable<Dialect["declaredTags"]> = new Map([
		["R", new Set(["once", "acquire", "noreturn"])],
		["RMW", new Set(["once", "release"])],
		["F", new Set(["mb", "rcu-lock"])],
	]);

	test.each([
		["__load{once,acquire}(*x); __fence{rcu-lock}; __xchg{release}(x, 1); __atomic_op(a, +, 1);", ""],
		["__store{anything}(*x, 1); __srcu{anything}(s);", ""],
		["__load{acquir}(*x);", "litmus-undeclared-tag at acquir: did you mean `acquire`?"],
		["__load{ONCE}(*x);", "litmus-undeclared-tag at ONCE: the model"],
		["__fence{once};", "litmus-undeclared-tag at once: the model"],
		["__xchg{acquire}(x, 1);", "litmus-undeclared-tag at acquire: the model"],
		["__xchg{once,mb}(x, 1);", "litmus-undeclared-tag at mb: the model"],
	])("%s", (body, expected) => {
		expect(complaints(body, { declaredTags }).join()).toContain(expected);
		if (expected === "") expect(complaints(body, { declaredTags })).toEqual([]);
	});

	test("where fences make a read-modify-write strong, its tags may be those of its events", () => {
		const dialect: Dialect = { declaredTags, variants: [] };
		expect(complaints("__xchg{acquire}(x, 1); __xchg{mb}(x, 1);", dialect)).toEqual([]);
		expect(complaints("__xchg{wmb}(x, 1);", dialect)).toHaveLength(1);
	});

	test("in a macro the call in the test is at fault", () => {
		const macros = macrosOf("get(X) __load{plain}(*X)");
		expect(complaints("r0 = get(x);", { declaredTags, macros })).toEqual([
			"litmus-undeclared-tag at get(x): the model's `instructions` lines list the tags that there are; `get` is a macro of my.def, line 1",
		]);
	});
});

describe("without lkmmv2", () => {
	const macros = macrosOf(kernelMacroText("lkmmv1"));

	test.each([
		["r0 = xchg(x, 1);", "r0 = update{Once} fences{Mb} &x = 1"],
		["r0 = xchg_acquire(x, 1);", "r0 = update{Acquire} write{Once} &x = 1"],
		["r0 = xchg_release(x, 1);", "r0 = update{Once} write{Release} &x = 1"],
		["r0 = xchg_relaxed(x, 1);", "r0 = update{Once} &x = 1"],
		["r0 = __xchg{MB}(x, 1);", "r0 = update{ONCE} fences{MB} &x = 1"],
		["r0 = __xchg{Acquire}(x, 1);", "r0 = update{Acquire} write{Once} &x = 1"],
		["r0 = __xchg{ACQUIRE,RELEASE}(x, 1);", "r0 = update{ACQUIRE} write{RELEASE} &x = 1"],
		["atomic_inc(a);", "%2 = update{Noreturn} write{Once} &a = (%2 + 1)"],
		["r0 = cmpxchg(x, 1, 2);", "r0 = update{Once} failed{Once} fences{Mb} &x = 2 if (r0 == 1)"],
		["r0 = cmpxchg_acquire(x, 1, 2);", "r0 = update{Acquire} write{Once} failed{Once} &x = 2 if (r0 == 1)"],
		["r0 = cmpxchg_release(x, 1, 2);", "r0 = update{Once} write{Release} failed{Once} &x = 2 if (r0 == 1)"],
		["r0 = cmpxchg_relaxed(x, 1, 2);", "r0 = update{Once} failed{Once} &x = 2 if (r0 == 1)"],
		["atomic_add_unless(a, 1, 2);", "%2 = update{Once} failed{Once} fences{Mb} &a = (%2 + 1) if (%2 != 2)"],
	])("%s", (body, instruction) => {
		expect(codeOf(body, { macros, variants: [] })).toEqual([instruction]);
	});
});
