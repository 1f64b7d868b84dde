import { env } from "node:process";
import { describe, expect, test } from "vitest";
import { arbitraryCircle } from "./arbitrary-circle.ts";
import { firstDisagreement } from "./first-disagreement.ts";
import { modelAxioms } from "./model-axioms.ts";
import { modelsUnderTest } from "./models-under-test.ts";

const RUNS = Number(env.RINGLIT_RUNS ?? 300);
const MOST_EVENTS = Number(env.RINGLIT_EVENTS ?? 6);

describe(`checker and judge agree on ${RUNS} random tests, whatever the model`, () => {
	test.each([...modelsUnderTest])("%s", { timeout: 3_600_000 }, (_, model) => {
		const effort = { runs: RUNS, mostEvents: MOST_EVENTS, mostCandidates: 1200 };
		const { report, judged } = firstDisagreement(model, { ...effort, axioms: modelAxioms(model) });
		if (report !== undefined) expect.fail(report);
		expect(judged).toBeGreaterThan(RUNS * 0.7);
	});
});

test.each([
	["sc", "tso"],
	["tso", "lkmm"],
	["lkmm", "lkmm without coherence"],
	["coherence alone", "values"],
])("a checker with %s does not agree with a judge with %s", (one, other) => {
	const [model, another] = [one, other].map((name) => modelsUnderTest.get(name));
	if (model === undefined || another === undefined) throw new Error("there is no such model");
	const effort = { runs: 10_000, mostEvents: MOST_EVENTS, mostCandidates: 1200 };
	expect(firstDisagreement(model, { ...effort, axioms: modelAxioms(another) }).report).toContain("judge: ");
});

// Cycles of happens-before are rare among tests of no particular shape; the first one found ends the run.
test("a checker with lkmm does not agree with a judge with lkmm without happens-before", () => {
	const [model, another] = ["lkmm", "lkmm without happens-before"].map((name) => modelsUnderTest.get(name));
	if (model === undefined || another === undefined) throw new Error("there is no such model");
	const effort = { runs: 10_000, mostCandidates: 1200, tests: arbitraryCircle, axioms: modelAxioms(another) };
	expect(firstDisagreement(model, effort).report).toContain("judge: ");
});
