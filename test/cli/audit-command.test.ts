import { expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.ts";
import { memoryFiles, memoryShell } from "./memory-shell.ts";
import { shippedTree } from "./shipped-tree.ts";

const MP = `C mp

(*
 * Result: Never
 *)

{ }

P0(int *x, int *y)
{
	WRITE_ONCE(*x, 1);
	smp_mb();
	WRITE_ONCE(*y, 1);
}

P1(int *x, int *y)
{
	int r0;
	int r1;

	r0 = READ_ONCE(*y);
	smp_rmb();
	r1 = READ_ONCE(*x);
}

exists (1:r0=1 /\\ 1:r1=0)
`;

const TREE = {
	...shippedTree,
	"t/mp.litmus": MP,
	"t/broken.litmus": MP.replace("\tsmp_rmb();\n", "").replace("Never", "Sometimes"),
	"t/long.litmus":
		"C long\n{ }\nP0(int *x) { int r; for (int i = 0; i < 9; i++) if (smp_load_acquire(x)) break; }\nP1(int *x) { WRITE_ONCE(*x, 1); }\nexists (x=2)\n",
	"t/bad.litmus": "C bad\n{ }\nP0(int *x) { frob(x); }\n",
	"t/macro.litmus":
		"C macro\n#define FULL() smp_mb()\n{ }\nP0(int *x, int *y) { int r0; WRITE_ONCE(*x, 1); FULL(); r0 = READ_ONCE(*y); }\nP1(int *x, int *y) { int r0; WRITE_ONCE(*y, 1); smp_mb(); r0 = READ_ONCE(*x); }\nexists (0:r0=0 /\\ 1:r0=0)\n",
};

async function run(...words: string[]) {
	const written = new Map<string, string>();
	const files = memoryFiles(TREE);
	const shell = memoryShell({
		...files,
		write(path, text) {
			written.set(path, text);
			return undefined;
		},
	});
	const code = await runCommandLine(words, shell);
	return { code, output: shell.output(), errors: shell.errors(), written };
}

test("the orderings of a test are told in the order of its lines", async () => {
	const { code, output, errors } = await run("audit", "t/mp.litmus");
	expect({ code, errors }).toEqual({ code: 0, errors: "" });
	const rows = output.split("\n").filter((line) => /needed/.test(line) && !/How it/.test(line));
	expect(rows.map((line) => line.trim().replace(/\s{2,}/g, " | "))).toEqual([
		"11 | WRITE_ONCE(*x, 1) | a plain access | 0 ms | needed: a data race",
		"12 | smp_mb() | smp_wmb | 0 ms | not needed",
		"smp_rmb | 0 ms | needed: the condition",
		"nothing | needed: even smp_rmb is not enough",
		"13 | WRITE_ONCE(*y, 1) | a plain access | 0 ms | needed: the condition, a data race",
		"21 | READ_ONCE(*y) | a plain access | 0 ms | needed: a data race",
		"22 | smp_rmb() | nothing | 0 ms | needed: the condition",
		"23 | READ_ONCE(*x) | a plain access | 0 ms | needed: a data race",
	]);
	expect(output).toContain("12  smp_mb()  ->  smp_wmb\n");
	expect(output).toContain("ringlit explain --with 22:2=none t/mp.litmus\n");
});

test("the weakest form of a test is written", async () => {
	const { code, written } = await run("audit", "t/mp.litmus", "--fix", "t/weak.litmus");
	expect(code).toBe(0);
	expect([...written]).toEqual([["t/weak.litmus", MP.replace("smp_mb", "smp_wmb")]]);
});

test("a broken test is written repaired, with its result", async () => {
	const { code, output, written } = await run("audit", "t/broken.litmus", "--fix", "t/right.litmus");
	expect(code).toBe(0);
	expect(output).toContain("(1:r0=1 /\\ 1:r1=0) happens as it is");
	expect([...written.values()]).toEqual([
		MP.replace("\tsmp_rmb();\n", "").replace("READ_ONCE(*y)", "smp_load_acquire(y)"),
	]);
});

test.each([
	["forall (1:r0=0 \\/ 1:r1=1)", "Sometimes", "Always"],
	["~exists (1:r0=1 /\\ 1:r1=0)", "Sometimes", "Never"],
	["exists (1:r0=1 /\\ 1:r1=0)", "Maybe", "Maybe"],
])("%s that was promised %s is %s once it is repaired", async (condition, before, after) => {
	const text = MP.replace("\tsmp_rmb();\n", "")
		.replace(/^exists .*$/m, condition)
		.replace("Never", before);
	const files = memoryFiles({ ...TREE, "t/mine.litmus": text });
	const written: string[] = [];
	const shell = memoryShell({
		...files,
		write(_path, repaired) {
			written.push(repaired);
			return undefined;
		},
	});
	const code = await runCommandLine(["audit", "t/mine.litmus", "--fix", "t/right.litmus"], shell);
	expect(code).toBe(0);
	expect(written).toEqual([expect.stringContaining(` * Result: ${after}\n`)]);
});

test("as JSON it is one document", async () => {
	const { code, output } = await run("audit", "--format", "json", "t/mp.litmus");
	const { name, model, complete, orderings, together, clashes } = JSON.parse(output);
	expect({ code, name, model, complete, clashes }).toEqual({
		code: 0,
		name: "mp",
		model: "lkmm",
		complete: true,
		clashes: [],
	});
	expect(orderings[1]).toMatchObject({
		kind: "fence",
		text: "smp_mb()",
		places: [{ file: "t/mp.litmus", line: 12, column: 2 }],
		steps: [
			{ to: "wmb", verdict: "not needed" },
			{
				to: "rmb",
				verdict: "needed",
				happens: [{ outcome: "(1:r0=1 /\\ 1:r1=0)", explain: "ringlit explain --with 12:2=rmb t/mp.litmus" }],
			},
			{ to: "none", verdict: "needed", from: "rmb" },
		],
	});
	expect(together[0].steps[0].change).toBe("12:2=wmb");
});

test("a change is explained", async () => {
	const { code, output } = await run("explain", "--with", "22:2=none", "t/mp.litmus");
	expect(code).toBe(0);
	expect(output).toContain("--with 22:2=none");
	expect(output).not.toContain("smp_rmb");
	const line = await run("explain", "--with", "22=none", "t/mp.litmus");
	expect(line.code).toBe(0);
});

test("a replay string of a changed test is not one of the test", async () => {
	const { output } = await run("explain", "--with", "22:2=none", "t/mp.litmus");
	const [, replay] = /--replay (\S+)/.exec(output) ?? [];
	expect((await run("explain", "--with", "22:2=none", "--replay", replay, "t/mp.litmus")).code).toBe(0);
	expect((await run("explain", "--replay", replay, "t/mp.litmus")).code).toBe(2);
});

test("a search that does not end is incomplete", async () => {
	const { code, output } = await run("audit", "--unroll", "1", "t/long.litmus");
	expect(code).toBe(3);
	expect(output).toContain("open: incomplete: a loop runs past its bound");
	expect(output).not.toContain("not needed");
});

test.each([
	["there is no ordering", "explain", "--with", "3:1=once", "t/mp.litmus"],
	["The nearest one is at 13:2", "explain", "--with", "15:1=once", "t/mp.litmus"],
	["It can be wmb, rmb, none", "explain", "--with", "12:2=acquire", "t/mp.litmus"],
	["changes nothing", "explain", "--with", "smp_mb", "t/mp.litmus"],
	["comes from a macro", "explain", "--with", "5:64=none", "t/macro.litmus"],
	["error", "audit", "t/bad.litmus"],
	["error", "audit", "t/missing.litmus"],
	["error", "audit", "--model", "none", "t/mp.litmus"],
])("%s: %s %s %s", async (message, ...words) => {
	const { code, output, errors } = await run(...words);
	expect({ code, output }).toEqual({ code: 2, output: "" });
	expect(errors).toContain(message);
});

test("nothing is written where nothing can be weaker", async () => {
	const { code, errors, written } = await run("audit", "t/macro.litmus", "--fix", "t/weak.litmus");
	expect(code).toBe(2);
	expect(errors).toContain("no ordering of this test can be weaker");
	expect(written.size).toBe(0);
});
