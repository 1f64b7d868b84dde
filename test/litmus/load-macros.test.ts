import fc from "fast-check";
import { grammars } from "ohm-js";
import { describe, expect, test } from "vitest";
import cText from "../../grammar/c.ohm";
import defText from "../../grammar/def.ohm";
import { isPlainBody } from "../../src/litmus/is-plain-body.ts";
import { loadMacros } from "../../src/litmus/load-macros.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { MacroSplitter } from "../../src/litmus/split-macros.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import { kernelMacroText, macrosOf } from "./kernel-macros.ts";
import { withBody } from "./load.ts";

const { Def } = grammars(defText, grammars(cText));

function diagnose(text: string): readonly Diagnostic[] {
	const result = loadMacros({ path: "my.def", text });
	return result.ok ? result.warnings : result.diagnostics;
}

/** The messages about a text: what each points at, and its code. */
function complaints(text: string): readonly string[] {
	return diagnose(text).map(({ severity, code, span }) => {
		const at = span && `${text.slice(span.start, span.end)}`;
		return `${severity} ${code} at ${at} (${span?.start})`;
	});
}

/** Each macro of a text with its parameters and the text of its body. */
function split(text: string): readonly string[] {
	return new MacroSplitter({ path: "my.def", text })
		.split()
		.map(
			({ name, parameters, body }) =>
				`${name}(${parameters.join()}) ${body.map((one) => one.text).join(" ")}`,
		);
}

describe("where macros begin and end", () => {
	test("a body ends where the next macro begins, on whatever line", () => {
		expect(split("a(X) b(X) c(Y)\n\td(Y)\n+ e(Y, 1)\n\nf() { g(); }h(Z)(Z)k() 1")).toEqual([
			"a(X) b ( X )",
			"c(Y) d ( Y ) + e ( Y , 1 )",
			"f() { g ( ) ; }",
			"h(Z) ( Z )",
			"k() 1",
		]);
	});

	test("tags, casts, sizeof, choices and blocks inside do not end it", () => {
		expect(
			split(
				"a(X) __load{once}(*X) b(X) (int) X c(X) sizeof X z() sizeof(int) d(X) X ? 1 : -X e(X) { { X; } } f() X[1]",
			),
		).toEqual([
			"a(X) __load { once } ( * X )",
			"b(X) ( int ) X",
			"c(X) sizeof X",
			"z() sizeof ( int )",
			"d(X) X ? 1 : - X",
			"e(X) { { X ; } }",
			"f() X [ 1 ]",
		]);
	});

	test("comments may stand anywhere", () => {
		expect(split("// a(X) b\n/* c(X)\n d */ e /* */ (X // )\n, Y) /* { */ X // Y\n+ Y // end")).toEqual([
			"e(X,Y) X + Y",
		]);
		expect(split("")).toEqual([]);
		expect(split("/**/ // nothing")).toEqual([]);
	});
});

describe("what is wrong with a file of macros", () => {
	test.each([
		["a(X) X b", "error litmus-macro-syntax at b (7)"],
		["a(X)\n", "error litmus-macro-syntax at a (0)"],
		["a(X) X; b(X) X", "error litmus-macro-syntax at ; (6)"],
		["a(*X) X", "error litmus-macro-syntax at * (2)"],
		["a(X,) X", "error litmus-macro-syntax at ) (4)"],
		["a X", "error litmus-macro-syntax at X (2)"],
		["if(X) X", "error litmus-macro-syntax at if (0)"],
		["a() X /* b() Y", "error litmus-macro-syntax at /* (6)"],
		["/* a() X", "error litmus-macro-syntax at /* (0)"],
		["a(X, X) X", "error litmus-duplicate-parameter at X (5)"],
		["a() { 1; } b() { 2; \n", "error litmus-syntax at ; (18)"],
		["ok() 1\nbad(X) __load{ONCE}(*X\nmore(X) X", "error litmus-syntax at more (30)"],
		["bad(X) X +\nmore(X) X\n", "error litmus-macro-syntax at X (19)"],
		["bad(X) { X }", "error litmus-syntax at } (11)"],
		["bad(X) __load{}(X)", "error litmus-syntax at } (14)"],
		["bad(X) 1 ? X", "error litmus-syntax at X (11)"],
		["__load(X) X", "error litmus-macro-name at __load (0)"],
		["a(X) __laod{ONCE}(X)", "error litmus-unknown-intrinsic at __laod (5)"],
		["a(X) __xchg{MB}(X)", "error litmus-argument-count at __xchg{MB}(X) (5)"],
		["a(X) __fence{MB}(X)", "error litmus-argument-count at __fence{MB}(X) (5)"],
		["a(X) __load{MB}", "error litmus-argument-count at __load{MB} (5)"],
		["a(X) __srcu{t}(X, X, X)", "error litmus-argument-count at __srcu{t}(X, X, X) (5)"],
		["a(X) X b(X) { if (X) a(X, (1, 2)); }", "error litmus-argument-count at a(X, (1, 2)) (21)"],
		["a() 1 a() 2", "error litmus-duplicate-macro at a (6)"],
		["a(X) a(X)", "error litmus-recursive-macro at a (0)"],
		["a() b() b() 1 + c() c() d(b()) d(X) X", "error litmus-recursive-macro at b (8)"],
		["a(X) nothing(X)", "warning litmus-unknown-macro at nothing (5)"],
	])("%j", (text, complaint) => {
		expect(complaints(text)).toEqual([complaint]);
	});

	test("a circle of macros is named, and both places of a second definition", () => {
		expect(diagnose("a() b() b() 1 + c() c() a()")[0].message).toContain("`a` -> `b` -> `c` -> `a`");
		expect(diagnose("a() 1\n\na() 2")[0].hint).toContain("my.def, line 1");
	});

	test("the same definition twice is none too many", () => {
		expect([...macrosOf("a(X) X  + 1 a(X) X+1").names()]).toEqual(["a"]);
	});

	test("too much text and too many brackets", () => {
		expect(complaints(`a() ${"(".repeat(200)}`)).toEqual(["error litmus-too-deep at ( (104)"]);
		expect(diagnose(`a() ${"-".repeat(1)}1${" ".repeat(300_000)}`)[0].code).toBe("litmus-huge");
		expect(complaints(`a() ${"- ".repeat(100_000)}1`)).toEqual([]);
	});
});

const ODD = `
	swap(X, Y) { int t = READ_ONCE(*X); if (t) WRITE_ONCE(*Y, t); else ; for (;;) break; }
	READ_ONCE(X) __load{ONCE}(X) WRITE_ONCE(X, V) { __store{ONCE}(X, V); }
	both(X, Y) ((int)X, (Y ? X : -Y) << 2) none() { }
	first(A) A[0] + *&A[1]++ big(X) X * 0x10UL - (u8)X % 'a' get(X) X = 1`;

const TOKEN = /\w+|\s+|[^\w\s]/g;
const PIECES = [
	..."(){}[];,*&+-~!?:=<>'\"/\\ \n\0é",
	"/*",
	"*/",
	"//",
	"&~",
	"x",
	"1",
	"if",
	"int",
	"__load",
	"{ONCE}",
	"__fence{a-b}",
];

/** Some lines of each generation's macros. */
const PARTS = (["lkmmv1", "lkmmv2"] as const).flatMap((generation) => {
	const lines = kernelMacroText(generation).split("\n");
	return [lines.slice(0, 30).join("\n"), lines.slice(40, 70).join("\n")];
});

const mutation = fc.record({
	kind: fc.constantFrom("delete", "duplicate", "insert", "cut"),
	at: fc.nat(1000),
	other: fc.nat(1000),
	piece: fc.constantFrom(...PIECES),
});

/** A text with a few of its tokens deleted, doubled or put in. */
const mutated = fc
	.tuple(fc.constantFrom(ODD, ...PARTS), fc.array(mutation, { minLength: 1, maxLength: 4 }))
	.map(([text, changes]) => {
		const tokens = [...(text.match(TOKEN) ?? [])];
		for (const { kind, at, other, piece } of changes) {
			const [i, j] = [at % tokens.length, other % tokens.length];
			if (kind === "delete") tokens.splice(i, 1);
			else if (kind === "duplicate") tokens.splice(j, 0, tokens[i]);
			else if (kind === "insert") tokens.splice(i, 0, piece);
			else tokens.splice(i, 1 + (j % 8));
		}
		return tokens.join("");
	});

test("mutated files of macros give a result, and messages that point into the text", {
	timeout: 120_000,
}, () => {
	let accepted = 0;
	const runs = 3000;
	fc.assert(
		fc.property(mutated, (text) => {
			const result = loadMacros({ path: "my.def", text });
			if (!result.ok) {
				expect(result.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
				for (const { span } of result.diagnostics) {
					expect(span?.start).toBeGreaterThanOrEqual(0);
					expect(span?.end).toBeLessThanOrEqual(text.length);
				}
				return;
			}
			accepted++;
			// All bodies can be read, whether or not they were when the file was loaded.
			for (const name of result.value.names()) expect(result.value.get(name)?.body().ok, name).toBe(true);
			expect(Def.match(text, "Definitions").succeeded()).toBe(true);
			const call = "swap(x, y); first(arr); both(x, 1); READ_ONCE(*x); atomic_add_unless(a, 1, 2);";
			loadProgram({ path: "<test>", text: withBody(call) }, { macros: result.value });
		}),
		{ numRuns: runs },
	);
	expect(accepted).toBeGreaterThan(runs / 20);
	expect(accepted).toBeLessThan(runs * 0.9);
});

test("the kernel's macros are all plain: none is parsed when they are loaded", () => {
	for (const generation of ["lkmmv1", "lkmmv2"] as const) {
		const texts = new MacroSplitter({ path: "my.def", text: kernelMacroText(generation) }).split();
		expect(texts.length).toBeGreaterThan(100);
		expect(texts.filter(({ body }) => !isPlainBody(body)).map(({ name }) => name)).toEqual([]);
	}
});
