import { env } from "node:process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { arbitraryChange, changed } from "./arbitrary-change.ts";
import { arbitraryTest } from "./arbitrary-test.ts";
import type { Axioms } from "./axioms.ts";
import { compare } from "./compare.ts";
import { modelAxioms } from "./model-axioms.ts";

const RUNS = Number(env.RINGLIT_RUNS ?? 1200);
const SEED = env.RINGLIT_SEED === undefined ? {} : { seed: Number(env.RINGLIT_SEED) };

const KINDS: readonly string[] = [
	"assertion 0",
	"assertion 1",
	"condition",
	"hang",
	"known elsewhere",
	"neither known",
	"race",
	"read from another thread just before",
	"undefined",
	"unknown",
	"what is there in the end",
];

const models: readonly (readonly [string, number, Axioms | undefined])[] = [
	["lkmm", RUNS, undefined],
	["tso", Math.ceil(RUNS / 4), modelAxioms(shippedModel("tso"))],
];

test.each(models)(
	"checker and judge agree on choices, assumptions and properties under %s: %i tests",
	{ timeout: 1_200_000 },
	(name, numRuns, axioms) => {
		const model = shippedModel(name);
		const happened = new Map<string, number>();
		let judged = 0;
		const property = fc.property(arbitraryTest(6), arbitraryChange(), (text, change) => {
			const loaded = loadProgram({ path: "<random>", text });
			if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("; "));
			const program = changed(loaded.value, change);
			const comparison = compare(program, model, axioms);
			if (comparison.kind === "too big") return;
			if (comparison.kind === "disagree")
				throw new Error(`judge: ${comparison.judge}\nchecker: ${comparison.checker}\n${text}`);
			judged++;
			for (const property_ of comparison.happening)
				happened.set(property_, (happened.get(property_) ?? 0) + 1);
		});
		fc.assert(property, { numRuns, ...SEED });
		expect(judged).toBeGreaterThan(numRuns * 0.9);
		// Each kind of property is put to the test; the fewest tests that one happens in are ten or twenty of 1200.
		if (axioms === undefined && numRuns >= 1000) expect([...happened.keys()].sort()).toEqual(KINDS);
	},
);
