import { expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { brokenAxioms } from "../../src/explain/broken-axioms.ts";
import { evaluateModel } from "../../src/explain/model-extents.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { NaiveEvaluator } from "../cat/naive-evaluator.ts";
import { readOracle } from "../oracle/read-oracle.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { handBuiltOf } from "./hand-built-of.ts";

const models = ["lkmm", "armv8", "tso", "sc"].map((name) => shippedModel(name));
const entries = readOracle();

function witnesses(litmus: string, model = models[0]) {
	const loaded = loadProgram({ path: "<random>", text: litmus });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("; "));
	const { witness, counterWitness } = check(loaded.value, model, { unroll: 4 });
	return [witness, counterWitness].filter((execution) => execution !== undefined);
}

test.each(models)("what the search finds breaks no axiom of $name", (model) => {
	const broken = entries
		.filter((_, i) => i % 20 === 0)
		.flatMap(({ name, litmus }) =>
			witnesses(litmus, model).flatMap((execution) =>
				brokenAxioms(execution, model).map(({ axiom }) => `${name}: ${axiom}`),
			),
		);
	expect(broken).toEqual([]);
});

test.each(models)("the definitions of $name come to what they say", (model) => {
	for (const { litmus } of entries.filter((_, i) => i % 150 === 0))
		for (const execution of witnesses(litmus)) {
			const extents = evaluateModel(execution);
			const naive = new NaiveEvaluator(handBuiltOf(execution));
			for (const [name, node] of model.definitions) {
				const pairs =
					node.sort === "relation"
						? extents.relation(node).pairs()
						: [...execution.events.keys()].flatMap((event): [number, number][] =>
								extents.set(node).has(event) ? [[event, event]] : [],
							);
				const inOrder = naive.pairs(node).sort((one, other) => one[0] - other[0] || one[1] - other[1]);
				expect([name, pairs]).toEqual([name, inOrder]);
			}
		}
});
