import { expect, test } from "vitest";
import { findInModel } from "../../src/lsp/cat/find-in-model.ts";
import { findDefinition } from "../../src/lsp/litmus/find-definition.ts";
import { analysis, cursor, modelAnalysis, PATH, shown } from "./analyse.ts";

const TEST = `C t
#include "ops.h"
#define SLOTS 2
#parameter producers = 2 in 1..4
struct item { int len; int body; };
struct item box;
static int take(struct item *i, int n)
{
	int len = READ_ONCE(i->len);
	return len + n;
}
{ int x = 1; 1:r2 = 5; }
P0(int *x) { int r0; r0 = take(&box, SLOTS); PUT(x, producers); goto out; out: ; }
P[i = 1..1](int *x) { int r0 = i; r1 = READ_ONCE(*x); { int r0 = r2; WRITE_ONCE(*x, r0); } }
exists (0:r0=0 /\\ 1:r1=1 /\\ x=2)
`;

const FILES = { "ops.h": "// what tests share\n#define PUT(p, v) WRITE_ONCE(*(p), v)\n" };

/** What the character behind `before` in the test leads to. */
function leads(before: string, text = TEST): readonly string[] {
	const found = cursor(text.replace(before, `${before}‸`));
	return findDefinition(analysis(found.text, FILES), PATH, found.offset).map(shown);
}

test.each([
	["= tak", "test.litmus:7: take"],
	["box, SLO", "test.litmus:3: SLOTS"],
	["(x, prod", "test.litmus:4: producers"],
	["; PU", "ops.h:2: PUT"],
	['include "op', "ops.h:1: "],
	["take(&bo", "test.litmus:6: box"],
	["take(struct ite", "test.litmus:5: item"],
	["i->le", "test.litmus:5: len"],
	["return le", "test.litmus:9: len"],
	["len + n", "test.litmus:7: n"],
	["goto ou", "test.litmus:13: out"],
	["int r0; r0", "test.litmus:13: r0"],
	["int r0 = i", "test.litmus:14: i"],
	["*x, r0", "test.litmus:14: r0"],
	["0:r0", "test.litmus:13: r0"],
	["1:r1", "test.litmus:14: r1"],
	["1 /\\ x", "test.litmus:12: x"],
	["PUT(x", "test.litmus:13: x"],
	["P0(int *x", "test.litmus:12: x"],
	["{ int x", "test.litmus:12: x"],
])("behind %j stands what %s declares", (before, expected) => {
	expect(leads(before)[0]).toBe(expected);
});

test.each(["READ_ON", "C t", "exis", "0:r0="])("behind %j stands nothing that is declared", (before) => {
	expect(leads(before)).toEqual([]);
});

test("the inner one of two variables of a name is meant in its block", () => {
	const { text, offset } = cursor(TEST.replace("*x, r0", "*x, r‸0"));
	const [span] = findDefinition(analysis(text, FILES), PATH, offset);
	expect(span.start).toBe(text.indexOf("r0 = r2"));
});

test("an included file has answers, too", () => {
	const file = { ...FILES, "ops.h": `int twice(int a) { return a + a; }\n${FILES["ops.h"]}` };
	const [span] = findDefinition(analysis(TEST, file), "/t/ops.h", file["ops.h"].indexOf("a; }"));
	expect(shown(span)).toBe("ops.h:1: a");
});

test("a text that cannot be read keeps what was known, at its new places", () => {
	const before = analysis(TEST, FILES);
	const once = TEST.replace("return len + n", "return len + + ) n");
	const broken = once.replace("C t\n", "C t\n\n\n");
	const after = analysis(broken, FILES, analysis(once, FILES, before));
	expect(after.syntax).toBeUndefined();
	expect(after.diagnostics).toHaveLength(1);
	const spans = findDefinition(after, PATH, broken.indexOf("take(&box"));
	expect(spans.map(shown)).toEqual(["test.litmus:9: take"]);
	expect(findDefinition(after, PATH, broken.indexOf("r1=1")).map(shown)).toEqual(["test.litmus:16: r1"]);
});

const MODEL = `"m"
include "base.cat"
let fr = rf^-1 ; co
let rec hb = po | (hb ; hb)
let order(r) = r | hb
let twice = let once = fr in once ; once
procedure sequential(r) = acyclic r | twice end
call sequential(fr)
let fr = fr | com
acyclic order(fr) as main
`;

test.each([
	["let rec hb = po | (h", "model.cat:4: hb"],
	["order(r) = r", "model.cat:5: r"],
	["once = fr in on", "model.cat:6: once"],
	["once = f", "model.cat:3: fr"],
	["fr = fr", "model.cat:3: fr"],
	["= fr | co", "base.cat:1: com"],
	["acyclic order(f", "model.cat:9: fr"],
	["call seq", "model.cat:7: sequential"],
	["acyclic ord", "model.cat:5: order"],
	["acyclic r", "model.cat:7: r"],
	['include "ba', "base.cat:1: "],
])("in a model, behind %j stands what %s defines", (before, expected) => {
	const { text, offset } = cursor(MODEL.replace(before, `${before}‸`));
	const spans = findInModel(modelAnalysis(text, { "base.cat": "let com = rf | co\n" }), offset);
	expect(spans.map(shown)).toEqual([expected]);
});
