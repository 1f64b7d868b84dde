import fc from "fast-check";
import { expect, test } from "vitest";
import type { ModelNode } from "../../../src/cat/model.ts";
import { NaiveEvaluator } from "../../cat/naive-evaluator.ts";
import { arbitraryNode } from "./arbitrary-nodes.ts";
import { arbitraryStructure, type RandomStructure, spelledOut } from "./arbitrary-structure.ts";
import { compiledValues } from "./compiled-value.ts";
import { incrementalValues } from "./incremental-values.ts";

test.each([
	["one word", 12, 1500, 32],
	["two words", 40, 120, 64],
	["three words", 70, 30, 96],
])("straight-line code gives what the definitions say: %s", (_, most, numRuns, capacity) => {
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
				expect(compiledValues(node, structures, capacity)).toEqual(expected);
			},
		),
		{ numRuns },
	);
});

const set = (id: number, name: string): ModelNode => ({ id, sort: "set", op: "base", name });
const edges = (id: number, name: string): ModelNode => ({ id, sort: "relation", op: "base", name });

/** A composition of everything that compositions are made of: `[A] ; rf? ; po ; co* ; [B]`. */
const composed: ModelNode = {
	id: 0,
	sort: "relation",
	op: "sequence",
	operands: [
		{ id: 1, sort: "relation", op: "identity", operand: set(2, "A") },
		{ id: 3, sort: "relation", op: "optional", operand: edges(4, "rf") },
		edges(5, "po"),
		{ id: 6, sort: "relation", op: "star", operand: edges(7, "co") },
		{ id: 8, sort: "relation", op: "identity", operand: set(9, "B") },
	],
};

/** What is left of a structure when some events and edges are taken away, with other tags on some events. */
const arbitraryVisits = (most: number): fc.Arbitrary<RandomStructure[]> =>
	arbitraryStructure(most).chain((whole) =>
		fc
			.array(
				fc.record({
					size: fc.integer({ min: 1, max: whole.events.length }),
					without: fc.array(fc.nat(60), { maxLength: 6 }),
					tagged: fc.array(fc.nat(most), { maxLength: 3 }),
				}),
				{ minLength: 2, maxLength: 8, size: "max" },
			)
			.map((visits) =>
				visits.map(({ size, without, tagged }): RandomStructure => {
					const kept = (edges: RandomStructure["rf"]): RandomStructure["rf"] =>
						edges.filter(([a, b], i) => a < size && b < size && !without.includes(i));
					const { addr, rmw, rf, co } = whole;
					return {
						events: whole.events
							.slice(0, size)
							.map((event, i) => (tagged.includes(i) ? { ...event, tags: ["B"] } : event)),
						addr: kept(addr),
						data: [],
						ctrl: [],
						rmw: kept(rmw),
						rf: kept(rf),
						co: kept(co),
					};
				}),
			),
	);

test.each([
	["one word", 12, 1500, 32],
	["two words", 12, 1000, 64],
	["two words, both used", 40, 200, 64],
	["three words", 70, 100, 96],
])("so it does where only what changed is computed, and not every time: %s", (_, most, numRuns, capacity) => {
	const reach = fc.constantFrom(1, 2, 3, 5, 8, 1000, 1000, 1000);
	fc.assert(
		fc.property(
			fc.oneof({ weight: 5, arbitrary: arbitraryNode }, { weight: 1, arbitrary: fc.constant(composed) }),
			arbitraryVisits(most),
			fc.array(reach, { minLength: 8, maxLength: 8 }),
			(node, structures, reaches) => {
				const visits = structures.map((structure, i) => ({ structure, reach: reaches[i] }));
				for (const [i, pairs] of incrementalValues(node, visits, capacity).entries())
					if (pairs !== undefined) expect(pairs).toEqual(compiledValues(node, [structures[i]], capacity)[0]);
			},
		),
		{ numRuns },
	);
});
