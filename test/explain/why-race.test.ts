import { expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import type { Execution } from "../../src/execution/execution.ts";
import type { Program } from "../../src/execution/program.ts";
import { whyRace } from "../../src/explain/why-race.ts";
import { NaiveEvaluator } from "../cat/naive-evaluator.ts";
import { load } from "../litmus/load.ts";
import { readOracle } from "../oracle/read-oracle.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { writeTest } from "../suite/write-test.ts";
import { handBuiltOf } from "./hand-built-of.ts";

const lkmm = shippedModel("lkmm");

/** An execution with the program's outcome. */
function witnessOf(program: Program): Execution {
	let found: Execution | undefined;
	check(program, lkmm, {
		unroll: 4,
		quest: {
			proposition: program.proposition,
			meet: (execution) => {
				found = execution();
				return true;
			},
		},
	});
	if (found === undefined) throw new Error("no execution has the outcome");
	return found;
}

/** Who races, and for each direction how far order reaches: `P0:Wx`, `from .. reached | missing .. to`. */
function told(threads: readonly string[], outcome: string): string[] {
	const program = load(writeTest("t", threads, outcome));
	const execution = witnessOf(program);
	const name = (id: number): string => {
		const { thread, kind, cell } = execution.events[id];
		return `P${thread}:${kind}${program.cells[cell]?.name ?? ""}`;
	};
	const why = whyRace(execution, lkmm);
	if (why === undefined) return [];
	return [
		`${name(why.first)} ${why.edge.parts.map(({ relation }) => relation).join(" ")} ${name(why.second)}`,
		...why.gaps.map(
			({ from, reached, missing, to }) =>
				`${name(from)} .. ${name(reached)} | ${name(missing)} .. ${name(to)}`,
		),
	];
}

const RELEASE = "*x = 1; smp_store_release(y, 1);";
const ONCE = "*x = 1; Wy1;";
const MP = "1:r0=1 /\\ 1:r1=1";

test("nothing orders two plain writes", () => {
	expect(told(["*x = 1;", "*x = 2;"], "x=2")).toEqual(["P0:Wx co P1:Wx", "P0:Wx .. P0:Wx | P1:Wx .. P1:Wx"]);
});

test("order that the writer makes reaches the reader's flag, and not what it reads next", () => {
	expect(told([RELEASE, "r0 = Ry; if (r0) r1 = *x;"], MP)).toEqual([
		"P0:Wx rf P1:Rx",
		"P0:Wx .. P1:Ry | P1:Rx .. P1:Rx",
		"P1:Rx .. P1:Rx | P0:Wx .. P0:Wx",
	]);
});

test("order that the reader makes reaches back to the writer's flag, and not to what it wrote before", () => {
	expect(told([ONCE, "r0 = smp_load_acquire(y); if (r0) r1 = *x;"], MP)).toEqual([
		"P0:Wx rf P1:Rx",
		"P0:Wx .. P0:Wx | P0:Wy .. P1:Rx",
		"P1:Rx .. P1:Rx | P0:Wx .. P0:Wx",
	]);
});

test("what is ordered does not race", () => {
	expect(told([RELEASE, "r0 = smp_load_acquire(y); if (r0) r1 = *x;"], MP)).toEqual([]);
});

test("a pair is told of just those executions that have one, and it is one", () => {
	const flag = lkmm.axioms.find(({ name }) => name === "data-race");
	if (flag === undefined) throw new Error("no flag");
	let races = 0;
	for (const { name, litmus } of readOracle().filter(
		({ flags }, i) => flags.includes("data-race") && i % 3 === 0,
	)) {
		const { witness, counterWitness } = check(load(litmus), lkmm, { unroll: 4 });
		for (const execution of [witness, counterWitness]) {
			if (execution === undefined) continue;
			const naive = new NaiveEvaluator(handBuiltOf(execution));
			const pairs = naive.pairs(flag.node).map(String);
			const why = whyRace(execution, lkmm);
			expect([name, why === undefined]).toEqual([name, pairs.length === 0]);
			if (why === undefined) continue;
			races++;
			expect(pairs).toContain(`${why.first},${why.second}`);
			const orders = ["wr-vis", "ww-vis", "rw-xb"].flatMap((order) => {
				const node = lkmm.definitions.get(order);
				return node === undefined ? [] : naive.pairs(node).map(String);
			});
			for (const { from, reached, missing, to } of why.gaps) {
				if (reached !== from) expect(orders).toContain(`${from},${reached}`);
				if (missing !== to) expect(orders).toContain(`${missing},${to}`);
			}
		}
	}
	expect(races).toBeGreaterThan(40);
});
