import { describe, expect, test } from "vitest";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { readOracle } from "../oracle/read-oracle.ts";
import { accessCount } from "./access-count.ts";
import { judge } from "./judge.ts";

/** Tests with more memory events are left out, for they would take minutes. */
const MOST_ACCESSES = 9;

const answers = readOracle();
const families = [...new Set(answers.map(({ family }) => family))].sort();

describe("the judge gives the reference's answers on small tests", () => {
	test.each(families)("%s", (family) => {
		let judged = 0;
		for (const answer of answers.filter((candidate) => candidate.family === family)) {
			const { name, litmus, quantifier, positive, negative, states, flags } = answer;
			const loaded = loadProgram({ path: name, text: litmus });
			if (!loaded.ok) throw new Error(`${name}: ${loaded.diagnostics.map((d) => d.message).join("\n")}`);
			if (accessCount(loaded.value) > MOST_ACCESSES) continue;
			const verdict = judge(loaded.value, { unroll: 4 });
			if (verdict === undefined) throw new Error(`${name} is too big`);
			judged++;
			expect({
				name,
				quantifier: loaded.value.quantifier,
				positive: verdict.positive,
				negative: verdict.negative,
				states: verdict.states,
				flags: verdict.flags,
			}).toEqual({ name, quantifier, positive, negative, states, flags });
		}
		expect(judged).toBeGreaterThan(30);
	});
});
