import { expect, test } from "vitest";
import { startCheck } from "../../src/checker/start-check.ts";
import type { Execution } from "../../src/execution/execution.ts";
import type { Program } from "../../src/execution/program.ts";
import type { Verdict } from "../../src/execution/verdict.ts";
import { formatReplay, parseReplay } from "../../src/explain/replay-string.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { loadRing } from "../../src/ringbuf-model/load-ring.ts";
import { SCENARIOS } from "../../src/ringbuf-model/scenarios.ts";
import { readOracle } from "../oracle/read-oracle.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { shippedTests } from "../suite/shipped-tests.ts";

function executionsOf({ witness, counterWitness, properties }: Verdict): Execution[] {
	const all = [witness, counterWitness, ...properties.map((property) => property.witness)];
	return all.filter((execution) => execution !== undefined);
}

/**
 * Checks a program, and brings each execution that its verdict shows back in a run of its own.
 * @returns how many there were, and in how many of them threads play each other's parts
 */
function replayAll(program: Program, modelName: string, unroll: number): { all: number; recast: number } {
	const model = shippedModel(modelName);
	const run = startCheck(program, model, { unroll, timeoutSeconds: 20 });
	while (!run.advance(1000));
	const executions = executionsOf(run.verdict());
	for (const execution of executions) {
		const text = formatReplay({ path: execution.path, unroll, symmetry: true }, program.name);
		const replay = parseReplay(text, program.name);
		if (replay === undefined || replay === "foreign") throw new Error(`${text} is no replay string`);
		const leaf = startCheck(program, model, { unroll: replay.unroll }).replay(replay.path);
		expect(leaf?.copy(), text).toEqual(execution);
	}
	return { all: executions.length, recast: executions.filter(({ path }) => path.includes("@")).length };
}

function load(path: string, text: string): Program {
	const loaded = loadProgram({ path, text });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("; "));
	return loaded.value;
}

test("every execution that the suite's verdicts show is brought back by its string", () => {
	const counts = shippedTests.map(({ file }) => replayAll(load(file.path, file.text), "lkmm", 4));
	expect(counts.filter(({ all }) => all > 0).length).toBeGreaterThan(200);
}, 300_000);

test("so is every one of a quarter of the oracle's tests", () => {
	const some = readOracle().filter((_, index) => index % 4 === 0);
	const counts = some.map(({ name, litmus }) => replayAll(load(name, litmus), "lkmm", 4));
	expect(counts.filter(({ all }) => all > 0).length).toBeGreaterThan(0.9 * some.length);
}, 300_000);

test("and every counterexample of the ring buffer's scenarios", () => {
	const cases = SCENARIOS.flatMap(({ cases: all }) => all);
	let found = 0;
	for (const { configuration, expectations } of cases)
		for (const modelName of new Set(expectations.map(({ model }) => model))) {
			const properties = expectations
				.filter(({ model, expected }) => model === modelName && expected === "possible")
				.map(({ property }) => property);
			if (properties.length === 0) continue;
			const ring = loadRing({ ...configuration, properties });
			if (!ring.ok) throw new Error(ring.diagnostics.map(({ message }) => message).join("; "));
			found += replayAll(ring.value.program, modelName, ring.value.unroll).all;
		}
	expect(found).toBeGreaterThan(15);
}, 300_000);

test("one in which twins play each other's parts, too", () => {
	const twin = (p: number): string =>
		`P${p}(int *x)\n{\n\tint r0;\n\n\tr0 = READ_ONCE(*x);\n\tWRITE_ONCE(*x, r0 + 1);\n}\n`;
	const orders = ["012", "021", "102", "120", "201", "210"];
	const counts = orders.map((order) => {
		const outcome = [0, 1, 2].map((p) => `${p}:r0=${order[p]}`).join(" /\\ ");
		const text = `C twins\n\n{ }\n\n${[0, 1, 2].map(twin).join("\n")}\nexists (${outcome})\n`;
		return replayAll(load("twins", text), "lkmm", 4);
	});
	expect(counts.every(({ all }) => all === 2)).toBe(true);
	expect(counts.some(({ recast }) => recast > 0)).toBe(true);
});

test("a path of another program leads nowhere, or to an execution of this one", () => {
	const program = load(
		"SB",
		shippedTests.find(({ name }) => name === "SB+before-inc+before-inc")?.file.text ?? "",
	);
	const run = () => startCheck(program, shippedModel("lkmm"), { unroll: 4 });
	for (const path of ["0.0.0.0.0.0.0.0.0.0", "99", "x", "0@1.0", "0@0.0", "0@5", "-1", "0.5", "NaN", ""]) {
		const leaf = run().replay(path);
		if (leaf !== undefined) expect(leaf.isComplete, path).toBe(true);
	}
	expect(run().replay("99.99")).toBeUndefined();
});
