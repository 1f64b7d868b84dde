import { env } from "node:process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import type { KernelModel } from "../../src/cli/load-kernel-model.ts";
import type { Verdict } from "../../src/execution/verdict.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { arbitraryTest } from "../judge/arbitrary-test.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { kernelModel } from "./kernel-model.ts";

const RUNS = Number(env.RINGLIT_RUNS ?? 300);

function answer(text: string, { model, dialect }: KernelModel): Partial<Verdict> {
	const program = loadProgram({ path: "<random>", text }, dialect);
	if (!program.ok) throw new Error(program.diagnostics.map(({ message }) => message).join("; "));
	const { kind, positive, negative, states, flags } = check(program.value, model, {
		unroll: 2,
		timeoutSeconds: 20,
	});
	return kind === "incomplete" ? { kind } : { kind, positive, negative, states, flags };
}

/** Fences around an update keep apart what mixed-accesses looks for; tags on its events do not. */
function withoutMixed({ flags, ...rest }: Partial<Verdict>): Partial<Verdict> {
	return { ...rest, ...(flags && { flags: flags.filter((flag) => flag !== "mixed-accesses") }) };
}

test(`a tree's files and the shipped model agree on ${RUNS} random tests`, {
	timeout: 3_600_000,
}, async () => {
	const shipped: KernelModel = { model: shippedModel("lkmm"), dialect: {} };
	const [older, newer] = await Promise.all([kernelModel("lkmmv1"), kernelModel("lkmmv2")]);
	const agrees = (text: string): void => {
		const expected = answer(text, shipped);
		expect(answer(text, newer)).toEqual(expected);
		expect(withoutMixed(answer(text, older))).toEqual(withoutMixed(expected));
	};
	fc.assert(fc.property(arbitraryTest(), agrees), { numRuns: RUNS });
});
