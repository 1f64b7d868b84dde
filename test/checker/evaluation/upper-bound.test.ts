import fc from "fast-check";
import { expect, test } from "vitest";
import type { Axiom, ModelNode } from "../../../src/cat/model.ts";
import { Classifier } from "../../../src/checker/evaluation/classify.ts";
import { upperBounds } from "../../../src/checker/evaluation/upper-bound.ts";
import { NaiveEvaluator } from "../../cat/naive-evaluator.ts";
import { arbitraryNode } from "./arbitrary-nodes.ts";
import { arbitraryStructure, type RandomStructure, spelledOut } from "./arbitrary-structure.ts";

const NEVER = (): boolean => false;

function flagOf(node: ModelNode, negated: boolean): Axiom {
	return { name: "f", test: "empty", negated, flag: true, node };
}

/** A node with names for the inputs that it takes from a graph before. */
function named(node: ModelNode, names: ReadonlyMap<ModelNode, string>): ModelNode {
	const name = names.get(node);
	if (name !== undefined && node.op === "base") return { ...node, name };
	const renamed = (part: ModelNode): ModelNode => named(part, names);
	switch (node.op) {
		case "base":
		case "empty":
		case "recursive":
			return node;
		case "union":
		case "intersection":
		case "sequence":
			return { ...node, operands: node.operands.map(renamed) };
		case "difference":
		case "product":
			return { ...node, left: renamed(node.left), right: renamed(node.right) };
		default:
			return { ...node, operand: renamed(node.operand) };
	}
}

test("a bound has what its flag has on any graph between a smaller and a larger one", () => {
	let bounded = 0;
	const without = fc.tuple(fc.nat(3), fc.nat(3));
	const property = fc.property(
		arbitraryNode,
		arbitraryStructure(7),
		without,
		without,
		(node, large, [rf, co], [moreRf, moreCo]) => {
			const bounds = upperBounds([flagOf(node, true)], new Classifier(), NEVER, 10_000);
			if (node.sort === "set" || bounds === undefined || bounds.before.size === 0) return;
			const between: RandomStructure = { ...large, rf: large.rf.slice(rf), co: large.co.slice(co) };
			const small = { ...large, rf: between.rf.slice(moreRf), co: between.co.slice(moreCo) };
			const base = spelledOut(large);
			const names = new Map<ModelNode, string>();
			const relations = new Map(base.relations);
			const sets = new Map(base.sets);
			for (const [from, input] of bounds.before) {
				const name = `before ${names.size}`;
				names.set(input, name);
				const evaluator = new NaiveEvaluator(spelledOut(small));
				if (from.sort === "set")
					sets.set(
						name,
						evaluator.pairs({ id: -1, sort: "relation", op: "identity", operand: from }).map(([a]) => a),
					);
				else relations.set(name, evaluator.pairs(from));
			}
			const bound = new NaiveEvaluator({ ...base, sets, relations });
			const most = bound.pairs(named(bounds.axioms[0].node, names)).map(String);
			const some = new NaiveEvaluator(spelledOut(between)).pairs(node).map(String);
			expect(most).toEqual(expect.arrayContaining(some));
			bounded++;
		},
	);
	fc.assert(property, { numRuns: 4000 });
	expect(bounded).toBeGreaterThan(200);
});

test("a flag that is raised where something is empty has no bound", () => {
	const rf: ModelNode = { id: 0, sort: "relation", op: "base", name: "rf" };
	expect(upperBounds([flagOf(rf, false)], new Classifier(), NEVER, 10)).toBeUndefined();
	expect(upperBounds([flagOf(rf, true)], new Classifier(), NEVER, 10)?.axioms).toEqual([flagOf(rf, true)]);
});
