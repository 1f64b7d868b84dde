import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check } from "../../../src/checker/check.ts";
import { findPairs } from "../../../src/explain/pairs/find-pairs.ts";
import { loadProgram } from "../../../src/litmus/load-program.ts";
import { createPaint } from "../../../src/report/paint.ts";
import { formatPairs } from "../../../src/report/pairs/format-pairs.ts";
import { shippedModel } from "../../oracle/shipped-model.ts";

/** A test's pairs, line by line. */
async function linesOf(text: string): Promise<string[]> {
	const loaded = loadProgram({ path: "folder/test.litmus", text });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("; "));
	const model = shippedModel("lkmm");
	const pairs = await findPairs(loaded.value, async (program, symmetry) =>
		check(program, model, { unroll: 2, stopWhenDecided: true, symmetry }),
	);
	const lines = formatPairs(loaded.value, pairs, "lkmm", createPaint(false)).split("\n");
	expect(lines.filter((line) => line.length > 80)).toEqual([]);
	return lines;
}

function suiteTest(path: string): string {
	return readFileSync(new URL(`../../../litmus/${path}.litmus`, import.meta.url), "utf8");
}

test("message passing by a write barrier and an address dependency", async () => {
	expect(await linesOf(suiteTest("lkmm/message-passing/MP+wmb+addr"))).toEqual([
		"MP+wmb+addr  (lkmm)",
		"  (1:r0=x /\\ 1:r1=0): never",
		"  a data race: never",
		"",
		"test.litmus:18",
		"smp_wmb() in P0",
		"    /* pairs with the dependency on READ_ONCE(*p) in P1 */",
		"    without it: (1:r0=x /\\ 1:r1=0)",
		"",
		"test.litmus:27",
		"the dependency on READ_ONCE(*p) in P1",
		"    /* pairs with smp_wmb() in P0 */",
		"    without it: (1:r0=x /\\ 1:r1=0)",
	]);
});

test("functions are named, and what has the same name is told apart by its arguments", async () => {
	const text = `C named
int a; int b; int data;
static void producer(void)
{
	data = 1;
	smp_store_release(&a, 1);
	smp_store_release(&b, 1);
}
static void consumer(int *flag)
{
	if (smp_load_acquire(flag))
		assert(data);
}
{ }
P0() { producer(); }
P1() { consumer(&a); }
`;
	expect(await linesOf(text)).toEqual([
		"named  (lkmm)",
		"  assertion in consumer, line 12: never",
		"  a data race: never",
		"",
		"test.litmus:6",
		"smp_store_release(&a, 1) in producer()",
		"    /* pairs with smp_load_acquire() in consumer() */",
		"    without it: assertion in consumer, line 12; a data race",
		"",
		"test.litmus:7",
		"smp_store_release(&b, 1) in producer()",
		"    Nothing that this test asks for depends on it.",
		"",
		"test.litmus:11",
		"smp_load_acquire(flag) in consumer()",
		"    /* pairs with smp_store_release(&a, 1) in producer() */",
		"    without it: assertion in consumer, line 12; a data race",
	]);
});

test("what backs up an ordering, and a long list of partners in a block", async () => {
	const backed = await linesOf(suiteTest("bpf-rb/payload/bpf-rb-1p1c-bounded-1-payload"));
	expect(backed).toContain("    It pairs with smp_store_release() in P1, which something else backs up.");
	expect(backed.join("\n")).toContain(
		"    Nothing that this test asks for depends on it. It communicates with\n    smp_load_acquire(producer_pos) in P0.",
	);
	const readers = [1, 2, 3].map(
		(thread) => `P${thread}() { int r0; int r1; r0 = smp_load_acquire(&flag_of_writer); r1 = READ_ONCE(x); }`,
	);
	const text = `C readers
int x; int flag_of_writer;
{ }
P0() { WRITE_ONCE(x, 1); smp_store_release(&flag_of_writer, 1); }
${readers.join("\n")}
exists ((1:r0=1 /\\ 1:r1=0) \\/ (2:r0=1 /\\ 2:r1=0) \\/ (3:r0=1 /\\ 3:r1=0))
`;
	expect((await linesOf(text)).slice(6, 11)).toEqual([
		"    /*",
		"     * Pairs with smp_load_acquire() in P1, smp_load_acquire() in P2 and",
		"     * smp_load_acquire() in P3.",
		"     */",
		"    without it: ((1:r0=1 /\\ 1:r1=0) \\/ (2:r0=1 /\\ 2:r1=0) \\/ (3:r0=1 /\\ 3:r1=0))",
	]);
});

test("what can happen anyway, and a search that does not end, is not called never", async () => {
	expect((await linesOf(suiteTest("lkmm/store-buffering/SB+mb+po"))).slice(1, 3)).toEqual([
		"  (0:r0=0 /\\ 1:r0=0): can happen as the test is",
		"  a data race: never",
	]);
	const spin = `C spin
{ }
P0(int *x, int *y) { WRITE_ONCE(*x, 1); smp_store_release(y, 1); }
P1(int *x, int *y) { int r0; for (int i = 0; i < 9; i++) { if (smp_load_acquire(y)) break; } r0 = READ_ONCE(*x); }
exists (1:r0=2)
`;
	const lines = await linesOf(spin);
	expect(lines.join("\n")).not.toContain("never");
	expect(lines).toContain("  (1:r0=2): not found, but the search did not end");
	expect(lines.join("\n")).toContain("    Nothing was found to depend on it, but the search did not end.");
	expect(lines.at(-1)).toBe("Some search did not end: more may depend on these orderings.");
});
