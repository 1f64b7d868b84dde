import { describe, expect, test } from "vitest";
import { nestingLimit } from "../../src/cat/nesting.ts";
import { errors, load, model } from "./load.ts";

describe("sorts", () => {
	test.each([
		["let x = R ; po", "cat-sort at R"],
		["let x = po ; R", "cat-sort at R"],
		["let x = R | po", "cat-mixed-sorts at po"],
		["let x = po & (rf | co) & R", "cat-mixed-sorts at R"],
		["let x = po \\ W", "cat-mixed-sorts at W"],
		["let x = po * R", "cat-sort at po"],
		["let x = R * W * M", "cat-sort at R * W * M"],
		["let x = [po]", "cat-sort at po"],
		["let x = R+", "cat-sort at R"],
		["let x = R^-1", "cat-sort at R"],
		["let x = domain(R)", "cat-sort at R"],
		["acyclic R as x", "cat-sort at R"],
		["irreflexive R & W as x", "cat-sort at R & W"],
		["let rec x = R | (x ; po)", "cat-sort at x"],
	])("%s: %s", (text, error) => {
		expect(errors(text)[0]).toBe(error);
	});

	test("0 is a set or a relation as needed", () => {
		expect(errors("let x = 0 let y = x | R let z = x | po empty 0 as e")).toEqual([]);
	});

	test("empty takes sets as well", () => {
		expect(errors("empty R & W as x")).toEqual([]);
	});
});

describe("names and functions", () => {
	test.each([
		["let x = qo", "cat-undefined-name at qo"],
		["let x = Rcu-lok", "cat-undefined-name at Rcu-lok"],
		["let x = y let y = po", "cat-undefined-name at y"],
		["let x = po(rf)", "cat-not-a-function at po(rf)"],
		["let x = po [R]", "cat-not-a-function at po [R]"],
		["let x = fencerel", undefined],
		["let x = fencerel | po", "cat-function-as-value at fencerel"],
		["acyclic domain as d", "cat-function-as-value at domain"],
		["let x = fencerel(R, W)", "cat-argument-count at fencerel(R, W)"],
		["let f() = po let x = f(rf)", "cat-argument-count at f(rf)"],
		["let f(a, a) = a", "cat-duplicate-name at a"],
		["let x = (fun f -> f(f))(fun f -> f(f))", "cat-calls at f"],
	])("%s: %s", (text, error) => {
		expect(errors(text)[0]).toBe(error);
	});

	test("an unknown name comes with its neighbours", () => {
		const result = load("let x = Rcu-lok");
		expect(result.ok ? undefined : result.diagnostics[0].hint).toContain("`Rcu-lock`");
	});

	test("one mistake is reported once, all mistakes together", () => {
		expect(errors("let a = qo let b = a ; a let c = domain(a) | zo")).toEqual([
			"cat-undefined-name at qo",
			"cat-undefined-name at zo",
		]);
		expect(errors("let f(r) = r ; qo let a = f(rf) let b = f(co)")).toEqual(["cat-undefined-name at qo"]);
	});

	test("an error inside a recursive definition survives the trials of its sorts", () => {
		expect(errors("let f(r) = r | qo let rec x = f(rf) | x ; x")).toEqual(["cat-undefined-name at qo"]);
	});

	test("functions that double and double end in an error", () => {
		const doubling = Array.from({ length: 40 }, (_, n) => `let f${n + 1}(r) = f${n}(r) ; f${n}(r) ; co`);
		const text = `let f0(r) = r ; r ${doubling.join(" ")} let x = f40(rf)`;
		expect(errors(text)[0]).toMatch(/^cat-too-large/);
	});
});

describe("syntax", () => {
	test.each([
		["let x = ", "cat-syntax at "],
		["let x = po |", "cat-syntax at "],
		["let x = (po", "cat-syntax at "],
		["let x = po ) rf", "cat-syntax at )"],
		["acyclic po as", "cat-syntax at "],
		["po", "cat-syntax at po"],
		["enum Accesses = ONCE", "cat-syntax at ONCE"],
		["let x = if po then rf else co", "cat-syntax at then"],
		["let x = match po with", "cat-syntax at "],
		["with co from", "cat-syntax at "],
		["forall x in y do", "cat-syntax at "],
		["procedure p() = acyclic po", "cat-syntax at "],
	])("%s: %s", (text, error) => {
		expect(errors(text)).toEqual([error]);
	});

	test.each([
		["brackets", "(", ")", 1],
		["identities", "[domain(", ")]", 2],
		["mixed operators", "(rf | rf ; rf \\ ", "& rf)", 1],
		["calls", "noid(noid(", "))", 2],
	])("%s nest as deep as the limit, and no deeper", (_, open, close, brackets) => {
		const levels = nestingLimit / brackets;
		const nested = (n: number): string => {
			return `let x = ${open.repeat(n)}rf${close.repeat(n)}`;
		};
		expect(errors(nested(levels))).toEqual([]);
		expect(errors(nested(levels + 1))[0]).toMatch(/^cat-nesting at [[(]$/);
	});

	test.each([
		["tildes", `let x = ${"~".repeat(5000)}R`],
		["lets", `let x = ${"let a = ".repeat(5000)}`],
		["functions", `let x = ${"fun a -> ".repeat(5000)}`],
		["comments", "(*".repeat(5000)],
		["unclosed strings in comments", `(* " ${"(".repeat(5000)} *) let x = ${"(".repeat(5000)}`],
	])("%s without end are an error", (_, text) => {
		expect(errors(text)[0]).toMatch(/^cat-nesting/);
	});

	test("many statements and long unions are fine", () => {
		const many = Array.from({ length: 500 }, (_, n) => `let a${n} = let b = rf in b | co`).join("\n");
		expect(errors(many)).toEqual([]);
		expect(errors(`let x = ${"rf | ".repeat(3000)}co`)).toEqual([]);
	});
});

describe("include", () => {
	const file = "let here = rf";

	test("brings definitions and checks", () => {
		const text = 'include "a.cat" acyclic here | po as sc';
		expect(errors(text, { "a.cat": file })).toEqual([]);
	});

	test("a missing file is an error at its name", () => {
		expect(errors('include "b.cat"')).toEqual(['cat-include-missing at "b.cat"']);
	});

	test("a circle is an error that tells the way", () => {
		const files = { "a.cat": 'include "b.cat"', "b.cat": 'include "a.cat"' };
		const result = load('include "a.cat"', files);
		expect(result.ok ? [] : result.diagnostics.map(({ message }) => message)).toEqual([
			"the file includes itself: a.cat includes b.cat includes a.cat",
		]);
	});

	test("a file included twice is read once", () => {
		const files = { "a.cat": "acyclic po as a" };
		const result = load('include "a.cat" include "a.cat"', files);
		expect(result.ok && result.value.axioms.length).toBe(1);
	});

	test("errors point into the included file", () => {
		const result = load('include "a.cat"', { "a.cat": "let x = qo" });
		expect(result.ok ? undefined : result.diagnostics[0].span?.file.path).toBe("a.cat");
	});
});

describe("checks", () => {
	test("keep their names, signs and flags", () => {
		const { axioms, name } = model(
			'"mine" acyclic po as a flag ~empty rf as b ~irreflexive co irreflexive rf ;\n co show rf, co as c',
		);
		expect(name).toBe("mine");
		expect(axioms.map((axiom) => [axiom.name, axiom.test, axiom.negated, axiom.flag])).toEqual([
			["a", "acyclic", false, false],
			["b", "empty", true, true],
			["~irreflexive co", "irreflexive", true, false],
			["irreflexive rf ; co", "irreflexive", false, false],
		]);
	});

	test("a model without any is accepted with a warning", () => {
		const result = load("(* nothing *)");
		expect(result.ok && result.warnings.map(({ code }) => code)).toEqual(["cat-no-checks"]);
		expect(result.ok && result.value.name).toBe("test");
	});
});
