import { expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.ts";
import type { Files } from "../../src/cli/files.ts";
import { fileUnwritable } from "../../src/source/messages.ts";
import { memoryFiles, memoryShell } from "./memory-shell.ts";
import { shippedTree } from "./shipped-tree.ts";

const access = (p: number, ...lines: string[]): string =>
	`P${p}(int *x, int *y)\n{\n${lines.map((line) => `\t${line}\n`).join("")}}\n`;

const TREE = {
	...shippedTree,
	"MP.litmus": `C MP\n\n{ }\n\n${access(0, "WRITE_ONCE(*x, 1);", "WRITE_ONCE(*y, 1);")}\n${access(
		1,
		"int r0 = READ_ONCE(*y);",
		"int r1 = READ_ONCE(*x);",
	)}\nexists (1:r0=1 /\\ 1:r1=0)\n`,
	"MP+rel+acq.litmus": `C MP+rel+acq\n\n{ }\n\n${access(
		0,
		"WRITE_ONCE(*x, 1);",
		"smp_store_release(y, 1);",
	)}\n${access(1, "int r0 = smp_load_acquire(y);", "int r1 = READ_ONCE(*x);")}\nexists (1:r0=1 /\\ 1:r1=0)\n`,
	"race.litmus": `C race\n\n{ }\n\n${access(0, "*x = 1;")}\n${access(1, "int r0 = *x;")}\nexists (1:r0=1)\n`,
	"asserted.litmus": `C asserted\n\n{ }\n\n${access(0, "WRITE_ONCE(*x, 1);")}\n${access(
		1,
		"int r0 = READ_ONCE(*x);",
		"assert(r0 == 0);",
	)}\nforbidden "seen" (1:r0=1)\n`,
	// Unlike threads that all write one variable: far more coherence orders than can be explored.
	"long.litmus": `C long\n{ }\n${Array.from({ length: 14 }, (_, i) => access(i, `WRITE_ONCE(*x, ${i + 1});`)).join("\n")}\nexists (x=0 /\\ y=0)\n`,
	"bad.litmus": "C bad\n{ }\nP0(int *x) { frob(x); }\n",
};

/** Runs `ringlit explain` with these words; what it writes to files is kept. */
async function explain(...words: readonly string[]) {
	const written = new Map<string, string>();
	const files: Files = {
		...memoryFiles(TREE),
		write(path, text) {
			if (path.startsWith("/full/")) return fileUnwritable(path, "ENOSPC");
			written.set(path, text);
			return undefined;
		},
	};
	const shell = memoryShell(files);
	const code = await runCommandLine(["explain", ...words], shell);
	return { code, output: shell.output(), errors: shell.errors(), written };
}

test("an outcome that is allowed is told step by step", async () => {
	const { code, output, errors } = await explain("MP.litmus");
	expect([code, errors]).toEqual([0, ""]);
	expect(output).toContain("lkmm allows 1:r0=1 /\\ 1:r1=0");
	expect(output).toContain("late: takes effect after step 1");
	expect(output).toMatch(/ringlit explain MP\.litmus --replay \w{6}-4-\d+\n$/);
});

test("an outcome that is forbidden is told with the cycle", async () => {
	const { code, output } = await explain("MP+rel+acq.litmus");
	expect(code).toBe(0);
	expect(output).toContain("lkmm forbids 1:r0=1 /\\ 1:r1=0");
	for (const relation of ["acq-po", "po-rel", "fre", "rfe"]) expect(output).toContain(`(${relation})`);
	expect(output).not.toContain("--replay");
});

test("another outcome can be asked for, as a condition or as a state is printed", async () => {
	for (const state of ["1:r0=0 /\\ 1:r1=1", "1:r0=0; 1:r1=1;", "1:r0 == 0 && 1:r1 == 1"]) {
		const { code, output } = await explain("MP+rel+acq.litmus", "--state", state);
		expect(code).toBe(0);
		expect(output).toContain("Final state: 1:r0=0; 1:r1=1");
	}
	const { output } = await explain("MP.litmus", "--state", "1:r0=7");
	expect(output).toContain("No read can return what this asks for");
});

test("what is wrong with the state is told as such", async () => {
	const { code, output, errors } = await explain("MP.litmus", "--state", "1:r0=(1");
	expect([code, output]).toEqual([2, ""]);
	expect(errors).toMatch(/^<--state>:1:\d+: error: expected .*\n.*1 \| 1:r0=\(1\n.*\^/);
	for (const state of ["", " ; ", "1:r0="]) {
		const cut = await explain("MP.litmus", "--state", state);
		expect(cut.errors).toMatch(/^<--state>:1:\d+: error: expected .*, not the end of the file\n/);
		expect(cut.errors).not.toContain(")");
	}
	expect((await explain("MP.litmus", "--state", "7:r0=1")).errors).toMatch(/^<--state>:1:1: error/);
});

test("a data race is told with both accesses", async () => {
	const { code, output } = await explain("race.litmus", "--property", "data-race");
	expect(code).toBe(0);
	expect(output).toMatch(/P0's plain store to x \(line 7\)/);
	expect((await explain("race.litmus")).output).toContain("--property data-race shows it");
	expect((await explain("MP.litmus", "--property", "data-race")).output).toContain("no data race");
});

test("a named property is told, the first if none is named", async () => {
	const named = await explain("asserted.litmus", "--property", "seen");
	expect(named.code).toBe(0);
	expect(named.output).toContain("seen happens");
	const first = await explain("asserted.litmus");
	expect(first.output).toMatch(/^Violation: assert.* happens$/m);
});

test("a replay string brings back the same text", async () => {
	const first = await explain("MP.litmus");
	const [, replay = ""] = /--replay (\S+)/.exec(first.output) ?? [];
	expect(await explain("MP.litmus", "--replay", replay)).toEqual(first);
	for (const bad of ["nonsense", `a${replay.slice(1)}`, `${replay}9`]) {
		const { code, output, errors } = await explain("MP.litmus", "--replay", bad);
		expect([code, output]).toEqual([2, ""]);
		expect(errors).toMatch(/error: [\s\S]*hint: /);
	}
});

test("other forms go to standard output, or whole to a file", async () => {
	const mail = await explain("MP.litmus", "--mail");
	expect(mail.output.split("\n").every((line) => line.length <= 74)).toBe(true);
	expect((await explain("--mail", "MP.litmus")).output).toBe(mail.output);
	expect(JSON.parse((await explain("MP.litmus", "--json")).output)).toMatchObject({ kind: "allowed" });
	expect((await explain("MP.litmus", "--dot", "-")).output).toMatch(/^digraph/m);
	const { code, output, written } = await explain("MP.litmus", "--svg", "mp.svg", "--html", "mp.html");
	expect([code, output]).toEqual([0, ""]);
	expect(written.get("mp.svg")).toContain("<svg");
	expect(written.get("mp.html")).toMatch(/^<!doctype html>/i);
});

test("a file that cannot be written is told", async () => {
	const { code, output, errors } = await explain("MP.litmus", "--html", "/full/mp.html");
	expect([code, output]).toEqual([2, ""]);
	expect(errors).toContain("/full/mp.html: cannot be written (ENOSPC)");
});

test.each([
	["a test in error", ["bad.litmus"]],
	["a missing test", ["none.litmus"]],
	["no test", []],
	["an unknown property", ["MP.litmus", "--property", "nothing"]],
	["two forms on standard output", ["MP.litmus", "--html", "--svg"]],
	["two forms on standard output, one by its name", ["MP.litmus", "--dot", "-", "--json"]],
	["a state and a property", ["asserted.litmus", "--state", "x=1", "--property", "seen"]],
	["several models", ["MP.litmus", "--model", "lkmm,sc"]],
])("%s is bad input", async (_, words) => {
	const { code, output, errors } = await explain(...words);
	expect([code, output]).toEqual([2, ""]);
	expect(errors).toContain("error: ");
});

test("a search without time is not known, and says so", async () => {
	const { code, output, errors } = await explain("long.litmus", "--timeout", "0.001");
	expect([code, output]).toEqual([3, ""]);
	expect(errors).toContain("not known whether x=0 /\\ y=0 can happen");
});
