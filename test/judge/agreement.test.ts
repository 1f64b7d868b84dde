import { env } from "node:process";
import { expect, test } from "vitest";
import { shippedModel } from "../oracle/shipped-model.ts";
import { firstDisagreement } from "./first-disagreement.ts";

const RUNS = Number(env.RINGLIT_RUNS ?? 2000);

test(`checker and judge agree on ${RUNS} random tests`, { timeout: 1_200_000 }, () => {
	const { report, judged } = firstDisagreement(shippedModel("lkmm"), { runs: RUNS });
	if (report !== undefined) expect.fail(report);
	expect(judged).toBeGreaterThan(RUNS * 0.95);
});

test("a checker with another model does not agree", { timeout: 120_000 }, () => {
	expect(firstDisagreement(shippedModel("sc"), { runs: 500 }).report).toContain("judge: ");
});
