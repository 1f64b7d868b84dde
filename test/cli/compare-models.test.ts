import { expect, test } from "vitest";
import { type CheckCommandOptions, checkCommand } from "../../src/cli/check-command.ts";
import { memoryFiles, memoryShell, type Tree } from "./memory-shell.ts";
import { shippedTree } from "./shipped-tree.ts";

/** Store buffering with the given order, and what it promises. */
function storeBuffering(name: string, between: string, result: string): string {
	const thread = (n: number, to: string, from: string) =>
		`P${n}(int *x, int *y)\n{\n\tint r0;\n\tWRITE_ONCE(*${to}, 1);${between}\n\tr0 = READ_ONCE(*${from});\n}\n`;
	const body = `${thread(0, "x", "y")}\n${thread(1, "y", "x")}`;
	return `C ${name}\n(* Result: ${result} *)\n{}\n\n${body}\nexists (0:r0=0 /\\ 1:r0=0)\n`;
}

const TREE: Tree = {
	"t/SB.litmus": storeBuffering("SB", "", "Sometimes"),
	"t/SB+mbs.litmus": storeBuffering("SB+mbs", " smp_mb();", "Never"),
	"bad.litmus": "C bad\n{}\nP0(int *x) {\n\tWRITE_ONCE(*x, 1;\n}\nexists (x=1)\n",
	"mine.cat": "acyclic po-loc | com as coherence\n",
	"a,b.cat": "acyclic po | com as sc\n",
};

async function run(paths: string[], model: string, options: Partial<CheckCommandOptions> = {}) {
	const shell = memoryShell(memoryFiles({ ...shippedTree, ...TREE }));
	const defaults = { unroll: 4, format: "text", bail: false, symmetry: true, color: "never" } as const;
	const code = await checkCommand(paths, { ...defaults, model, ...options }, shell);
	return { code, output: shell.output(), errors: shell.errors() };
}

test("a column a model, then where they differ", async () => {
	const { code, output } = await run(["t"], "lkmm,sc, mine.cat");
	expect(code).toBe(0);
	expect(output.split("\n")).toEqual([
		"  test         lkmm        sc          mine",
		"✓ SB+mbs       Never       Never       Sometimes",
		"✓ SB           Sometimes   Never       Sometimes",
		"",
		"1 test: lkmm allows what sc never shows",
		"1 test: mine allows what lkmm never shows",
		"2 tests: mine allows what sc never shows",
		"",
		"2 tests: 2 as expected  (model lkmm beside sc, mine.cat, 0 ms)",
		"",
	]);
});

test("the first model is held to the Result: comment, no other", async () => {
	expect((await run(["t/SB.litmus"], "armv8,sc")).code).toBe(0);
	const { code, output } = await run(["t/SB.litmus"], "sc,armv8");
	expect(code).toBe(1);
	expect(output).toMatch(/^✗ SB +Never +Sometimes$/m);
	expect(output).toContain("expected Sometimes, observed Never");
	expect(output).toContain("1 test: 0 as expected, 1 failed  (model sc beside armv8");
});

test("x86 is another name of tso", async () => {
	const { code, output } = await run(["t/SB.litmus"], "x86,tso");
	expect(code).toBe(0);
	expect(output).toMatch(/^✓ SB +Sometimes +Sometimes$/m);
	expect(output).toContain("all 1 test: x86, tso agree");
});

test("JSON has an entry a test and model, and the differences", async () => {
	const { code, output } = await run(["t", "bad.litmus"], "lkmm,sc", { format: "json" });
	expect(code).toBe(2);
	const { tests, comparison } = JSON.parse(output);
	type Entry = Readonly<Record<"name" | "model" | "observation" | "expected" | "status", string | null>>;
	const brief = tests.map(({ name, model, observation, expected, status }: Entry) => [
		name,
		model,
		observation,
		expected,
		status,
	]);
	expect(brief).toEqual([
		["SB+mbs", "lkmm", "Never", "Never", "pass"],
		["SB+mbs", "sc", "Never", null, "pass"],
		["SB", "lkmm", "Sometimes", "Sometimes", "pass"],
		["SB", "sc", "Never", null, "pass"],
		[null, "lkmm", null, null, "error"],
		[null, "sc", null, null, "error"],
	]);
	expect(comparison).toEqual({
		models: ["lkmm", "sc"],
		compared: 2,
		agreed: 1,
		differences: [{ kind: "shows", model: "lkmm", other: "sc", tests: ["SB"] }],
	});
});

test("every name that is no model is told, and what there is; none may come twice", async () => {
	const { code, errors } = await run(["t"], "lkmm,tsoo,armv7,tso,tso");
	expect(code).toBe(2);
	expect(errors).toContain('there is no model or file "tsoo"');
	expect(errors).toContain('there is no model or file "armv7"');
	expect(errors).toContain("the shipped models are lkmm, sc, tso, armv8");
	expect(errors).toContain('the model "tso" is named twice');
});

test("a file with a comma in its path is one model", async () => {
	const { code, output } = await run(["t/SB+mbs.litmus"], "a,b.cat");
	expect(code).toBe(0);
	expect(output).toContain("(model a,b.cat, ");
	expect(output).toMatch(/positive +negative/);
});

test("an incomplete column keeps the run from being a pass", async () => {
	const looping =
		"C looping\n{}\nP0(int *x)\n{\n\twhile (READ_ONCE(*x) < 9) WRITE_ONCE(*x, READ_ONCE(*x) + 1);\n}\nexists (x=1)\n";
	const shell = memoryShell(memoryFiles({ ...shippedTree, "looping.litmus": looping }));
	const options = {
		model: "sc,tso",
		unroll: 2,
		format: "text",
		bail: false,
		symmetry: true,
		color: "never",
	} as const;
	expect(await checkCommand(["looping.litmus"], options, shell)).toBe(3);
	expect(shell.output()).toMatch(/^\? looping +Never\? +Never\?$/m);
	expect(shell.output()).toContain("? incomplete");
});
