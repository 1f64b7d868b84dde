import { env } from "node:process";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Model } from "../../src/cat/model.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { arbitraryTest } from "./arbitrary-test.ts";
import { compare } from "./compare.ts";

const RUNS = Number(env.RINGLIT_RUNS ?? 2000);
const SEED = env.RINGLIT_SEED === undefined ? {} : { seed: Number(env.RINGLIT_SEED) };

/** What a failure tells: the smallest test found, both verdicts, and how to get there again. */
function firstDisagreement(model: Model, runs: number): { report: string | undefined; judged: number } {
	let judged = 0;
	const property = fc.property(arbitraryTest(), (text) => {
		const disagreement = disagreementOn(model, text);
		if (disagreement !== "too big") judged++;
		return disagreement === undefined || disagreement === "too big";
	});
	const details = fc.check(property, { numRuns: runs, ...SEED });
	const [text] = details.counterexample ?? [];
	if (text === undefined) return { report: undefined, judged };
	const report = `RINGLIT_SEED=${details.seed}, after ${details.numRuns} tests\n\n${text}\n${disagreementOn(model, text)}`;
	return { report, judged };
}

function disagreementOn(model: Model, text: string): string | undefined {
	const loaded = loadProgram({ path: "<random>", text });
	if (!loaded.ok) return `rejected: ${loaded.diagnostics.map(({ message }) => message).join("; ")}`;
	const comparison = compare(loaded.value, model);
	if (comparison.kind === "agree") return undefined;
	if (comparison.kind === "too big") return comparison.kind;
	return `judge: ${comparison.judge}\nchecker: ${comparison.checker}`;
}

test(`checker and judge agree on ${RUNS} random tests`, { timeout: 1_200_000 }, () => {
	const { report, judged } = firstDisagreement(shippedModel("lkmm"), RUNS);
	if (report !== undefined) expect.fail(report);
	expect(judged).toBeGreaterThan(RUNS * 0.95);
});

test("a checker with another model does not agree", { timeout: 120_000 }, () => {
	expect(firstDisagreement(shippedModel("sc"), 500).report).toContain("judge: ");
});
