import { env } from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../../src/checker/check.ts";
import type { CheckOptions } from "../../../src/checker/options.ts";
import { type PartedSearch, WHOLE } from "../../../src/checker/sharing/parted-search.ts";
import { verdictOfParts } from "../../../src/checker/sharing/verdict-of-parts.ts";
import { Crew } from "../../../src/cli/parallel/crew.ts";
import { exploreHere } from "../../../src/cli/parallel/explore-here.ts";
import type { Job } from "../../../src/cli/parallel/job.ts";
import type { Program } from "../../../src/execution/program.ts";
import type { Limit, Verdict } from "../../../src/execution/verdict.ts";
import { loadProgram } from "../../../src/litmus/load-program.ts";
import { arbitraryTwins } from "../../checker/arbitrary-twins.ts";
import { said } from "../../checker/sharing/said.ts";
import { shippedModel } from "../../oracle/shipped-model.ts";
import { shippedTests } from "../../suite/shipped-tests.ts";

const RUNS = Number(env.RINGLIT_RUNS ?? 15);
const MODEL = shippedModel("lkmm");

function load(text: string): Program {
	const loaded = loadProgram({ path: "<crew>", text });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
	return loaded.value;
}

function shipped(name: string): Program {
	const found = shippedTests.find((one) => one.name === name);
	if (found === undefined) throw new Error(`no test ${name}`);
	return load(found.file.text);
}

/** A crew of explorers that are all in this thread, and what it comes to. */
async function byCrew(
	program: Program,
	options: CheckOptions,
	{ from = WHOLE, isEnough = () => false }: { from?: PartedSearch; isEnough?: () => boolean } = {},
): Promise<{ readonly verdict: Verdict; readonly limits: readonly Limit[] }> {
	const job: Job = { source: { kind: "program", program }, model: MODEL, options };
	const one = (listener: Parameters<typeof exploreHere>[2]) => exploreHere(program, job, listener);
	const crew = new Crew([one, one, one], from, isEnough);
	try {
		const limits = await crew.run();
		return { verdict: verdictOfParts(program, MODEL, options, crew.search, limits), limits };
	} finally {
		await crew.close();
	}
}

describe("explorers of one search", { timeout: 600_000 }, () => {
	test("come to the same as one search, for random twins", async () => {
		const property = fc.asyncProperty(arbitraryTwins(), fc.boolean(), async (text, symmetry) => {
			const program = load(text);
			const options = { unroll: 2, symmetry };
			const { verdict } = await byCrew(program, options);
			expect(said(verdict)).toEqual(said(check(program, MODEL, options)));
		});
		await fc.assert(property, { numRuns: RUNS });
	});

	test("come to the same as one search, where parts are given away", async () => {
		const program = shipped("bpf-rb-3p1c-bounded-2");
		const options = { unroll: 4, symmetry: false };
		const { verdict, limits } = await byCrew(program, options);
		expect(limits).toEqual([]);
		expect(said(verdict)).toEqual(said(check(program, MODEL, options)));
	});

	test("leave off when enough is found, and say that they did", async () => {
		const program = shipped("bpf-rb-3p1c-bounded-2");
		const { verdict } = await byCrew(program, { unroll: 4, symmetry: false }, { isEnough: () => true });
		expect(verdict).toMatchObject({ kind: "incomplete", limits: ["decided"] });
	});

	test("end with what goes wrong in one of them", async () => {
		const program = shipped("bpf-rb-3p1c-bounded-2");
		const frame = { ways: [], next: 1, end: 1, tested: false, fruitful: false };
		const [part] = WHOLE.open;
		const from = { ...WHOLE, open: [{ ...part, isStarted: true, frames: [frame, frame] }] };
		await expect(byCrew(program, { unroll: 4, symmetry: true }, { from })).rejects.toThrow();
	});
});
