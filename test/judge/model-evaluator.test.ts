import fc from "fast-check";
import { expect, test } from "vitest";
import type { Edge } from "../../src/execution/execution.ts";
import { NaiveEvaluator } from "../cat/naive-evaluator.ts";
import { arbitraryNode } from "../checker/evaluation/arbitrary-nodes.ts";
import {
	arbitraryStructure,
	type RandomStructure,
	spelledOut,
} from "../checker/evaluation/arbitrary-structure.ts";
import { Matrix } from "./matrix.ts";
import type { Supplied } from "./model-bases.ts";
import { ModelEvaluator } from "./model-evaluator.ts";

function matrix(size: number, edges: readonly Edge[]): Matrix {
	return Matrix.where(size, (from, to) => edges.some(([a, b]) => a === from && b === to));
}

function supplied(structure: RandomStructure): Supplied {
	const { size, sets, relations } = spelledOut(structure);
	return {
		size,
		all: 2 ** size - 1,
		set: (name) => (sets.get(name) ?? []).reduce((mask, event) => mask | (1 << event), 0),
		relations: new Map([...relations].map(([name, edges]) => [name, matrix(size, edges)])),
	};
}

test("matrices give what explicit sets give, for one rf and co after the other", () => {
	const property = fc.property(arbitraryNode, arbitraryStructure(10), (node, structure) => {
		const size = structure.events.length;
		const evaluator = new ModelEvaluator(supplied(structure));
		for (const rf of [structure.rf, structure.rf.slice(1)]) {
			evaluator.look(matrix(size, rf), matrix(size, structure.co));
			const found = evaluator.evaluate(node);
			const expected = new NaiveEvaluator(spelledOut({ ...structure, rf })).pairs(node);
			expect(found.equals(matrix(size, expected))).toBe(true);
		}
	});
	fc.assert(property, { numRuns: 2000 });
});
