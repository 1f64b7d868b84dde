import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadModel, type ModelOptions } from "../../src/cat/load-model.ts";
import type { Model } from "../../src/cat/model.ts";
import type { ReadInclude } from "../../src/cat/model-resolver.ts";

import { check } from "../../src/checker/check.ts";
import { addCounts, type Count } from "../../src/execution/count.ts";
import type { Verdict } from "../../src/execution/verdict.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import type { SourceFile } from "../../src/source/span.ts";
import { readOracle } from "../oracle/read-oracle.ts";

const root = new URL("../../", import.meta.url);

function fileIn(folder: string, name: string): SourceFile {
	return { path: name, text: readFileSync(new URL(folder + name, root), "utf8") };
}

/** Puts each check where only interpretation reaches it. */
function hidden({ path, text }: SourceFile): SourceFile {
	const checks = /^(flag )?~?(acyclic|irreflexive|empty)[\s\S]*?\sas [\w-]+/gm;
	return { path, text: text.replace(checks, (statement) => `if R subset _ begin ${statement} end`) };
}

function load(
	folder: string,
	name: string,
	change: (file: SourceFile) => SourceFile,
	options: ModelOptions = {},
): Model {
	const include: ReadInclude = (wanted) => {
		try {
			return change(fileIn(folder, wanted));
		} catch {
			return undefined;
		}
	};
	const found = loadModel(change(fileIn(folder, name)), include, options);
	if (!found.ok) throw new Error(found.diagnostics.map(({ message }) => message).join("\n"));
	return found.value;
}

function verdict(
	litmus: string,
	model: Model,
	timeoutSeconds = 60,
): Pick<Verdict, "positive" | "negative" | "states" | "flags"> {
	const program = loadProgram({ path: "test.litmus", text: litmus });
	if (!program.ok) throw new Error(program.diagnostics[0].message);
	const { positive, negative, states, flags } = check(program.value, model, { unroll: 4, timeoutSeconds });
	return { positive, negative, states, flags };
}

function executions(positive: Count, negative: Count): number {
	return Number(addCounts(positive, negative));
}

/** Allows everything, so that it tells how many executions there are to be judged. */
const anything = load("models/", "sc.cat", ({ path }) => ({ path, text: "empty 0 as nothing" }));

/** Tests with few executions to judge, some of each family. */
const small = readOracle()
	.filter((_, index) => index % 9 === 0)
	.filter(({ litmus }) => {
		const { positive, negative } = verdict(litmus, anything, 0.05);
		return executions(positive, negative) > 0 && executions(positive, negative) <= 12;
	});

describe("a model that is interpreted says what it says when it is compiled", () => {
	test("there are tests with locks, RCU and plain accesses among those tried", () => {
		const families = new Set(small.map(({ family }) => family));
		for (const family of ["lock", "rcu", "plain", "rmw"]) expect(families).toContain(family);
		expect(small.length).toBeGreaterThan(30);
	});

	test.each(["lkmm", "sc", "tso"])("%s", (name) => {
		const compiled = load("models/", `${name}.cat`, (file) => file);
		const interpreted = load("models/", `${name}.cat`, hidden);
		expect(compiled.interpret).toBeUndefined();
		expect(interpreted.interpret).toBeDefined();
		expect(interpreted.axioms).toEqual([]);
		for (const { name: title, litmus } of small)
			expect({ title, ...verdict(litmus, interpreted) }).toEqual({ title, ...verdict(litmus, compiled) });
	});

	test("a model in a kernel tree's form, which hands locks over itself", () => {
		const folder = "test/kernel-style/lkmmv2/";
		const variants = new Set(["lkmmv2"]);
		const bell = fileIn(folder, "linux-kernel.bell");
		const compiled = load(folder, "linux-kernel.cat", (file) => file, { bell, variants });
		const interpreted = load(folder, "linux-kernel.cat", hidden, { bell: hidden(bell), variants });
		expect(interpreted.interpret).toBeDefined();
		for (const { name: title, litmus } of small)
			expect({ title, ...verdict(litmus, interpreted) }).toEqual({ title, ...verdict(litmus, compiled) });
	});
});

/** The verdict of a model's text on a test of two writers and a reader of x. */
function counts(model: string): number {
	const found = loadModel({ path: "test.cat", text: model }, () => undefined);
	if (!found.ok) throw new Error(found.diagnostics.map(({ message }) => message).join("\n"));
	const litmus = `C t
{}
P0(int *x) { WRITE_ONCE(*x, 1); }
P1(int *x) { WRITE_ONCE(*x, 2); }
P2(int *x) { int r0 = READ_ONCE(*x); }
exists (x=1)`;
	const { positive, negative } = verdict(litmus, found.value);
	return executions(positive, negative);
}

describe("what only an execution shows", () => {
	const coherent = "acyclic po-loc | com as coherence";

	test("without it, two orders of the writes and three sources of the read", () => {
		expect(counts(coherent)).toBe(6);
	});

	test.each([
		["one execution for each element that a choice has", "with x from {{IW}, {R}, {R | W}}", 18],
		["none where a choice has none", "with x from map (fun e -> {e}) (R & W)", 0],
		["one for each event", "with x from map (fun e -> {e}) W", 18],
		[
			"one for each order of the writes that begins with the first",
			"with o from linearisations(W, IW * (W \\ IW))",
			12,
		],
		["a product of choices", "with x from cross({{[R], 0}, {[IW], 0}})", 24],
		["forall over events", "forall e in R do empty [IW] ; rf ; [{e}] as not-initial end", 4],
		["a fold over events", "empty (if fold (fun (e, s) -> e ++ s) (R, {}) = R then 0 else _) as same", 6],
		[
			"functions that take sets apart",
			"let rec f s = match s with || {} -> {} || e ++ t -> {t} | f t end forall s in f W do empty s & R as x end",
			6,
		],
		[
			"classes of an equivalence",
			"forall c in classes(loc & (M * M)) do empty [c] ; rf ; [c] as none end",
			0,
		],
		["equality of relations", "if rf = 0 begin empty R as x end", 6],
		[
			"a subset that depends on coherence",
			"if [IW] ; rf subset 0 begin empty 0 as x end else begin empty R as never end",
			4,
		],
	])("%s: %s", (_, text, expected) => {
		expect(counts(`${coherent} ${text}`)).toBe(expected);
	});

	const doubling = Array.from({ length: 40 }, (_, n) => `let f${n + 1}(r) = f${n}(r) | f${n}(r)`).join(" ");

	test.each([
		[
			"functions that double",
			`let f0(r) = match r with || {} -> 0 || p ++ rest -> r end ${doubling} empty f40(rf) as x`,
		],
		[
			"too many unions",
			`let orders = linearisations(_, 0) let with-set s = map (fun o -> o | [s]) orders
			forall u in cross({orders, with-set R, with-set W, with-set IW, with-set M}) do empty u as x end`,
		],
	])("%s end in an error, not in years", (_, text) => {
		expect(() => counts(`${coherent} ${text}`)).toThrow("takes more than");
	});

	test("an error that only an execution shows is the model's", () => {
		expect(() => counts("forall e in R do empty nowhere as x end")).toThrow("`nowhere` is not defined");
	});
});
