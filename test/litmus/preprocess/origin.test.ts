import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadProgram } from "../../../src/litmus/load-program.ts";
import { preprocess } from "../../../src/litmus/preprocess/preprocess.ts";
import { formatDiagnostic } from "../../../src/source/format-diagnostic.ts";
import { originalSpan } from "../../../src/source/original-span.ts";
import type { SourceFile } from "../../../src/source/span.ts";
import { shippedTests } from "../../suite/shipped-tests.ts";
import { made, readerOf, type Tree } from "./run.ts";

/** What was written where a part of a made text comes from; `part` is its first occurrence there. */
function writtenFor(file: SourceFile, part: string): string {
	const start = file.text.indexOf(part);
	expect(start, part).toBeGreaterThanOrEqual(0);
	const span = originalSpan({ file, start, end: start + part.length });
	const macro = span.macro === undefined ? "" : ` by ${span.macro.name}`;
	return `${span.file.path}: ${span.file.text.slice(span.start, span.end)}${macro}`;
}

describe("a part of the text comes from", () => {
	test.each([
		["text", "#define N 1\nabc def", "c d", "main: c d"],
		["a macro's use", "#define N one\nabc N def", "one", "main: N by N"],
		["a macro's use with its arguments", "#define F(a) one a\nabc F(2) def", "one", "main: F(2) by F"],
		["an argument", "#define F(a) one a\nabc F( 2 +  3) def", "2 +  3", "main: 2 +  3 by F"],
		["a body and an argument", "#define F(a) one a\nabc F(2) def", "one 2", "main: F(2) by F"],
		["text and a macro", "#define F(a) one a\nabc F(2) def", "abc one", "main: abc F(2)"],
		["a macro and text", "#define F(a) one a\nabc F(2) def", "2 def", "main: F(2) def by F"],
		["the outermost macro", "#define N one\n#define M N two\nabc M", "one", "main: M by M"],
		["a macro in an argument", "#define N one\n#define F(a) <a>\nF(N)", "one", "main: N by N"],
		["a macro that ends outside", "#define F(a) <a>\n#define G F\nG (1) b", "<", "main: G (1) by G"],
		["an included file", '#include "a.h"\nx', "text", "a.h: text"],
		["an included file and text", '#include "a.h"\nx', "text\nx", "a.h: text"],
		["text and an included file", 'x\n#include "a.h"\ny', "x\ntext", "main: x\n"],
		["text around an included file", 'x\n#include "a.h"\ny', "x\ntext\ny", 'main: x\n#include "a.h"\ny'],
		["text after a condition", "#if 0\nx\n#else\ny\n#endif\nz", "z", "main: z"],
	])("%s", (_name, text, part, expected) => {
		expect(writtenFor(made(text, { "a.h": "text" }), part)).toBe(expected);
	});

	test("nothing stands where the next token does", () => {
		const file = made("#define N 1\nabc N");
		const end = file.text.length;
		expect(originalSpan({ file, start: 4, end: 4 })).toMatchObject({ start: 15, end: 15 });
		expect(originalSpan({ file, start: end, end })).toMatchObject({ start: 16, end: 17 });
	});
});

/** Lines of tests without macros: words, symbols, comments. */
const plainLine = fc
	.array(
		fc.constantFrom("r0", "=", "1", ";", "(*x)", "x", "{", "}", "/* note */", "/\\", "<", "\t", "'a'", '"s"'),
		{
			maxLength: 6,
		},
	)
	.map((parts) => parts.join(" "));

describe("texts of any kind", () => {
	test("without directives stay the very same", () => {
		fc.assert(
			fc.property(fc.array(plainLine), (lines) => {
				const file = { path: "main", text: lines.join("\n") };
				const result = preprocess(file);
				expect(result.ok && result.value.file).toBe(file);
			}),
		);
		for (const { file } of shippedTests) {
			const result = preprocess(file);
			expect(result.ok && result.value.file).toBe(file);
		}
	});

	test("lines between directives stay what they are, and map back character by character", () => {
		const directive = fc.constantFrom(
			"#define N 2",
			"#undef N",
			"#if 1\n#endif",
			"#if 0\nq q q\n#endif",
			"#pragma x",
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(plainLine, directive)), (lines) => {
				const text = ["#pragma x", ...lines].join("\n");
				const file = made(text);
				const bare = (all: string): string =>
					all.replace(/#if 0\nq q q\n#endif|#.*|\/\* note \*\//g, "").replace(/\s+/g, "");
				expect(file.text.replace(/\s+/g, "")).toBe(bare(text));
				for (let at = 0; at < file.text.length; at++) {
					const { file: origin, start, end } = originalSpan({ file, start: at, end: at + 1 });
					const written = origin.text.slice(start, end);
					// A space is put between `(` and `*`.
					if (written === "/* note */") expect(file.text[at]).toBe(" ");
					else if (written !== "") expect(written).toBe(file.text[at]);
					else expect(file.text.slice(at - 1, at + 2)).toBe("( *");
				}
			}),
		);
	});

	test("never throw, and are told where a file has them", () => {
		const word = fc.constantFrom(
			..."#define,#include,#if,#ifdef,#elif,#else,#endif,#undef,#parameter,#,##,F,N,F(,N(,(,),\",',/*,*/,(*,*),\\,\n".split(
				",",
			),
			...[
				'"a.h"',
				"=",
				"in",
				"1..2",
				"{",
				"}",
				"__VA_ARGS__",
				"...",
				"defined",
				"F(a, b)",
				"\n",
				" ",
				"\\\n",
				"//",
			],
		);
		const texts = fc.array(word, { maxLength: 40 }).map((parts) => parts.join(" ").replace(/ ?\n ?/g, "\n"));
		fc.assert(
			fc.property(texts, texts, (text, included) => {
				const tree: Tree = { "a.h": included };
				const result = preprocess({ path: "main", text }, { readInclude: readerOf(tree) });
				const found = result.ok ? result.warnings : result.diagnostics;
				if (!result.ok) expect(found.length).toBeGreaterThan(0);
				for (const one of found)
					expect(formatDiagnostic(one)).toMatch(/^(main|a\.h):\d+:\d+: (error|warning): /);
				if (result.ok)
					for (const piece of result.value.file.origin ?? [])
						expect(piece.from.end).toBeLessThanOrEqual(piece.from.file.text.length);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe("what is wrong with a test is told where it was written", () => {
	const complain = (text: string, tree: Tree = {}): readonly string[] => {
		const result = loadProgram({ path: "main", text }, {}, { readInclude: readerOf(tree) });
		return (result.ok ? result.warnings : result.diagnostics).map(formatDiagnostic);
	};

	test("in an included file", () => {
		const text = '#include "a.h"\nC t\n{ }\nP0(int *x) { BODY }\nexists (x=1)\n';
		expect(complain(text, { "a.h": "#define BODY frob(x);\n\n" })).toEqual([
			[
				"main:4:14: error: there is no primitive `frob`",
				"  4 | P0(int *x) { BODY }",
				"    |              ^^^^",
				"  note: `BODY` is defined in a.h, line 1",
				"  hint: tests may call the primitives of the memory model alone",
			].join("\n"),
		]);
	});

	test("a syntax error in an included file", () => {
		const [first] = complain('C t\n{ }\n#include "a.h"\n', { "a.h": "\nP0(int *x) {\n\t*x = ;\n}\n" });
		expect(first).toMatch(/^a\.h:3:7: error: expected an expression, not `;`\n {2}3 \| {5}\*x = ;\n/);
	});

	test("once, though a macro makes it twice", () => {
		const text = "#define TWICE(a) a; a\nC t\n{ }\nP0(int *x) { TWICE(frob(x)); }\n";
		expect(complain(text)).toHaveLength(1);
	});
});

describe("the result that a test promises", () => {
	const expectation = (text: string, tree: Tree = {}): string | undefined => {
		const result = loadProgram({ path: "main", text }, {}, { readInclude: readerOf(tree) });
		return result.ok ? result.value.expectation?.result : "no program";
	};
	const test0 = "C t\n{ }\nP0(int *x) { *x = 1; }\n";

	test("may depend on a parameter", () => {
		const text = `#parameter n = 1\n${test0}#if n > 1\n(* Result: Never *)\n#else\n(* Result: Always *)\n#endif\n`;
		expect(expectation(text)).toBe("Always");
	});

	test("stands in the test itself rather than in what it includes", () => {
		const tree = { "a.h": `${test0}(* Result: Never *)\n` };
		expect(expectation('#include "a.h"\n(* Result: Always *)\n', tree)).toBe("Always");
		expect(expectation('#include "a.h"\n', tree)).toBe("Never");
	});
});
