import { check } from "../src/checker/check.ts";
import type { Program } from "../src/execution/program.ts";
import { loadProgram } from "../src/litmus/load-program.ts";
import { judge } from "../test/judge/judge.ts";
import { readOracle } from "../test/oracle/read-oracle.ts";
import { shippedModel } from "../test/oracle/shipped-model.ts";

/** Accesses up to which the enumerator that serves as baseline answers in a few milliseconds. */
const SMALL = 6;

/**
 * The random tests of the oracle in this one process: loading and checking all, and the smallest ones beside
 * an enumerator of all reads-from and coherence choices that knows no search.
 */
export function benchOracle(): void {
	// The bundle lies one folder below the project's.
	const root = new URL("../../", import.meta.url);
	const model = shippedModel("lkmm", root);
	const entries = readOracle(root);
	const [programs, loading] = timed(() =>
		entries.flatMap(({ name, litmus }): Program[] => {
			const loaded = loadProgram({ path: name, text: litmus });
			return loaded.ok ? [loaded.value] : [];
		}),
	);
	const [, checking] = timed(() => checkAll(programs));
	const small = programs.filter((program) => accesses(program) <= SMALL);
	const [, quick] = timed(() => checkAll(small));
	const [, slow] = timed(() => {
		for (const program of small) judge(program, { unroll: 4 });
	});
	process.stdout.write(
		[
			"",
			`oracle: ${programs.length} tests, loaded in ${loading.toFixed(0)} ms, checked in ${checking.toFixed(0)} ms`,
			`the ${small.length} with at most ${SMALL} accesses: search ${quick.toFixed(0)} ms, ` +
				`enumerator ${slow.toFixed(0)} ms (x${(slow / quick).toFixed(1)})`,
			"",
		].join("\n"),
	);

	function checkAll(some: readonly Program[]): void {
		for (const program of some) check(program, model, { unroll: 4 });
	}
}

function accesses(program: Program): number {
	return program.threads.reduce(
		(sum, { code }) =>
			sum + code.filter(({ kind }) => !["assign", "branch", "jump", "loop"].includes(kind)).length,
		0,
	);
}

function timed<T>(work: () => T): readonly [T, number] {
	const start = performance.now();
	const result = work();
	return [result, performance.now() - start];
}
