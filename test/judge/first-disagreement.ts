import { env } from "node:process";
import fc from "fast-check";
import type { Model } from "../../src/cat/model.ts";
import type { Dialect } from "../../src/litmus/dialect.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { arbitraryTest } from "./arbitrary-test.ts";
import type { Axioms } from "./axioms.ts";
import { compare } from "./compare.ts";

const SEED = env.RINGLIT_SEED === undefined ? {} : { seed: Number(env.RINGLIT_SEED) };

/** How to look for a disagreement. */
export interface Effort {
	/** Random tests to try. */
	readonly runs: number;
	/** The model as the judge has it; the Linux kernel's, if absent. */
	readonly axioms?: Axioms;
	/** Memory events of a test. */
	readonly mostEvents?: number;
	/** Choices of rf and co after which a test is passed over. */
	readonly mostCandidates?: number;
	/** The tests to try; any, if absent. */
	readonly tests?: fc.Arbitrary<string>;
	/** What their calls mean. */
	readonly dialect?: Dialect;
}

/**
 * Holds checker and judge against each other on random tests. `report` is what a failure tells: the
 * smallest disagreeing test found, both verdicts, and how to get there again; `judged` counts the tests that
 * were not passed over.
 */
export function firstDisagreement(
	model: Model,
	effort: Effort,
): { readonly report: string | undefined; readonly judged: number } {
	let judged = 0;
	const tests = effort.tests ?? arbitraryTest(effort.mostEvents);
	const property = fc.property(tests, (text) => {
		const disagreement = disagreementOn(model, effort, text);
		if (disagreement !== "too big") judged++;
		return disagreement === undefined || disagreement === "too big";
	});
	const details = fc.check(property, { numRuns: effort.runs, ...SEED });
	const [text] = details.counterexample ?? [];
	if (text === undefined) return { report: undefined, judged };
	const disagreement = disagreementOn(model, effort, text);
	const report = `RINGLIT_SEED=${details.seed}, after ${details.numRuns} tests\n\n${text}\n${disagreement}`;
	return { report, judged };
}

function disagreementOn(model: Model, effort: Effort, text: string): string | undefined {
	const { axioms, mostCandidates, dialect } = effort;
	const loaded = loadProgram({ path: "<random>", text }, dialect);
	if (!loaded.ok) return `rejected: ${loaded.diagnostics.map(({ message }) => message).join("; ")}`;
	const comparison = compare(loaded.value, model, axioms, mostCandidates);
	if (comparison.kind === "agree") return undefined;
	if (comparison.kind === "too big") return comparison.kind;
	return `judge: ${comparison.judge}\nchecker: ${comparison.checker}`;
}
