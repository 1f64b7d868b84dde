import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { arbitraryChange, changed } from "./arbitrary-change.ts";
import { arbitraryTest } from "./arbitrary-test.ts";
import { compare } from "./compare.ts";

test("hunt", { timeout: 1e9 }, () => {
	const model = shippedModel("lkmm");

	fc.assert(
		fc.property(arbitraryTest(6), arbitraryChange(), (text, change) => {
			const loaded = loadProgram({ path: "<random>", text });
			if (!loaded.ok) throw new Error("x");
			const program = changed(loaded.value, change);
			writeFileSync("/tmp/hunt.txt", text + JSON.stringify(change));
			const t = performance.now();
			check(program, model, { unroll: 2, timeoutSeconds: 5 });
			const c = performance.now() - t;
			if (c > 500) {
				console.log("checker slow", c, text, JSON.stringify(change));
				return;
			}
			const comparison = compare(program, model);
			const j = performance.now() - t;
			if (j > 3000) console.log("judge slow", j, text, JSON.stringify(change));
			if (comparison.kind === "disagree")
				throw new Error(`judge: ${comparison.judge}\nchecker: ${comparison.checker}\n${text}`);
		}),
		{ numRuns: 8000, ...(process.env.RINGLIT_SEED ? { seed: Number(process.env.RINGLIT_SEED) } : {}) },
	);
});
