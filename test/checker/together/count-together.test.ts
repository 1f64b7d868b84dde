import { env } from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Model } from "../../../src/cat/model.ts";
import { startCheck } from "../../../src/checker/start-check.ts";
import type { NotedExecution } from "../../../src/execution/noted-execution.ts";
import type { Program } from "../../../src/execution/program.ts";
import type { Verdict } from "../../../src/execution/verdict.ts";
import { loadProgram } from "../../../src/litmus/load-program.ts";
import { DEFAULT_CONFIGURATION, submitted } from "../../../src/ringbuf-model/configuration.ts";
import { loadRing } from "../../../src/ringbuf-model/load-ring.ts";
import { shippedModel } from "../../oracle/shipped-model.ts";
import { arbitraryLooseEnds } from "./arbitrary-loose-ends.ts";

const RUNS = Number(env.RINGLIT_RUNS ?? 200);

/** Tests that take longer are passed over. */
const SECONDS = 10;

const LKMM = shippedModel("lkmm");

/** The same model, as one that has to be asked about each execution: then none are counted together. */
function oneByOne(model: Model): Model {
	return { ...model, interpret: () => ({ allowed: 1, flags: new Set() }) };
}

function load(text: string): Program {
	const loaded = loadProgram({ path: "<loose ends>", text });
	if (!loaded.ok) throw new Error(`${loaded.diagnostics.map(({ message }) => message).join("\n")}\n${text}`);
	return loaded.value;
}

interface Run {
	readonly verdict: Verdict;
	readonly evaluations: number;
}

function runOf(program: Program, model: Model, symmetry = true, unroll = 2): Run {
	const run = startCheck(program, model, { unroll, symmetry, timeoutSeconds: SECONDS });
	while (!run.advance(1000));
	return { verdict: run.verdict(), evaluations: run.effort().evaluations };
}

/** All that a verdict says but how it was found. */
function said({ verdict }: Run): object {
	const { explored, properties, witness, counterWitness, ...rest } = verdict;
	return {
		...rest,
		properties: properties.map(({ name, happens }) => [name, happens]),
		witnesses: [witness !== undefined, counterWitness !== undefined],
	};
}

test.each([
	true,
	false,
])("random tests: what is counted together is what is counted one by one; symmetry %s", {
	timeout: 1_200_000,
}, (symmetry) => {
	const each = oneByOne(LKMM);
	let fewer = 0;
	const property = fc.property(arbitraryLooseEnds, (text) => {
		const program = load(text);
		const [together, apart] = [runOf(program, LKMM, symmetry), runOf(program, each, symmetry)];
		expect(said(together)).toEqual(said(apart));
		if (together.evaluations < apart.evaluations) fewer++;
	});
	fc.assert(property, { numRuns: RUNS });
	expect(fewer).toBeGreaterThan(0);
});

/** Readers of a counter that another thread brings up to 3; `last` is what each does then. */
function readers(bodies: readonly string[], condition = "exists (x=3)"): string {
	const writer = "P0(int *x) { WRITE_ONCE(*x, 1); WRITE_ONCE(*x, 2); smp_store_release(x, 3); }";
	const own = bodies.map((body, i) => `P${i + 1}(int *x, int *e, int *y${i}, atomic_t *c) { ${body} }`);
	return `C readers\n{ }\n${[writer, ...own].join("\n")}\n${condition}\n`;
}

describe("reads that have no say in each other", () => {
	test("are counted as a product", () => {
		const bodies = [0, 1, 2].map((i) => `WRITE_ONCE(*y${i}, ${i}); smp_mb(); int r = smp_load_acquire(x);`);
		const program = load(readers(bodies));
		const { verdict, evaluations } = runOf(program, LKMM);
		expect([verdict.positive, verdict.explored.executions]).toEqual([4 ** 3, 4 ** 3]);
		expect(evaluations).toBeLessThan(40);
		expect(said(runOf(program, oneByOne(LKMM)))).toEqual(said({ verdict, evaluations }));
	});

	test("and what hangs on them alone: who counts what they have seen, in any order", () => {
		const bodies = [0, 1, 2, 3].map(
			(i) => `WRITE_ONCE(*y${i}, ${i}); int r = READ_ONCE(*x); if (r == ${i}) atomic_inc(c);`,
		);
		const program = load(readers(bodies));
		const { verdict, evaluations } = runOf(program, LKMM);
		// Of k readers that count, each has one value to read, and the others three; k! orders.
		expect(verdict.positive).toBe(81 + 4 * 27 + 6 * 9 * 2 + 4 * 3 * 6 + 24);
		expect(said(runOf(program, oneByOne(LKMM)))).toEqual(said({ verdict, evaluations }));
		expect(evaluations).toBeLessThan(verdict.positive as number);
	});
});

test("a race among what is counted together is found", () => {
	const bodies = [0, 1].map((i) => `WRITE_ONCE(*y${i}, ${i}); int r = *x; int s = READ_ONCE(*y${i});`);
	const { verdict } = runOf(load(readers(bodies, "exists (e=0)")), LKMM);
	expect([verdict.positive, verdict.flags]).toEqual([16, ["data-race"]]);
});

test("the last reads of plain writes that race with them", () => {
	const program = load(
		`C t
{ }
P0(int *x, int *e) { WRITE_ONCE(*x, 1); smp_store_release(x, 2); int r0 = READ_ONCE(*x); if (r0 > 1) { *e = 1; } }
P1(int *x, int *e, int *f) { int r0 = READ_ONCE(*x); if (r0 == 1) { int r1 = *e; int r2 = *f; } }
P2(int *f) { *f = 1; }
exists (c=2)
`.replace("exists (c=2)", "exists (x=2)"),
	);
	const { verdict } = runOf(program, LKMM);
	expect(verdict.flags).toContain("data-race");
	expect(said({ verdict, evaluations: 0 })).toEqual(said(runOf(program, oneByOne(LKMM))));
});

describe("properties", () => {
	const bodies = [0, 1, 2].map((i) => `WRITE_ONCE(*y${i}, ${i}); int r = READ_ONCE(*x); trace_read(r);`);

	function withProperty(happens: (execution: NotedExecution) => boolean): Program {
		return { ...load(readers(bodies)), properties: [{ name: "p", kind: "noted", happens }] };
	}

	test("that ask for what may differ are shown each execution", () => {
		const sums = new Set<bigint>();
		const program = withProperty(({ notes }) => {
			const values = notes.map(({ values: [value] }) => value);
			if (values.every((value) => typeof value === "bigint"))
				sums.add(values.reduce((sum, value) => sum + value, 0n));
			return values.every((value) => value === 3n);
		});
		const { verdict } = runOf(program, LKMM);
		expect([verdict.kind, verdict.positive]).toEqual(["violated", 64]);
		expect(verdict.properties[0].happens).toBe(true);
		expect(sums.size).toBeGreaterThan(8);
	});

	test("that ask for nothing of the kind are not", () => {
		let shown = 0;
		const { verdict } = runOf(
			withProperty(({ events }) => {
				shown++;
				return events.length === 0;
			}),
			LKMM,
		);
		expect([verdict.positive, verdict.properties[0].happens]).toEqual([64, false]);
		expect(shown).toBeLessThan(20);
	});

	test("that ask what is known where are shown each execution in which that differs", () => {
		const texts = [0, 1].map((i) => `WRITE_ONCE(*y${i}, ${i}); int r = READ_ONCE(*x); trace_read();`);
		const program: Program = {
			...load(readers(texts).replace("smp_store_release(x, 3);", "smp_store_release(x, 3); trace_done();")),
			properties: [
				{
					name: "known",
					kind: "noted",
					happens: (execution) => {
						const [done, ...reads] = execution.notes;
						return reads.every((read) => execution.isKnownAt(done, read));
					},
				},
			],
		};
		const { verdict } = runOf(program, LKMM);
		expect([verdict.positive, verdict.properties[0].happens]).toEqual([16, true]);
	});
});

test("three producers and a consumer of a ring: most executions are counted together", {
	timeout: 60_000,
}, () => {
	const ring = loadRing({
		...DEFAULT_CONFIGURATION,
		producers: 3,
		records: [submitted(0)],
		tiny: true,
		size: 32,
	});
	if (!ring.ok) throw new Error("the ring does not load");
	const { verdict, evaluations } = runOf(ring.value.program, LKMM, true, ring.value.unroll);
	expect([verdict.kind, verdict.positive, verdict.explored.executions]).toEqual(["holds", 32_010, 5335]);
	expect(evaluations).toBeLessThan(verdict.explored.executions / 3);
});
