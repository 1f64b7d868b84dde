import { env } from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { Symmetry } from "../../src/checker/symmetry.ts";
import type { Program } from "../../src/execution/program.ts";
import type { Verdict } from "../../src/execution/verdict.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { readOracle } from "../oracle/read-oracle.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { shippedTests } from "../suite/shipped-tests.ts";
import { arbitraryTwins } from "./arbitrary-twins.ts";

const RUNS = Number(env.RINGLIT_RUNS ?? 600);

function load(text: string): Program {
	const loaded = loadProgram({ path: "<twins>", text });
	if (!loaded.ok) throw new Error(`${loaded.diagnostics.map(({ message }) => message).join("\n")}\n${text}`);
	return loaded.value;
}

function verdictOf(program: Program, symmetry: boolean, model = "lkmm"): Verdict {
	return check(program, shippedModel(model), { unroll: 2, symmetry });
}

/** What a verdict says of the program; with symmetry it must be the same. */
function said(verdict: Verdict): object {
	const { kind, positive, negative, states, flags, deadlock, undetermined, witness, counterWitness } =
		verdict;
	return {
		kind,
		positive,
		negative,
		states,
		flags,
		deadlock,
		limits: verdict.kind === "incomplete" ? verdict.limits : [],
		isUndetermined: undetermined > 0,
		hasWitness: witness !== undefined,
		hasCounterWitness: counterWitness !== undefined,
	};
}

function hasTwins(program: Program): boolean {
	return new Symmetry(program, true).exists;
}

test.each([
	["lkmm", RUNS],
	["sc", RUNS / 4],
	["tso", RUNS / 4],
])(
	"random twins on %s: the verdict is the same with symmetry as without",
	{ timeout: 1_200_000 },
	(model, numRuns) => {
		let reduced = 0;
		const property = fc.property(arbitraryTwins(), (text) => {
			const program = load(text);
			const on = verdictOf(program, true, model);
			const off = verdictOf(program, false, model);
			expect(said(on)).toEqual(said(off));
			if (on.explored.executions < off.explored.executions) reduced++;
		});
		fc.assert(property, { numRuns });
		expect(reduced).toBeGreaterThan(numRuns / 3);
	},
);

describe("shipped tests with twins", () => {
	// Four producers have 90,000 executions when each is explored.
	const some = shippedTests.filter(({ path, file }) => !/4p1c/.test(path) && hasTwins(load(file.text)));
	test("are there", () => expect(some.length).toBeGreaterThan(10));
	test.each(some.map(({ path, file }) => [path, file.text]))("%s", (_, text) => {
		const program = load(text);
		expect(said(verdictOf(program, true))).toEqual(said(verdictOf(program, false)));
	});
});

test("the oracle's tests with twins", { timeout: 120_000 }, () => {
	const programs = readOracle().map(({ litmus }) => load(litmus));
	const some = programs.filter(hasTwins);
	expect(some.length).toBeGreaterThan(10);
	for (const program of some)
		expect(said(verdictOf(program, true)), program.name).toEqual(said(verdictOf(program, false)));
});

test("a witness of which only a mirror image that the filter drops was met", () => {
	const program = load(`C t {}
P0(int *y) { int r0 = READ_ONCE(*y); WRITE_ONCE(*y, 1); }
P1(int *y) { int r1 = READ_ONCE(*y); WRITE_ONCE(*y, 1); }
P2(int *y) { int first = READ_ONCE(*y); }
filter (~(0:r0=0))
exists (y=0)`);
	const { negative, counterWitness } = verdictOf(program, true);
	expect(negative).toBe(verdictOf(program, false).negative);
	expect(counterWitness).toBeDefined();
});

function twins(text: string): readonly (readonly number[])[] {
	return new Symmetry(load(text), true).classes;
}

describe("threads are twins", () => {
	test("whatever their locals are called, and in whatever order they are declared", () => {
		const text = `C t {}
P0(int *x, int *y) { int a = READ_ONCE(*x); int b = a + 1; WRITE_ONCE(*y, b); }
P1(int *y, int *x) { int s; int r; r = READ_ONCE(*x); s = r + 1; WRITE_ONCE(*y, s); }
exists (x=1)`;
		expect(twins(text)).toEqual([
			[0, 1],
			[0, 1],
		]);
	});

	test("not if they work on other memory, write other values or start from others", () => {
		const text = `C t { 0:p=x; 1:q=x; 2:p=y; 4:r=2; 5:s=1; }
P0(int *p) { WRITE_ONCE(*p, 1); }
P1(int *q) { WRITE_ONCE(*q, 1); }
P2(int *p) { WRITE_ONCE(*p, 1); }
P3(int *x) { WRITE_ONCE(*x, 2); }
P4(int *x) { WRITE_ONCE(*x, r); }
P5(int *x) { WRITE_ONCE(*x, s); }
exists (x=1)`;
		expect(twins(text)).toEqual([[0, 1], [0, 1], [2], [3], [4], [5]]);
	});

	test("apart from those that the test names, where they are many", () => {
		const threads = [0, 1, 2, 3, 4].map((i) => `P${i}(int *x) { int r${i} = READ_ONCE(*x); }`).join("\n");
		const all = [0, 1, 2, 3, 4];
		expect(twins(`C t {}\n${threads}\nexists (x=1)`)).toEqual(all.map(() => all));
		expect(twins(`C t {}\n${threads}\nexists (1:r1=1 /\\ 2:r2=0)`)).toEqual([
			[0, 3, 4],
			[1, 2],
			[1, 2],
			[0, 3, 4],
			[0, 3, 4],
		]);
	});
});

describe("a condition that tells twins apart", () => {
	const text = `C t {}
P0(int *x) { int a = READ_ONCE(*x); }
P1(int *x) { int b = READ_ONCE(*x); }
P2(int *x) { WRITE_ONCE(*x, 1); }
exists (0:a=1 /\\ 1:b=0)`;

	test("is judged for each execution that one stands for", () => {
		const { positive, negative, explored } = verdictOf(load(text), true);
		expect([positive, negative, explored.executions]).toEqual([1, 3, 3]);
	});

	test.each([
		"0:a=1 /\\ 1:b=0",
		"0:a=0 /\\ 1:b=1",
	])("has a witness in which threads play their own parts: %s", (condition) => {
		const program = load(text.replace(/exists.*/, `exists (${condition})`));
		const { witness } = verdictOf(program, true);
		if (witness === undefined) throw new Error("no witness");
		const seen = witness.events.flatMap(({ kind, thread, span }, event) =>
			kind === "R" ? [{ thread, value: witness.values[event], at: span?.start }] : [],
		);
		const expected = condition.match(/=\d/g)?.map((equal) => BigInt(equal[1]));
		seen.sort((a, b) => a.thread - b.thread);
		expect(seen.map(({ value }) => value)).toEqual(expected);
		expect(seen.map(({ at }) => text.lastIndexOf("P", at))).toEqual([text.indexOf("P0"), text.indexOf("P1")]);
	});
});

describe("a filter that tells twins apart", () => {
	const twin = (index: number): string =>
		`P${index}(int *x, int *y) { int r = READ_ONCE(*x); if (r) *y = 1; }`;
	const verdictWith = (filter: string, other = ""): Verdict => {
		const text = `C t {}
${twin(0)}
${twin(1)}
P2(int *x, int *y) { WRITE_ONCE(*x, 1); ${other} }
filter (${filter})
exists (x=1)`;
		const [on, off] = [true, false].map((symmetry) => verdictOf(load(text), symmetry));
		expect(said(on)).toEqual(said(off));
		return on;
	};

	test.each(["0:r=0 /\\ 1:r=1", "0:r=1 /\\ 1:r=0"])("leaves the flags of what it leaves: %s", (filter) => {
		const { positive, flags } = verdictWith(filter, "*y = 2;");
		expect(positive).toBeGreaterThan(0);
		expect(flags).toContain("data-race");
	});

	test("drops the flags of what it drops", () => {
		const { positive, flags } = verdictWith("~(0:r=1 /\\ 1:r=1)");
		expect([positive, flags]).toEqual([3, []]);
	});
});
