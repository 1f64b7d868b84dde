import { expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.ts";
import { memoryFiles, memoryShell } from "./memory-shell.ts";
import { shippedTree } from "./shipped-tree.ts";

const TREE = {
	...shippedTree,
	"t/mp.litmus": [
		"C mp",
		"{ }",
		"P0(int *x, int *y) { WRITE_ONCE(*x, 1); smp_wmb(); WRITE_ONCE(*y, 1); }",
		"P1(int *x, int *y) { int r0; int r1; r0 = READ_ONCE(*y); smp_rmb(); r1 = READ_ONCE(*x); }",
		"exists (1:r0=1 /\\ 1:r1=0)",
	].join("\n"),
	"t/long.litmus":
		"C long\n{ }\nP0(int *x) { int r; for (int i = 0; i < 9; i++) if (smp_load_acquire(x)) break; }\nP1(int *x) { WRITE_ONCE(*x, 1); }\nexists (x=2)\n",
	"t/sum.litmus": [
		"C sum",
		"{ }",
		"P0(int *x, int *y) { int s = 0; for (int i = 0; i < 6; i++) { s += READ_ONCE(*x); } smp_store_release(y, 1); }",
		"P1(int *x, int *y) { int r0 = smp_load_acquire(y); WRITE_ONCE(*x, 1); }",
		"exists (1:r0=1 /\\ 0:s=1)",
	].join("\n"),
	"t/bad.litmus": "C bad\n{ }\nP0(int *x) { frob(x); }\n",
};

async function pairs(...words: string[]) {
	const shell = memoryShell(memoryFiles(TREE));
	const code = await runCommandLine(["pairs", ...words], shell);
	return { code, output: shell.output(), errors: shell.errors() };
}

test("the pairs of a test are printed", async () => {
	const { code, output, errors } = await pairs("t/mp.litmus");
	expect({ code, errors }).toEqual({ code: 0, errors: "" });
	expect(output).toContain("mp.litmus:3\nsmp_wmb() in P0\n    /* pairs with smp_rmb() in P1 */\n");
	expect(output).toContain("mp.litmus:4\nsmp_rmb() in P1\n    /* pairs with smp_wmb() in P0 */\n");
});

test("on another model nothing may be needed", async () => {
	const { code, output } = await pairs("--model", "sc", "t/mp.litmus");
	expect(code).toBe(0);
	expect(output).toContain("mp  (sc)");
	expect(output).not.toContain("/*");
});

test("a search that does not end is incomplete", async () => {
	const { code, output } = await pairs("--unroll", "1", "t/long.litmus");
	expect(code).toBe(3);
	expect(output).toContain("did not end");
});

test("a loop that goes round a known number of times is followed to its end, whatever it reads", async () => {
	const { code, output } = await pairs("t/sum.litmus");
	expect(code).toBe(0);
	expect(output).toContain("smp_store_release(y, 1) in P0\n    /* pairs with smp_load_acquire() in P1 */\n");
});

test.each([
	["t/bad.litmus"],
	["t/missing.litmus"],
	["--model", "none", "t/mp.litmus"],
])("%s is an error", async (...words) => {
	const { code, output, errors } = await pairs(...words);
	expect({ code, output }).toEqual({ code: 2, output: "" });
	expect(errors).toContain("error");
});
