import fc from "fast-check";
import { expect, test } from "vitest";
import { loadModel } from "../../src/cat/load-model.ts";
import { builtinModels } from "./builtin-models.ts";

const tokens = [
	"(",
	")",
	"[",
	"]",
	"{",
	"}",
	"*",
	"+",
	"?",
	"^-1",
	"~",
	"|",
	";",
	"\\",
	"&",
	",",
	"=",
	"->",
	'"',
	"(*",
	"*)",
	"//",
	"0",
	"_",
	" let ",
	" rec ",
	" and ",
	" in ",
	" fun ",
	" as ",
	" flag ",
	" include ",
	" acyclic ",
	" empty ",
	" po ",
	" rf ",
	" R ",
	" x ",
	"\n",
	"\u0000",
	"\u{1f600}",
	"'",
	"-",
];

/** Statements of the real models: short texts, so that many of them can be tried. */
const statements = [...builtinModels.values()].flatMap(({ text }) =>
	text.replace(/\(\*[\s\S]*?\*\)/g, "").split(/\n(?=let|flag|acyclic|irreflexive|empty|include|"|\()/),
);

const edit = fc.record({
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	remove: fc.integer({ min: 0, max: 8 }),
	insert: fc.oneof(fc.constantFrom(...tokens, ...statements), fc.string({ maxLength: 4 })),
});

test("mutated models load or give errors in place, and never throw", () => {
	const property = fc.property(
		fc.array(fc.constantFrom(...statements), { minLength: 1, maxLength: 3 }),
		fc.array(edit, { maxLength: 4 }),
		(parts, edits) => {
			let text = parts.join("\n");
			for (const { at, remove, insert } of edits) {
				const place = Math.floor(at * text.length);
				text = text.slice(0, place) + insert + text.slice(place + remove);
			}
			const result = loadModel({ path: "fuzz.cat", text }, () => undefined);
			if (result.ok) return;
			expect(result.diagnostics.length).toBeGreaterThan(0);
			for (const { span } of result.diagnostics) {
				expect(span).toBeDefined();
				if (span === undefined) continue;
				expect(span.start).toBeGreaterThanOrEqual(0);
				expect(span.end).toBeGreaterThanOrEqual(span.start);
				expect(span.end).toBeLessThanOrEqual(span.file.text.length);
			}
		},
	);
	fc.assert(property, { numRuns: 10_000 });
}, 300_000);
