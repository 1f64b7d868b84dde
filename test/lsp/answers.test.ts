import { expect, test } from "vitest";
import { outlineModel } from "../../src/lsp/cat/outline-model.ts";
import { completeTest } from "../../src/lsp/litmus/complete-test.ts";
import { outlineTest } from "../../src/lsp/litmus/outline-test.ts";
import { wordVerdict } from "../../src/lsp/word-verdict.ts";
import type { CheckedTest } from "../../src/report/test-outcome.ts";
import { analysis, cursor, modelAnalysis, PATH } from "./analyse.ts";

test("the outline of a test has its parts in order, and none of its locals", () => {
	const text = `C t
#define ONE 1
struct s { int a; };
int f(int b) { int c = b; return c; }
{ x = ONE; 0:r1 = 2; }
P0(int *x) { int r0 = f(1); }
forbidden "bad" (0:r0=2)
locations [x]
~exists (0:r0=1)
`;
	const names = outlineTest(analysis(text)).map(({ kind, name }) => `${kind} ${name}`);
	expect(names).toEqual([
		"macro ONE",
		"type s",
		"function f",
		"state x",
		"state 0:r1",
		"process P0",
		expect.stringMatching(/^condition "?bad/),
		"condition locations",
		"condition ~exists",
	]);
});

test("the outline of a model has its definitions", () => {
	const symbols = outlineModel(
		modelAnalysis("let a = po\nlet f(x) = x\nlet rec b = a and c = b\nacyclic c\n"),
	);
	expect(symbols.map(({ name }) => name)).toEqual(["a", "f", "b", "c"]);
});

test("names that are known are proposed, then what can be called; behind an arrow members alone", () => {
	const text =
		"C t\nstruct s { int len; };\nstruct s box;\n{}\nP0(int *x) { int r0; { int r1; } ‸ }\nexists (0:r0=0)\n";
	const at = cursor(text);
	const labels = completeTest(analysis(at.text), PATH, at.offset).map(({ label }) => label);
	expect(labels).toEqual(expect.arrayContaining(["x", "r0", "box", "s", "smp_mb", "cmpxchg_release"]));
	expect(labels).not.toContain("r1");
	expect(labels).not.toContain("len");
	const behind = cursor(text.replace("‸ }", "int r2 = box.l‸en; }"));
	expect(completeTest(analysis(behind.text), PATH, behind.offset).map(({ label }) => label)).toEqual(["len"]);
});

const CHECKED: CheckedTest = {
	file: PATH,
	model: "lkmm",
	seconds: 0.031,
	status: "pass",
	name: "t",
	quantifier: "exists",
	observation: "Never",
	positive: 0,
	negative: 3,
	states: ["x=1"],
	flags: [],
	explored: { executions: 3, deadEnds: 0 },
	remarks: [],
	warnings: [],
};

test.each<[Partial<CheckedTest>, string, string]>([
	[{ expected: "Never" }, "good", "✓ Never, as promised · 0 positive, 3 negative, 1 state · 31 ms"],
	[{}, "good", "✓ Never · 0 positive, 3 negative, 1 state · 31 ms"],
	[
		{ status: "fail", expected: "Sometimes", flags: ["data-race"] },
		"bad",
		"✗ Never, differs from Result: Sometimes · 0 positive, 3 negative, 1 state · data-race · 31 ms",
	],
	[
		{ status: "incomplete", partial: true, remarks: ["incomplete: out of time (--timeout)"] },
		"open",
		"? Never so far, incomplete · 0 positive, 3 negative, 1 state · incomplete: out of time (--timeout) · 31 ms",
	],
	[
		{
			status: "fail",
			properties: [{ name: "torn", result: "possible" }],
			remarks: ["forbidden, but possible: torn"],
		},
		"bad",
		"✗ Never, forbidden, but possible: torn · 0 positive, 3 negative, 1 state · 31 ms",
	],
	[
		{ status: "fail", expected: "Never", flags: ["data-race"], remarks: ["unexpected data race"] },
		"bad",
		"✗ Never, unexpected data race · 0 positive, 3 negative, 1 state · data-race · 31 ms",
	],
])("a verdict of %j stands %s", (part, standing, title) => {
	expect(wordVerdict({ ...CHECKED, ...part } as CheckedTest)).toMatchObject({ standing, title });
});

test("a diagnostic in what a macro makes is told where it is used, and relates to its definition", () => {
	const text = "C t\n#define BAD(p) READ_TWICE(*p)\n{}\nP0(int *x) { int r0 = BAD(x); }\nexists (0:r0=0)\n";
	const [found] = analysis(text).diagnostics;
	expect(text.slice(found.span.start, found.span.end)).toBe("BAD(x)");
	expect(found.related.map(({ span }) => span.start)).toEqual([text.indexOf("BAD(p)")]);
});

test("a diagnostic in an included file is told there and at the directive that leads to it", () => {
	const text = 'C t\n#include "outer.h"\n{}\nP0() {}\nexists (true)\n';
	const files = { "outer.h": '#include "inner.h"\n', "inner.h": "\n#defin A\n" };
	const found = analysis(text, files).diagnostics;
	expect(found.map(({ span }) => [span.file.path, span.file.text.slice(span.start, span.end)])).toEqual([
		["/t/inner.h", "defin"],
		[PATH, '"outer.h"'],
	]);
	expect(found[1].message).toContain("`inner.h:2`");
});

test("a part of models is told its form alone", () => {
	expect(modelAnalysis("let a = unheard-of\n").diagnostics).toEqual([]);
	expect(modelAnalysis("let a = unheard-of\nacyclic a\n").diagnostics).toHaveLength(1);
	expect(modelAnalysis("let a = (po\n").diagnostics).toHaveLength(1);
});
