import { expect, test } from "vitest";
import { judge } from "../../src/cli/judge.ts";
import type { Expectation } from "../../src/execution/program.ts";
import { type Sketch, verdictOf } from "./verdicts.ts";

const never: Sketch = { positive: 0, negative: 3 };
const sometimes: Sketch = { positive: 1, negative: 2 };
const always: Sketch = { positive: 3, negative: 0 };
const stuck: Sketch = { positive: 0, negative: 0, deadlock: true };
const racy = (sketch: Sketch): Sketch => ({ ...sketch, flags: ["data-race"] });
const cut = (sketch: Sketch): Sketch => ({ ...sketch, limits: ["unroll"] });

function expectation(words: string): Expectation | undefined {
	const [result, race] = words.split(" ");
	if (result === "") return undefined;
	return { result: result as Expectation["result"], race: race === "DATARACE" };
}

test.each<[string, Sketch, "pass" | "fail" | "incomplete"]>([
	["Never", never, "pass"],
	["Never", sometimes, "fail"],
	["Never", always, "fail"],
	["Sometimes", never, "fail"],
	["Sometimes", sometimes, "pass"],
	["Sometimes", always, "fail"],
	["Always", never, "fail"],
	["Always", sometimes, "fail"],
	["Always", always, "pass"],
	["Maybe", never, "pass"],
	["Maybe", sometimes, "pass"],
	["Maybe", always, "pass"],
	["DEADLOCK", stuck, "pass"],
	["DEADLOCK", never, "fail"],
	["Never", stuck, "pass"],
	["Always", stuck, "fail"],
	["", sometimes, "pass"],
	["", racy(sometimes), "pass"],
	["Never", racy(never), "fail"],
	["Maybe", racy(never), "fail"],
	["Never DATARACE", racy(never), "pass"],
	["Never DATARACE", never, "fail"],
	["Sometimes DATARACE", racy(never), "fail"],
])("%s against %o is %s", (words, sketch, status) => {
	expect(judge(verdictOf(sketch), "exists", expectation(words)).status).toBe(status);
});

test.each<[string, Sketch, "fail" | "incomplete"]>([
	["", cut(sometimes), "incomplete"],
	["Never", cut(never), "incomplete"],
	["Never", cut(sometimes), "fail"],
	["Sometimes", cut(never), "incomplete"],
	["Sometimes", cut(sometimes), "incomplete"],
	["Sometimes", cut(always), "incomplete"],
	["Always", cut(always), "incomplete"],
	["Always", cut(sometimes), "fail"],
	["Always", cut(stuck), "incomplete"],
	["Maybe", cut(sometimes), "incomplete"],
	["DEADLOCK", cut(stuck), "incomplete"],
	["DEADLOCK", cut(never), "fail"],
	["Never", cut(racy(never)), "fail"],
	["Never DATARACE", cut(never), "incomplete"],
])("an incomplete search: %s against %o is %s", (words, sketch, status) => {
	expect(judge(verdictOf(sketch), "exists", expectation(words)).status).toBe(status);
});

test.each([
	["Never", sometimes, "yes=1"],
	["Sometimes", always, "yes=1"],
	["Sometimes", never, "no=1"],
	["Always", sometimes, "no=1"],
	["Always", never, "no=1"],
])("the evidence against %s in %o ends in %s", (words, sketch, state) => {
	expect(judge(verdictOf(sketch), "exists", expectation(words)).evidence).toContain(state);
});

test.each([
	["exists", never, false],
	["exists", sometimes, true],
	["exists", always, true],
	["~exists", never, true],
	["~exists", sometimes, false],
	["forall", never, false],
	["forall", sometimes, false],
	["forall", always, true],
	["exists", cut(never), undefined],
	["exists", cut(sometimes), true],
	["~exists", cut(never), undefined],
	["~exists", cut(always), false],
	["forall", cut(always), undefined],
	["forall", cut(sometimes), false],
] as const)("%s over %o holds: %s", (quantifier, sketch, holds) => {
	expect(judge(verdictOf(sketch), quantifier).holds).toBe(holds);
});

test.each([
	[never, "Never"],
	[sometimes, "Sometimes"],
	[always, "Always"],
	[stuck, "Never"],
])("%o is observed as %s", (sketch, observation) => {
	expect(judge(verdictOf(sketch), "exists").observation).toBe(observation);
});

test("says why in so many words", () => {
	const remarks = (sketch: Sketch, words: string) =>
		judge(verdictOf(sketch), "exists", expectation(words)).remarks;
	expect(remarks(racy(sometimes), "Never")).toEqual([
		"unexpected data race",
		"expected Never, observed Sometimes",
	]);
	expect(remarks({ ...never, limits: ["timeout", "unroll"] }, "Never")).toHaveLength(2);
	expect(remarks(stuck, "Never")).toHaveLength(1);
	expect(remarks(stuck, "DEADLOCK")).toEqual([]);
	expect(remarks({ ...never, undetermined: 2 }, "Never")[0]).toContain("2 executions");
});

const safe = (sketch: Sketch): Sketch => ({ ...sketch, properties: ["overlap", "hang"] });
const bad = (sketch: Sketch): Sketch => ({ ...sketch, properties: ["+overlap", "hang"] });

test.each<[string, Sketch, "pass" | "fail" | "incomplete"]>([
	["", safe(always), "pass"],
	["", bad(always), "fail"],
	["Never", safe(always), "pass"],
	["Never", bad(always), "fail"],
	["Sometimes", safe(always), "fail"],
	["Sometimes", bad(always), "pass"],
	["Always", safe(always), "fail"],
	["Always", bad(always), "pass"],
	["Maybe", safe(always), "pass"],
	["Maybe", bad(always), "pass"],
	["DEADLOCK", bad(stuck), "fail"],
	["DEADLOCK", safe(stuck), "pass"],
	["Sometimes", racy(bad(always)), "fail"],
	["", cut(safe(always)), "incomplete"],
	["", cut(bad(always)), "fail"],
	["Never", cut(safe(always)), "incomplete"],
	["Never", cut(bad(always)), "fail"],
	["Sometimes", cut(safe(always)), "incomplete"],
	["Sometimes", cut(bad(always)), "incomplete"],
])("without a condition, %s is about properties: %o is %s", (words, sketch, status) => {
	const terms = { hasCondition: false, isHeld: true };
	expect(judge(verdictOf(sketch), "exists", expectation(words), terms).status).toBe(status);
});

test.each<[string, Sketch, "pass" | "fail"]>([
	["Sometimes", safe(sometimes), "pass"],
	["Sometimes", bad(sometimes), "fail"],
	["Never", safe(never), "pass"],
	["Never", bad(never), "fail"],
	["Maybe", bad(never), "fail"],
])("beside a condition, %s is about that, and no property may happen: %o is %s", (words, sketch, status) => {
	expect(judge(verdictOf(sketch), "exists", expectation(words)).status).toBe(status);
});

test("a property that happens refutes, is named, and fails no test under a model that only informs", () => {
	const { holds, remarks } = judge(verdictOf(bad(always)), "exists");
	expect([holds, remarks]).toEqual([false, ["forbidden, but possible: overlap"]]);
	const terms = { hasCondition: false, isHeld: false };
	expect(judge(verdictOf(bad(always)), "exists", undefined, terms)).toMatchObject({
		status: "pass",
		observation: "Sometimes",
		holds: false,
	});
	expect(judge(verdictOf(cut(safe(always))), "exists").holds).toBeUndefined();
	expect(judge(verdictOf(safe(always)), "exists").holds).toBe(true);
});
