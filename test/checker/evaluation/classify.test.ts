import fc from "fast-check";
import { expect, test } from "vitest";
import { Classifier } from "../../../src/checker/evaluation/classify.ts";
import { definition } from "../../cat/load.ts";
import { NaiveEvaluator } from "../../cat/naive-evaluator.ts";
import { arbitraryNode } from "./arbitrary-nodes.ts";
import { arbitraryStructure, type RandomStructure, spelledOut } from "./arbitrary-structure.ts";
import { partOf } from "./part-of.ts";

const RUNS = { numRuns: 3000 };

function members(node: Parameters<NaiveEvaluator["pairs"]>[0], structure: RandomStructure): string[] {
	return new NaiveEvaluator(spelledOut(structure)).pairs(node).map(([a, b]) => `${a} ${b}`);
}

test("what is called static does not see rf and co; what is monotone only grows with them", () => {
	const property = fc.property(arbitraryNode, arbitraryStructure(8), (node, more) => {
		const { dynamic, monotone } = new Classifier().classify(node);
		const fewer = { ...more, rf: more.rf.slice(1), co: more.co.slice(0, -1) };
		const small = members(node, fewer);
		const large = members(node, more);
		if (!dynamic) expect(small.sort()).toEqual(large.sort());
		if (monotone) expect(large).toEqual(expect.arrayContaining(small));
	});
	fc.assert(property, RUNS);
});

test("what is called local can be computed thread by thread", () => {
	const property = fc.property(arbitraryNode, arbitraryStructure(8), (node, structure) => {
		const { dynamic, exact, within } = new Classifier().classify(node);
		const { events } = structure;
		const all = members(node, structure).map((pair) => pair.split(" ").map(Number));
		if (within && !dynamic)
			for (const [a, b] of all) expect(events[a].thread === events[b].thread || a === b).toBe(true);
		if (dynamic || !exact) return;
		for (const thread of [-1, 0, 1, 2]) {
			const isOf = (event: number): boolean => events[event].thread === thread;
			const own = [...events.keys()].filter(isOf);
			const expected = all
				.filter(([a, b]) => isOf(a) && isOf(b))
				.map(([a, b]) => `${own.indexOf(a)} ${own.indexOf(b)}`);
			expect(members(node, partOf(structure, isOf)).sort()).toEqual(expected.sort());
		}
	});
	fc.assert(property, RUNS);
});

test("what is called growing keeps its members when events are added", () => {
	const property = fc.property(arbitraryNode, arbitraryStructure(8), fc.nat(255), (node, structure, left) => {
		if (!new Classifier().classify(node).growing) return;
		// An RMW comes or goes as a whole.
		if (structure.rmw.some(([a, b]) => ((left >> a) & 1) !== ((left >> b) & 1))) return;
		const keep = (event: number): boolean => event === 0 || ((left >> event) & 1) === 1;
		const kept = [...structure.events.keys()].filter(keep);
		const small = members(node, partOf(structure, keep)).map((pair) =>
			pair
				.split(" ")
				.map((event) => kept[Number(event)])
				.join(" "),
		);
		expect(members(node, structure)).toEqual(expect.arrayContaining(small));
	});
	fc.assert(property, RUNS);
});

test.each([
	["po ; rf", { dynamic: true, within: false, monotone: true, growing: true }],
	["po \\ (rf ; co)", { dynamic: true, within: true, monotone: false, growing: false }],
	["po \\ loc", { dynamic: false, within: true, exact: true, monotone: true, growing: false }],
	["ext ; ext", { dynamic: false, exact: false }],
	["po ; ext", { dynamic: false, within: false, exact: true }],
	["(loc | po)+", { exact: false }],
	["po ; [RMW \\ domain(rmw)] ; po", { within: true, exact: true, growing: true }],
	["po ; [W \\ range(rf)]", { monotone: false, growing: false }],
	["po & same-value", { valued: true, dynamic: true }],
])("%s is what it is", (text, expected) => {
	expect(new Classifier().classify(definition(`let x = ${text}`))).toMatchObject(expected);
});

test("a recursion is judged by its bodies", () => {
	const classify = (text: string): object => new Classifier().classify(definition(text, "x"));
	expect(classify("let rec x = rf | (x ; po)")).toMatchObject({
		dynamic: true,
		monotone: true,
		within: false,
	});
	expect(classify("let rec x = po | (x ; po)")).toMatchObject({ dynamic: false, within: true, exact: true });
	expect(classify("let rec x = [W] ; po ; [R \\ range(x)]")).toMatchObject({ growing: false, within: true });
});
