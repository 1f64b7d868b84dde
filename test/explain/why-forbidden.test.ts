import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import type { Program } from "../../src/execution/program.ts";
import { outcomeOf, whyForbidden } from "../../src/explain/why-forbidden.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import type { SourceFile } from "../../src/source/span.ts";
import { readOracle } from "../oracle/read-oracle.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { shippedTests } from "../suite/shipped-tests.ts";
import { cycleWords } from "./cycle-words.ts";
import { faultsOf } from "./faults-of.ts";

/** Events beyond which naive evaluation takes too long. */
const FEW_EVENTS = 14;

const models = new Map(["lkmm", "armv8", "tso", "sc"].map((name) => [name, shippedModel(name)]));

function modelOf(name: string) {
	const model = models.get(name);
	if (model === undefined) throw new Error(name);
	return model;
}

function programOf(file: SourceFile): Program {
	const loaded = loadProgram(file);
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("; "));
	return loaded.value;
}

function shipped(name: string): Program {
	const found = shippedTests.find((one) => one.name === name);
	if (found === undefined) throw new Error(name);
	return programOf(found.file);
}

const options = { unroll: 4, seconds: 600 };

/** Each with what breaks its axiom: the base relations round the cycle, found by hand. */
const KNOWN: Readonly<Record<string, readonly (readonly [test: string, axiom: string, cycle: string])[]>> = {
	lkmm: [
		["MP+rel+acq", "happens-before", "fr po rf po"],
		["MP+wmb+rmb", "happens-before", "fr po po rf po po"],
		["MP+wmb+addr", "happens-before", "addr fr po po rf"],
		["SB+mb+mb", "propagation", "fr po po fr po po"],
		["LB+data+ctrl", "happens-before", "ctrl rf data rf"],
		["S+wmb+data", "happens-before", "co po po rf data"],
		["S+rel+acq", "happens-before", "co po rf po"],
		["R+mb+mb", "propagation", "co po po fr po po"],
		["2+2W+mb+mb", "propagation", "co po po co po po"],
		["WRC+rel+acq", "happens-before", "fr rf po rf po"],
		["ISA2+rel+rel+acq", "happens-before", "fr po rf po rf po"],
		["IRIW+mb+mb", "propagation", "fr rf po po fr rf po po"],
		["CoRR", "coherence", "fr rf po-loc"],
		["CoRW1", "coherence", "po-loc rf"],
		["CoWR", "coherence", "fr po-loc"],
		["CoWW", "coherence", "co po-loc"],
		["inc-not-lost", "atomic", "co rmw^-1 fr"],
		["MP+sync+rcu-reader", "rcu", "fr po po rf po rcu-rscs^-1 po"],
		["unlink+sync+reuse", "plain-coherence", "fr po po rf po rcu-rscs^-1 po"],
	],
	tso: [
		["MP+po+po", "tso", "fr po rf po"],
		["SB+mb+mb", "tso", "fr po po fr po po"],
		["LB+po+po", "tso", "po rf po rf"],
		["IRIW+po+po", "tso", "fr rf po fr rf po"],
		["CoWR", "coherence", "fr po-loc"],
		["inc-not-lost", "atomic", "co rmw^-1 fr"],
	],
	sc: [
		["MP+po+po", "sc", "fr po rf po"],
		["SB+po+po", "sc", "fr po fr po"],
		["LB+po+po", "sc", "po rf po rf"],
		["S+po+po", "sc", "co po rf po"],
		["R+po+po", "sc", "co po fr po"],
		["2+2W+po+po", "sc", "co po co po"],
		["WRC+po+po", "sc", "fr rf po rf po"],
		["ISA2+po+po+po", "sc", "fr po rf po rf po"],
		["IRIW+po+po", "sc", "fr rf po fr rf po"],
		["CoWW", "sc", "co po"],
		["inc-not-lost", "atomic", "co rmw^-1 fr"],
	],
};

describe.each(Object.keys(KNOWN))("on %s", (name) => {
	test.each(KNOWN[name])("%s breaks %s by %s", (title, axiom, words) => {
		const why = whyForbidden(shipped(title), modelOf(name), undefined, options);
		if (why.kind !== "broken") throw new Error(why.kind);
		expect(why.cycles.map((cycle) => [cycle.axiom, cycleWords(cycle)])).toEqual([[axiom, words]]);
	});
});

test("the same is found again", () => {
	const why = whyForbidden(shipped("bpf-rb-3p1c-bounded-2"), modelOf("lkmm"), undefined, options);
	expect(whyForbidden(shipped("bpf-rb-3p1c-bounded-2"), modelOf("lkmm"), undefined, options)).toEqual(why);
});

test.each([
	["plain-load+plain-load", "values"],
	["bpf-rb-oversize-checked", "values"],
	["bpf-rb-reserve-reentered-trylock", "values"],
	["LB+data+data", "circular"],
	["MP+po+po", "allowed"],
])("of %s it is said: %s", (title, kind) => {
	expect(whyForbidden(shipped(title), modelOf("lkmm"), undefined, options).kind).toBe(kind);
});

describe("a property that never happens", () => {
	const text = `C properties
{ }
P0(int *x, int *y) { WRITE_ONCE(*x, 1); smp_store_release(y, 1); }
P1(int *x, int *y) {
	int r0 = smp_load_acquire(y);
	int r1 = READ_ONCE(*x);
	assert(r1 || !r0);
}
forbidden "stale" (1:r0=1 /\\ 1:r1=0)
exists (true)`;
	const program = programOf({ path: "properties.litmus", text });
	const names = (program.properties ?? []).map(({ kind }) => kind);

	test.each([...names.keys()])("%i", (index) => {
		const why = whyForbidden(program, modelOf("lkmm"), index, options);
		if (why.kind !== "broken") throw new Error(why.kind);
		expect(why.cycles.map((cycle) => [cycle.axiom, cycleWords(cycle)])).toEqual([
			["happens-before", "fr po rf po"],
		]);
	});

	test("there are an assertion and one of the final state", () => {
		expect([...names].sort()).toEqual(["assertion", "final"]);
	});
});

const suite = shippedTests.flatMap(({ name, file }): [string, Program][] => {
	const program = programOf(file);
	return program.expectation?.result === "Never" ? [[name, program]] : [];
});

test.each(suite)("%s: what is said of its outcome is so", (_, program) => {
	const model = modelOf("lkmm");
	const why = whyForbidden(program, model, undefined, options);
	expect(why.kind).not.toBe("allowed");
	expect(why.kind).not.toBe("unknown");
	if (why.kind !== "broken" || why.execution.events.length > FEW_EVENTS) return;
	expect(faultsOf(program, model, outcomeOf(program), why)).toEqual([]);
});

const random = readOracle().filter(({ observation }, i) => observation === "Never" && i % 15 === 0);

test.each(random)("random test $name: what is said of its outcome is so", ({ name, litmus }) => {
	const program = programOf({ path: `${name}.litmus`, text: litmus });
	const model = modelOf("lkmm");
	const why = whyForbidden(program, model, program.proposition, options);
	expect(why.kind).not.toBe("allowed");
	if (why.kind === "broken") expect(faultsOf(program, model, program.proposition, why)).toEqual([]);
});

const small = shippedTests.filter(({ path }) => path.startsWith("lkmm/"));

test.each(["armv8", "tso", "sc"])("%s: reasons are told of what it forbids, and of nothing else", (name) => {
	const model = modelOf(name);
	for (const { name: title, file } of small) {
		const program = programOf(file);
		const { positive, negative } = check(program, model, { unroll: 4 });
		const isMissing = (program.quantifier === "forall" ? negative : positive) === 0;
		const why = whyForbidden(program, model, undefined, options);
		expect([title, why.kind === "allowed"]).toEqual([title, !isMissing]);
		if (why.kind === "broken" && why.execution.events.length <= FEW_EVENTS)
			expect([title, faultsOf(program, model, outcomeOf(program), why)]).toEqual([title, []]);
	}
});
