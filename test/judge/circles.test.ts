import { env } from "node:process";
import { expect, test } from "vitest";
import { shippedModel } from "../oracle/shipped-model.ts";
import { arbitraryCircle } from "./arbitrary-circle.ts";
import { firstDisagreement } from "./first-disagreement.ts";
import { modelAxioms } from "./model-axioms.ts";
import { modelsUnderTest } from "./models-under-test.ts";

const RUNS = Number(env.RINGLIT_RUNS ?? 500);

test(`checker and judge agree on ${RUNS} tests whose threads wait in circles`, { timeout: 1_200_000 }, () => {
	const effort = { runs: RUNS, tests: arbitraryCircle };
	const { report, judged } = firstDisagreement(shippedModel("lkmm"), effort);
	if (report !== undefined) expect.fail(report);
	expect(judged).toBeGreaterThan(RUNS * 0.9);
});

test.each([
	"tso",
	"lkmm without coherence",
	"lkmm without happens-before",
	"order of what no barrier stands between",
])("so they do under %s", { timeout: 1_200_000 }, (name) => {
	const model = modelsUnderTest.get(name);
	if (model === undefined) throw new Error(`there is no model ${name}`);
	const effort = { runs: RUNS / 5, tests: arbitraryCircle, mostCandidates: 3000 };
	const { report } = firstDisagreement(model, { ...effort, axioms: modelAxioms(model) });
	if (report !== undefined) expect.fail(report);
});
