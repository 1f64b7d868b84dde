import { describe, expect, test } from "vitest";
import { complaints, made, words } from "./run.ts";

describe("macros", () => {
	test.each([
		["an object", "#define N 2\nx N xN N_ N;", "x 2 xN N_ 2;"],
		["nothing", "#define N\na N b", "a b"],
		["one that uses another", "#define A B\n#define B 3\nA", "3"],
		["one that uses itself", "#define A A + B\n#define B A\nA", "A + A"],
		["a function", "#define F(a, b) (b) - (a)\nF(1, 2)", "(2) - (1)"],
		["a function without parentheses", "#define F(a) a\nF + F (2)", "F + 2"],
		["a function over several lines", "#define F(a, b) a b\nF(1,\n\n2)", "1 2"],
		["commas in parentheses", "#define F(a) [a]\nF((1, 2))", "[(1, 2)]"],
		["no argument", "#define F() z\nF( )", "z"],
		["an empty argument", "#define F(a) [a]\nF()", "[]"],
		["two empty arguments", "#define F(a, b) [a|b]\nF(,)", "[|]"],
		["a parenthesis after a space", "#define F (a) a\nF", "(a) a"],
		["arguments first", "#define F(a) a a\n#define G(a) <a>\nF(G(1))", "<1> <1>"],
		["a name made by a macro", "#define F(a) G\n#define G(b) {b}\nF(1)(2)", "{2}"],
		["no macro in what it made", "#define f(a) a*g\n#define g(a) f(a)\nf(2)(9)", "2*9*g"],
		["quotation", '#define Q(a) #a\nQ( x  +  "y\\n" )', '"x + \\"y\\\\n\\""'],
		["quotation of what is written", "#define N 2\n#define Q(a) #a\nQ(N)", '"N"'],
		["joining", "#define J(a, b) a ## b\nJ(x, 1) J(, y) J(z, ) J(,)", "x1 y z"],
		["joining what is written", "#define N 2\n#define J(a) r##a\n#define K(a) J(a)\nJ(N) K(N)", "rN r2"],
		["joining, then replacing", "#define AB 7\n#define J(a, b) a##b\nJ(A, B)", "7"],
		["joining symbols", "#define J(a, b) a##b\nx J(<, <) 1", "x << 1"],
		["variable arguments", "#define F(a, ...) g(a, __VA_ARGS__)\nF(1, 2, 3)", "g(1, 2, 3)"],
		["named variable arguments", "#define F(a, rest...) g(a, rest)\nF(1, 2, 3)", "g(1, 2, 3)"],
		["a comma that goes", "#define F(a, ...) g(a, ##__VA_ARGS__)\nF(1) F(1, 2)", "g(1) g(1,2)"],
		["no use of a macro in its own rest", "#define F(...) g(9, ##__VA_ARGS__)\nF(F(1))", "g(9,F(1))"],
		["a use of another there", "#define N 1\n#define F(...) g(9, ##__VA_ARGS__)\nF(N)", "g(9,1)"],
		["only variable arguments", "#define F(...) g(__VA_ARGS__)\nF() F(1, 2)", "g() g(1, 2)"],
		["lines that go on", "#define F(a) a \\\n  + \\\n a\nF(1)", "1 + 1"],
		["a comment over lines", "#define F /* one\n two */ 1\nF", "1"],
		["no continuation elsewhere", "#define N 1\nexists (x=N /\\\ny=N)", "exists (x=1 /\\ y=1)"],
		["a connective as a body", "#define AND /\\ \nx=1 AND y=1", "x=1 /\\ y=1"],
		["undefining", "#define N 1\nN\n#undef N\nN", "1 N"],
		["defining the same again", "#define F(a) a  + 1\n#define F(a) a + 1 // same\nF(1)", "1 + 1"],
		["no replacement in strings", "#define N 1\n\"N\" N 'N'", "\"N\" 1 'N'"],
		["no comments", "#define N 1\na/* N */b // N\n(* N *) N", "a b 1"],
		["a comment with a result", "#define N 1\n(* Result: N *) N", "(* Result: N *) 1"],
		["what only looks like a comment", "#define N 1\n(*N)++", "( *1)++"],
		["a comment without white space", "#define N 1\n(*N (N)*) N", "1"],
		["a range", "#define N 3\nP[1..N]", "P[1..3]"],
		["symbols that would run together", "#define M -1\n1-M -M", "1- -1 - -1"],
		[
			"words that would run together",
			"#define A a\n#define B b\n#define J(x, y) x/**/y\nJ(A,B) A/**/B",
			"a b a b",
		],
		["no comment by accident", "#define P *p\n#define D /\nx=(P)D/1", "x=( *p)/ /1"],
		["a header stays", "#define MP SP\n#define C D\nC MP MP C\nMP C", "C MP MP C SP D"],
	])("%s", (_name, text, expected) => {
		expect(words(text)).toBe(expected);
	});

	test("lines stay lines", () => {
		expect(made("#define N 1\nN\n\n#undef N\nN").text).toBe("\n1\n\n\nN");
	});

	test.each([
		["#define", "main:1:2: error: `define` wants a name here"],
		["#define 3", "main:1:9: error: `define` wants a name here"],
		["#undef A B", "main:1:10: error: `undef` wants a name here"],
		["#define defined 1", "main:1:9: error: `defined` cannot be a macro's name"],
		["#define F(a,) a", "main:1:13: error: this is no list of a macro's parameters"],
		["#define F(a", "main:1:11: error: this is no list of a macro's parameters"],
		["#define F(a, a) a", "main:1:14: error: there are two parameters `a`"],
		["#define F(a) a ##", "main:1:16: error: `##` has nothing to join on one side"],
		["#define F(a) # b", "main:1:14: error: `#` wants a parameter of the macro after it"],
		["#define F __VA_ARGS__", "main:1:11: error: `__VA_ARGS__` means nothing here"],
		[
			"#define J(a, b) a##b\nJ(<, x)",
			"main:2:1: error: `<` and `x` do not join to one name, number or symbol",
		],
		[
			"#define J(a, b) a##b\nJ(/, /)",
			"main:2:1: error: `/` and `/` do not join to one name, number or symbol",
		],
		["#define F(a) a\nF(1", "main:2:1: error: the arguments of the macro `F` do not end"],
		["#define F(a) a\nF(1\n#undef F\n)", "main:2:1: error: the arguments of the macro `F` do not end"],
		["#define F(a, b) a\nF(1)", "main:2:1: error: `F` takes 2 arguments, not 1"],
		["#define N 1\n#define N 2", "main:2:9: error: `N` is defined twice, in two ways"],
		["#frobnicate", "main:1:2: error: there is no directive `#frobnicate`"],
		["#error so it is", "main:1:8: error: so it is"],
		["#warning so it is", "main:1:10: warning: so it is"],
		["#define N 1\n/* open", "main:2:1: error: this comment is never closed"],
		["#define N /* open\n", "main:1:11: error: this comment is never closed"],
	])("%j is refused", (text, expected) => {
		expect(complaints(text)).toEqual([expected]);
	});

	test.each([
		"#pragma pack(1)\n",
		"#line 3\n",
		'# 3 "x.c"\n',
		"#\n",
		"  #  pragma once\n",
	])("%j is ignored", (text) => {
		expect(complaints(text)).toEqual([]);
	});

	test("macros that double each other are stopped", () => {
		const chain = Array.from({ length: 40 }, (_, at) => `#define A${at} A${at + 1} A${at + 1}\n`).join("");
		expect(complaints(`${chain}\nA0\n`)[0]).toMatch(
			/^main:42:1: error: the macros of the test make more than/,
		);
		const empty = `${chain}#define A40\nA0\n`;
		expect(complaints(empty)[0]).toMatch(/^main:42:1: error: the macros of the test make more than/);
	});

	test("a text that grows too long is stopped", () => {
		const long = `#define L ${"x".repeat(1000)}\n#define M ${"L ".repeat(100)}\n${"M ".repeat(11)}`;
		expect(complaints(long)).toEqual([
			"main:3:19: error: with what it includes and its macros replaced, the test has more than 1000000 characters",
		]);
	});

	test("uses nested too deep are refused", () => {
		const text = `#define F(a) a\n${"F(".repeat(5000)}1${")".repeat(5000)}`;
		expect(complaints(text)[0]).toMatch(/error: the text nests too deeply/);
	});

	test("arguments are as long as they like", () => {
		const long = ";".repeat(150_000);
		expect(words(`#define F(a) a\nF(${long})`)).toBe(long);
		expect(words(`#define G(a, b) a##b\nG(x, 1 ${long})`)).toBe(`x1 ${long}`);
		expect(words(`#define H(a, ...) a, ##__VA_ARGS__\nH(1, ${long})`)).toBe(`1,${long}`);
	});
});
