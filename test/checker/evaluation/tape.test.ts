import fc from "fast-check";
import { expect, test } from "vitest";
import { NaiveEvaluator } from "../../cat/naive-evaluator.ts";
import { arbitraryNode } from "./arbitrary-nodes.ts";
import { arbitraryStructure, spelledOut } from "./arbitrary-structure.ts";
import { compiledValues } from "./compiled-value.ts";

test.each([
	["one word", 12, 1500],
	["two words", 40, 120],
])("straight-line code gives what the definitions say: %s", (_, most, numRuns) => {
	fc.assert(
		fc.property(
			arbitraryNode,
			fc.array(arbitraryStructure(most), { minLength: 1, maxLength: 3 }),
			(node, structures) => {
				const expected = structures.map((structure) =>
					new NaiveEvaluator(spelledOut(structure))
						.pairs(node)
						.map(([a, b]) => `${a} ${b}`)
						.sort(),
				);
				expect(compiledValues(node, structures)).toEqual(expected);
			},
		),
		{ numRuns },
	);
});
