import { expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.ts";
import { memoryFiles, memoryShell } from "./memory-shell.ts";
import { shippedTree } from "./shipped-tree.ts";

const TREE = {
	...shippedTree,
	"t/slots.litmus": [
		"C slots",
		"#parameter slots = 2 in 1..4",
		"{ int a[slots]; }",
		"P0(int *a) { for (int i = 0; i < slots; i++) WRITE_ONCE(a[i], i + 1); }",
	].join("\n"),
	"t/waits.litmus": "C waits\n{ }\nP0(int *x)\n{\n\twhile (!READ_ONCE(*x)) ;\n}\n",
	"t/bad.litmus": "C bad\n{ }\nP0(int *x) { frob(x); }\n",
};

async function lower(...words: string[]) {
	const shell = memoryShell(memoryFiles(TREE));
	const code = await runCommandLine(["lower", ...words], shell);
	return { code, output: shell.output(), errors: shell.errors() };
}

test("a plain test is printed, for the parameters that are given", async () => {
	const { code, output, errors } = await lower("--set", "slots=3", "t/slots.litmus");
	expect({ code, errors }).toEqual({ code: 0, errors: "" });
	expect(output).toContain("WRITE_ONCE(*a_2, 3);");
	expect((await lower("t/slots.litmus")).output).not.toContain("a_2");
});

test("where there is none, the place and the reason are told", async () => {
	const { code, output, errors } = await lower("t/waits.litmus");
	expect({ code, output }).toEqual({ code: 2, output: "" });
	expect(errors).toContain(
		"t/waits.litmus:5:10: error: how often this loop goes round depends on what is read",
	);
	expect(errors).toMatch(/\^{5}[\s\S]*hint: /);
});

test.each(["t/bad.litmus", "t/missing.litmus"])("%s is an error", async (path) => {
	const { code, output, errors } = await lower(path);
	expect({ code, output }).toEqual({ code: 2, output: "" });
	expect(errors).toContain("error");
});
