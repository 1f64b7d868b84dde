import { describe, expect, test } from "vitest";
import { handBuilt } from "./hand-built.ts";
import { definition, errors } from "./load.ts";
import { NaiveEvaluator } from "./naive-evaluator.ts";

const brackets = handBuilt([
	["a: F - Rcu-lock", "b: F - Rcu-lock", "c: F - Rcu-unlock", "d: F - Rcu-lock", "e: F - Rcu-unlock"],
]);

function pairs(text: string, name = "x"): [number, number][] {
	const node = definition(text, name);
	return new NaiveEvaluator(brackets).pairs(node).sort(([a, b], [c, d]) => a - c || b - d);
}

describe("let rec", () => {
	test("is the least solution for monotone bodies", () => {
		const step = "po \\ (po ; po)";
		expect(pairs(`let step = ${step}  let rec x = step | (x ; step)`)).toEqual(pairs("let x = po"));
	});

	test("members can depend on each other both ways", () => {
		const text = "let step = po \\ (po;po)  let rec odd = step | (even ; step) and even = odd ; step";
		expect(pairs(text, "even")).toEqual([
			[0, 2],
			[0, 4],
			[1, 3],
			[2, 4],
		]);
	});

	test("sets can be recursive", () => {
		const text = "let rec x = (Rcu-lock & y) | range([x] ; po) and y = Rcu-lock | (x \\ x)";
		expect(definition(text).sort).toBe("set");
		expect(pairs(text).map(([event]) => event)).toEqual([0, 1, 2, 3, 4]);
	});

	test("brackets match though helpers are defined one by one", () => {
		const text = `
			let rec open = Rcu-lock \\ domain(x)
			and close = Rcu-unlock \\ range(x)
			and loose = open | close
			and before = [loose] ; po ; [loose]
			and x = x | ([open] ; (before \\ (before ; before)) ; [close])`;
		expect(pairs(text)).toEqual([
			[1, 2],
			[3, 4],
		]);
		expect(pairs(text, "open").map(([event]) => event)).toEqual([0]);
	});

	test("helpers leave the group, and what does not recur needs none", () => {
		const helper = definition("let rec y = rf ; x and x = co | y");
		expect(helper.op === "recursive" && helper.group.names).toEqual(["x"]);
		expect(definition("let rec x = rf ; co").op).toBe("sequence");
		expect(definition("let rec x = (x \\ x) | (rf ; co)").op).toBe("sequence");
	});

	test("operands have smaller ids than what uses them", () => {
		const node = definition("let rec y = rf | y ; y  let x = y ; co");
		expect(node.op).toBe("sequence");
		const member = node.op === "sequence" ? node.operands[0] : node;
		expect(member.id).toBeLessThan(node.id);
		expect(member.op === "recursive" && member.group.bodies[0].id < node.id).toBe(true);
	});

	test("what it cannot define is an error", () => {
		expect(errors("let rec f(a) = a and x = po")).toEqual(["cat-recursive-function at f"]);
		expect(errors("let rec f(a) = f(a ; a) let x = f(po)")[0]).toMatch(/^cat-(calls|too-large)/);
		expect(errors("let rec x = rf and x = co")).toEqual(["cat-duplicate-name at x"]);
		expect(errors("let rec x = rf | (let rec y = x | y ; y in y)")).toEqual(["cat-nested-recursion at y"]);
	});

	test("a recursion inside another that it does not depend on is fine", () => {
		expect(errors("let rec x = (let rec y = rf | y ; y in y) | x ; x")).toEqual([]);
	});
});
