import { expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.ts";
import { checkNamedTest } from "../../src/cli/herd7/check-named-test.ts";
import { loadNamedModel } from "../../src/cli/load-named-model.ts";
import { parseSettings } from "../../src/cli/parse-settings.ts";
import { memoryFiles, memoryShell } from "./memory-shell.ts";
import { shippedTree } from "./shipped-tree.ts";

const TREE = {
	...shippedTree,
	"t/mp.litmus": [
		"C MP",
		"(* Result: Never *)",
		"#parameter value = 1 in 1..3",
		'#include "lib/body.h"',
		"exists (1:r0=value /\\ 1:r1=0)",
	].join("\n"),
	"t/lib/body.h": [
		"#pragma once",
		"#include <linux/kernel.h>",
		"#include <ring/fence.h>",
		"{ }",
		"#define PUBLISH(p) do { ORDER; WRITE_ONCE(*p, value); } while (0)",
		"P0(int *x, int *y) { WRITE_ONCE(*x, 1); PUBLISH(y); }",
		"P1(int *x, int *y) {",
		"	int r0 = smp_load_acquire(y);",
		"	int r1 = READ_ONCE(*x);",
		"}",
	].join("\n"),
	"/include/ring/fence.h": "#define ORDER smp_wmb()\n",
	"t/bad.litmus": '#include "lib/bad.h"\nC bad\n{ }\nP0(int *x) { BAD; }\n',
	"t/lib/bad.h": "#define BAD \\\n\tfrob(x)\n",
	"more/order.h": "#define ORDER smp_mb()\n",
	"u/elsewhere.litmus": '#include "order.h"\nC E\n{ }\nP0(int *x) { ORDER; *x = 1; }\n',
};

async function ringlit(...words: string[]) {
	const shell = memoryShell(memoryFiles(TREE));
	const code = await runCommandLine(words, shell);
	return { code, output: shell.output(), errors: shell.errors() };
}

test("a test of several files is checked, its parameters being as declared", async () => {
	const { code, output } = await ringlit("check", "--color", "never", "t/mp.litmus");
	expect(output).toMatch(/^✓ MP {2,}Never/m);
	expect(code).toBe(0);
});

test("values that were given head the verdict", async () => {
	const { code, output } = await ringlit("check", "--color", "never", "--set", "value=0x3", "t/mp.litmus");
	expect(output).toMatch(/^✓ MP\[value=3\] +Never/m);
	expect(code).toBe(0);
	const compared = await ringlit(
		"check",
		"--color",
		"never",
		"--model",
		"lkmm,sc",
		"--set",
		"value=2",
		"t/mp.litmus",
	);
	expect(compared.output).toMatch(/^✓ MP\[value=2\] +Never/m);
	const json = await ringlit("check", "--format", "json", "--set", "value=2", "t/mp.litmus");
	expect(JSON.parse(json.output).tests[0]).toMatchObject({ name: "MP", parameters: { value: 2 } });
});

test("a test that fails is shown with the same values", async () => {
	const { output, code } = await ringlit("check", "--color", "never", "--set", "value=9", "t/mp.litmus");
	expect(output).toContain("t/mp.litmus:3:25: error: `--set value=9`: `value` is declared in 1..3");
	expect(code).toBe(2);
});

test("show tells each event's line in the file that it was written in", async () => {
	const { output, code } = await ringlit("show", "--color", "never", "--set", "value=2", "t/mp.litmus");
	expect(code).toBe(0);
	expect(output).toMatch(/^MP\[value=2\] {2}t\/mp\.litmus$/m);
	expect(output).toMatch(/^ +body\.h:6 {2}P0\(int \*x, int \*y\).* W\[ONCE\] x$/m);
	expect(output).toMatch(/^ +body\.h:9 {2}int r1 = READ_ONCE\(\*x\); +\w R\[ONCE\] x$/m);
	expect(output).toContain("exists (1:r0=2 /\\ 1:r1=0)");
});

test("errors are told where they were written", async () => {
	const { output } = await ringlit("check", "--color", "never", "t/bad.litmus");
	expect(output).toContain("t/bad.litmus:4:14: error: there is no primitive `frob`");
	expect(output).toContain("note: `BAD` is defined in t/lib/bad.h, line 1");
});

test("-I names folders for included files", async () => {
	expect((await ringlit("check", "--color", "never", "u/elsewhere.litmus")).output).toContain(
		"cannot be read",
	);
	expect((await ringlit("check", "--color", "never", "-I", "more", "u/elsewhere.litmus")).code).toBe(0);
});

test.each([
	"",
	"value",
	"value=",
	"value=x",
	"=1",
	"1=1",
	"value=1;",
	"value=01",
	"value=1,value=2",
])("--set %j is refused", async (text) => {
	const { code, errors } = await ringlit("check", "--set", text, "t/mp.litmus");
	expect(code).toBe(2);
	expect(errors).toContain("--set");
});

test("--set can be given several times, with several values each", () => {
	const first = parseSettings(" a = 1 ,b=-2");
	const both = first.ok ? parseSettings("c=0xff", first.value) : first;
	expect(both.ok && [...both.value]).toEqual([
		["a", 1n],
		["b", -2n],
		["c", 255n],
	]);
});

test("the stand-in for herd7 reads such tests, too", async () => {
	const shell = memoryShell(memoryFiles(TREE));
	const model = await loadNamedModel("lkmm", shell);
	if (!model.ok) throw new Error("no model");
	const check = (path: string) =>
		checkNamedTest(
			path,
			{ model: model.value, dialect: {} },
			{ unroll: 4 },
			{ ...shell, readInput: async () => "" },
		);
	expect(check("t/mp.litmus").verdict).toMatch(/^Observation MP Never 0 3$/m);
	const { errors } = check("t/bad.litmus");
	expect(errors.join("\n")).toContain("t/bad.litmus");
	const place = checkNamedTest(
		"t/syntax.litmus",
		{ model: model.value, dialect: {} },
		{ unroll: 4 },
		{
			...memoryShell(
				memoryFiles({
					"t/syntax.litmus": 'C s\n{ }\n#include "s.h"\n',
					"t/s.h": "\nP0(int *x) { *x = ; }\n",
				}),
			),
			readInput: async () => "",
		},
	);
	expect(place.errors[0]).toMatch(/^File "t\/s\.h", line 2, characters 18-19: unexpected '?;/);
});
