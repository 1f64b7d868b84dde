import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { type OracleEntry, readOracle } from "./read-oracle.ts";
import { shippedModel } from "./shipped-model.ts";

const model = shippedModel("lkmm");
const entries = readOracle();
const families = [...new Set(entries.map(({ family }) => family))];

/** What the checker says of a test, in the oracle's words. */
function answer({ name, family, litmus }: OracleEntry): object {
	const loaded = loadProgram({ path: `${name}.litmus`, text: litmus });
	if (!loaded.ok) throw new Error(`${name}: ${loaded.diagnostics.map(({ message }) => message).join("; ")}`);
	const { quantifier } = loaded.value;
	const verdict = check(loaded.value, model, { unroll: 4 });
	const { kind, positive, negative, states, flags } = verdict;
	return {
		name,
		family,
		litmus,
		quantifier,
		holds: kind === "holds",
		observation: positive === 0 ? "Never" : negative === 0 ? "Always" : "Sometimes",
		positive,
		negative,
		states: [...states],
		flags: [...flags],
	};
}

test("the oracle is all there", () => {
	expect(entries).toHaveLength(1535);
	expect(families).toHaveLength(13);
});

describe.each(families)("family %s", (family) => {
	test.each(entries.filter((entry) => entry.family === family))("$name", (entry) => {
		expect(answer(entry)).toEqual(entry);
	});
});
