import fc from "fast-check";
import { expect, test } from "vitest";
import { completeModel } from "../../src/lsp/cat/complete-model.ts";
import { findInModel } from "../../src/lsp/cat/find-in-model.ts";
import { hoverModel } from "../../src/lsp/cat/hover-model.ts";
import { outlineModel } from "../../src/lsp/cat/outline-model.ts";
import type { Hover } from "../../src/lsp/hover.ts";
import { completeTest } from "../../src/lsp/litmus/complete-test.ts";
import { findDefinition } from "../../src/lsp/litmus/find-definition.ts";
import { hoverTest } from "../../src/lsp/litmus/hover-test.ts";
import { outlineTest } from "../../src/lsp/litmus/outline-test.ts";
import type { PlacedDiagnostic } from "../../src/lsp/placed-diagnostic.ts";
import type { TextSymbol } from "../../src/lsp/text-symbol.ts";
import type { Span } from "../../src/source/span.ts";
import { analysis, modelAnalysis, PATH } from "./analyse.ts";

const RUNS = 150;

const TESTS: readonly string[] = [
	'C a\n#include "h.h"\n#define N(a) (a + 1)\r\n{ x=1; int a[2] = {1,2}; 0:r9=1; }\nP0(int *x) { int r0; r0 = READ_ONCE(*x); if (r0) WRITE_ONCE(*x, N(r0)); }\nexists (0:r0=1 /\\ x=2)',
	'C b "d"\nstruct s { int a; union { u8 b; } c; }; enum { E = 2, F };\ntypedef struct s t;\nstruct s v;\nint f(t *p, int n) { again: if (n) goto again; return p->a; }\n{}\nP[i = 0..1](int *x) { int r = f(&v, E); { u8 q = r; } }\nforbidden "z" (0:r=1)\nlocations [x]\n',
	"C c\n(* Result: Never *)\n#parameter k = 2 in 1..3\n#if k > 1\n#include <gone.h>\n#endif\n{ spinlock_t l; }\nP0(spinlock_t *l) { spin_lock(l); spin_unlock(l); }\nforall (true)",
];

const MODELS: readonly string[] = [
	'"m"\ninclude "h.h"\nlet a = po | rf\nlet rec b = (a ; b)+ and c = b^-1\nlet f(x, y) = let z = x in z \\ y\nacyclic f(a, b) as one\n',
	"enum T = 'one || 'two\ninstructions R[{'one}]\nprocedure p(r) = acyclic r end\ncall p(co)\nlet m = match {} with || {} -> 0 || e ++ es -> e end\n",
];

const FILES = {
	"h.h": '#define TWICE(a) ((a) * 2)\nint g(int a) { return TWICE(a); }\n#include "h2.h"\n',
	"h2.h": "#pragma once\n",
};

const TOKEN = /\w+|\s+|[^\w\s]/g;
const PIECES = [
	"(",
	")",
	"{",
	"}",
	";",
	"*",
	"#",
	"#include",
	'"h.h"',
	"(*",
	"*/",
	"0:",
	"x",
	"r0",
	"1",
	"\n",
	"\r\n",
	"\0",
	"é",
	"𝕏",
	"->",
	".",
	"let",
	"'",
	'"',
	"struct ",
	"\ud800",
];

const change = fc.record({
	drop: fc.nat(4),
	at: fc.nat(200),
	piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3, unit: "binary" })),
});

function changed(seeds: readonly string[]): fc.Arbitrary<string> {
	return fc.tuple(fc.constantFrom(...seeds), fc.array(change, { maxLength: 4 })).map(([seed, changes]) => {
		const tokens: string[] = seed.match(TOKEN) ?? [];
		for (const { drop, at, piece } of changes) tokens.splice(at % (tokens.length + 1), drop, piece);
		return tokens.join("");
	});
}

function expectInside({ start, end }: { start: number; end: number }, text: string): void {
	expect(start).toBeGreaterThanOrEqual(0);
	expect(end).toBeGreaterThanOrEqual(start);
	expect(end).toBeLessThanOrEqual(text.length);
}

/** Everything that is answered lies in the text that it speaks of. */
function expectPlaced(
	diagnostics: readonly PlacedDiagnostic[],
	symbols: readonly TextSymbol[],
	text: string,
	hovers: readonly (Hover | undefined)[],
	spans: readonly Span[],
): void {
	for (const { span, related } of diagnostics)
		for (const one of [span, ...related.map((place) => place.span)]) expectInside(one, one.file.text);
	for (const symbol of symbols) {
		expectInside(symbol, text);
		expect(symbol.nameStart).toBeGreaterThanOrEqual(symbol.start);
		expect(symbol.nameEnd).toBeLessThanOrEqual(symbol.end);
	}
	for (const hover of hovers) if (hover) expectInside(hover, text);
	for (const span of spans) expectInside(span, span.file.text);
}

test("whatever a test's text is, answers come, and lie in their texts", () => {
	fc.assert(
		fc.property(
			changed(TESTS),
			changed(TESTS),
			fc.array(fc.nat(400), { maxLength: 12 }),
			(first, text, offsets) => {
				const before = analysis(first, FILES);
				const known = analysis(text, FILES, before);
				const hovers = offsets.map((offset) => hoverTest(known, PATH, offset));
				const spans = offsets.flatMap((offset) => findDefinition(known, PATH, offset));
				expectPlaced(known.diagnostics, outlineTest(known), text, hovers, spans);
				for (const offset of offsets.slice(0, 2)) completeTest(known, PATH, offset);
			},
		),
		{ numRuns: RUNS },
	);
});

test("whatever a model's text is, answers come, and lie in their texts", () => {
	fc.assert(
		fc.property(
			changed(MODELS),
			changed(MODELS),
			fc.array(fc.nat(300), { maxLength: 12 }),
			(first, text, offsets) => {
				const before = modelAnalysis(first, FILES);
				const known = modelAnalysis(text, FILES, before);
				const hovers = offsets.map((offset) => hoverModel(known, offset));
				const spans = offsets.flatMap((offset) => findInModel(known, offset));
				expectPlaced(known.diagnostics, outlineModel(known), text, hovers, spans);
				for (const offset of offsets.slice(0, 2)) completeModel(known, offset);
			},
		),
		{ numRuns: RUNS },
	);
});
