import { env } from "node:process";
import { expect, test } from "vitest";
import { kernelMacroText, macrosOf } from "../litmus/kernel-macros.ts";
import { arbitraryCircle } from "./arbitrary-circle.ts";
import { firstDisagreement } from "./first-disagreement.ts";
import { modelAxioms } from "./model-axioms.ts";
import { modelsUnderTest } from "./models-under-test.ts";

// Read-modify-writes as models had them before the variant lkmmv2: fences around a full barrier that succeeds, tags
// on one of two events, a failed one an ordinary read. With tags in upper case the shipped model knows them, too.

const RUNS = Number(env.RINGLIT_RUNS ?? 300);
const MOST_EVENTS = Number(env.RINGLIT_EVENTS ?? 6);

const dialect = { macros: macrosOf(kernelMacroText("lkmmv2")), variants: [] };

test.each([
	"lkmm",
	"sc",
	"nothing is forbidden",
	"values",
	"neighbours in coherence",
])(`checker and judge agree with %s on ${RUNS} random tests whose updates are strong by fences`, {
	timeout: 3_600_000,
}, (name) => {
	const model = modelsUnderTest.get(name);
	if (model === undefined) throw new Error("there is no such model");
	const effort = { runs: RUNS, mostEvents: MOST_EVENTS, mostCandidates: 1200, dialect };
	const { report, judged } = firstDisagreement(model, { ...effort, axioms: modelAxioms(model) });
	if (report !== undefined) expect.fail(report);
	expect(judged).toBeGreaterThan(RUNS * 0.6);
});

test(`on ${RUNS} circles of waits, too`, { timeout: 3_600_000 }, () => {
	const model = modelsUnderTest.get("lkmm");
	if (model === undefined) throw new Error("there is no such model");
	const effort = { runs: RUNS, mostCandidates: 1200, tests: arbitraryCircle, dialect };
	const { report } = firstDisagreement(model, { ...effort, axioms: modelAxioms(model) });
	if (report !== undefined) expect.fail(report);
});
