import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import type { Program } from "../../src/execution/program.ts";
import type { Proposition } from "../../src/execution/proposition.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { readOracle } from "../oracle/read-oracle.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { shippedTests } from "../suite/shipped-tests.ts";

const model = shippedModel("lkmm");

function load(path: string, text: string): Program {
	const loaded = loadProgram({ path, text });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("; "));
	return loaded.value;
}

function met(program: Program, proposition: Proposition, symmetry: boolean): Set<string>[] {
	const states: string[] = [];
	check(program, model, {
		unroll: 4,
		symmetry,
		quest: {
			proposition,
			meet: (execution) => {
				states.push(execution().state);
				return false;
			},
		},
	});
	return [new Set(states), new Set([String(states.length)])];
}

describe("executions with an outcome are met, and no others", () => {
	const entries = readOracle().filter((_, i) => i % 12 === 0);
	test.each(entries)("$name", ({ name, litmus }) => {
		const program = load(name, litmus);
		const { positive, negative, states } = check(program, model, { unroll: 4 });
		const [yes, countOfYes] = met(program, program.proposition, false);
		const [no, countOfNo] = met(program, { kind: "not", operand: program.proposition }, false);
		expect([...countOfYes, ...countOfNo]).toEqual([String(positive), String(negative)]);
		expect([...new Set([...yes, ...no])].sort()).toEqual(states);
	});
});

test("twins that the outcome names are told apart", () => {
	const text = `C twins
{ }
P0(int *x) { int r0 = xchg_relaxed(x, 1); }
P1(int *x) { int r0 = xchg_relaxed(x, 1); }
P2(int *x) { int r0 = xchg_relaxed(x, 1); }
exists (1:r0=0)`;
	const program = load("twins", text);
	for (const symmetry of [true, false]) {
		const [states] = met(program, program.proposition, symmetry);
		expect(states).toEqual(new Set(["1:r0=0"]));
	}
});

test("the search ends as soon as enough is met", () => {
	const file = shippedTests.find(({ name }) => name === "bpf-rb-3p1c-bounded-2")?.file;
	const program = load("ring", file?.text ?? "");
	let times = 0;
	const verdict = check(program, model, {
		unroll: 4,
		quest: { proposition: { kind: "true" }, meet: () => ++times === 3 },
	});
	expect(times).toBe(3);
	expect(verdict).toMatchObject({ kind: "incomplete", limits: ["decided"] });
});
