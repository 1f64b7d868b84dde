import { expect, test } from "vitest";
import { type CheckCommandOptions, checkCommand } from "../../src/cli/check-command.ts";
import { showCommand } from "../../src/cli/show-command.ts";
import { memoryFiles, memoryShell, type RecordingShell, type Tree } from "./memory-shell.ts";
import { shippedTree } from "./shipped-tree.ts";

const DEFAULTS: CheckCommandOptions = {
	model: "sc",
	unroll: 4,
	format: "text",
	bail: false,
	symmetry: true,
	color: "never",
};

/** Store buffering, whose condition sequential consistency forbids. */
function storeBuffering(name: string, result?: string): string {
	return `C ${name}
${result === undefined ? "" : `(* Result: ${result} *)\n`}
{}

P0(int *x, int *y)
{
	WRITE_ONCE(*x, 1);
	int r0 = READ_ONCE(*y);
}

P1(int *x, int *y)
{
	WRITE_ONCE(*y, 1);
	int r0 = READ_ONCE(*x);
}

exists (0:r0=0 /\\ 1:r0=0)
`;
}

const TREE: Tree = {
	"t/bad.litmus": "C bad\n{}\nP0(int *x) {\n\tWRITE_ONCE(*x, 1;\n}\nexists (x=1)\n",
	"t/fails.litmus": storeBuffering("SB+fails", "Sometimes"),
	"t/holds.litmus": storeBuffering("SB+holds", "Never"),
	"t/open.litmus": storeBuffering("SB+open"),
	"u/a.litmus": storeBuffering("A", "Never"),
	"u/b.litmus": storeBuffering("B", "Never"),
	"u/c.litmus": storeBuffering("C", "Never"),
};

async function run(paths: string[], options: Partial<CheckCommandOptions> = {}, shell = shellOn(TREE)) {
	const code = await checkCommand(paths, { ...DEFAULTS, ...options }, shell);
	return { code, output: shell.output(), errors: shell.errors() };
}

function shellOn(tree: Tree, onWrite?: (text: string, shell: RecordingShell) => void): RecordingShell {
	return memoryShell(memoryFiles({ ...shippedTree, ...tree }), onWrite);
}

test("a folder's bad file does not stop the others", async () => {
	const { code, output } = await run(["t"]);
	expect(code).toBe(2);
	expect(output).toMatch(/^! t\/bad\.litmus$/m);
	expect(output).toMatch(/^ +t\/bad\.litmus:4:\d+: error: /m);
	expect(output).toMatch(/^✗ SB\+fails +Never +Sometimes +0 +3 +3 /m);
	expect(output).toMatch(/^ +look closer: ringlit explain --model sc t\/fails\.litmus$/m);
	expect(output).toMatch(/^✓ SB\+holds +Never +Never +0 +3 +3 /m);
	expect(output).toMatch(/^✓ SB\+open +Never +no Result: +0 +3 +3 /m);
	expect(output).toMatch(/^4 tests: 2 as expected, 1 failed, 1 error /m);
});

test("a failure shows the state of an execution", async () => {
	const { code, output } = await run(["t/fails.litmus"]);
	expect(code).toBe(1);
	expect(output).toMatch(/^ +the condition is not satisfied here: 0:r0=\d; 1:r0=\d$/m);
});

test("the JSON document is whole whatever the tests are", async () => {
	const { code, output } = await run(["t", "gone"], { format: "json" });
	expect(code).toBe(2);
	const { tests } = JSON.parse(output);
	expect(tests.map((each: { status: string }) => each.status)).toEqual([
		"error",
		"fail",
		"pass",
		"pass",
		"error",
	]);
	expect(tests[2]).toMatchObject({
		file: "t/holds.litmus",
		name: "SB+holds",
		quantifier: "exists",
		holds: false,
		observation: "Never",
		positive: 0,
		negative: 3,
		states: ["0:r0=0; 1:r0=1", "0:r0=1; 1:r0=0", "0:r0=1; 1:r0=1"],
		flags: [],
		expected: "Never",
		model: "sc",
	});
	expect(tests[4]).toMatchObject({
		file: "gone",
		name: null,
		message: "error: gone: no such file or folder",
	});
});

test("--filter looks at names, and leaving nothing is bad input", async () => {
	const { code, output } = await run(["t", "u"], { filter: "/^[AB]$/" });
	expect(code).toBe(0);
	expect(output).toContain("2 tests: 2 as expected");
	const none = await run(["u"], { filter: "SB" });
	expect(none.code).toBe(2);
	expect(none.errors).toContain('no test\'s name matches the filter "SB"');
	const json = await run(["u"], { filter: "SB", format: "json" });
	expect(JSON.parse(json.output)).toMatchObject({ tests: [], message: expect.stringContaining("filter") });
});

test("--no-symmetry explores each execution by itself, and finds the same", async () => {
	const thread = (index: number): string =>
		`P${index}(int *x)\n{\n\tint r = READ_ONCE(*x);\n\tWRITE_ONCE(*x, 1);\n}\n`;
	const tree = { "t/twins.litmus": `C twins\n{}\n${thread(0)}${thread(1)}exists (x=1)\n` };
	const found = async (symmetry: boolean) => {
		const { output } = await run(["t"], { symmetry, format: "json" }, shellOn(tree));
		const [{ seconds: _, explored, ...rest }] = JSON.parse(output).tests;
		return { explored, rest };
	};
	const [on, off] = [await found(true), await found(false)];
	expect(on.rest).toEqual(off.rest);
	expect(off.explored.executions).toBe(off.rest.positive);
	expect(on.explored.executions).toBeLessThan(off.explored.executions);
});

test("--bail stops at the first failure and counts what is left", async () => {
	const { code, output } = await run(["t/fails.litmus", "u"], { bail: true });
	expect(code).toBe(1);
	expect(output).toContain("1 test: 0 as expected, 1 failed, 3 not run");
});

test("an interrupt ends the run with what is known", async () => {
	const shell = shellOn(TREE, (text, self) => {
		if (text.includes("✓ B")) self.interrupt();
	});
	const { code, output } = await run(["u"], {}, shell);
	expect(code).toBe(3);
	expect(output).toContain("2 tests: 2 as expected, 1 not run");
});

test("an interrupt in the middle of a test makes it incomplete", async () => {
	// So many independent writes that the search takes longer than a slice.
	const threads = Array.from({ length: 8 }, (_, i) => `P${i}(int *x) { WRITE_ONCE(*x, ${i + 1}); }`);
	const text = `C long\n(* Result: Never *)\n{}\n${threads.join("\n")}\nexists (x=0)\n`;
	const shell = shellOn({ "long.litmus": text });
	shell.pause = async () => {
		pauses++;
		if (pauses === 2) shell.interrupt();
	};
	let pauses = 0;
	const { code, output } = await run(["long.litmus"], {}, shell);
	expect(code).toBe(3);
	expect(output).toMatch(/^\? long .*\n +incomplete: interrupted$/m);
	expect(output).toContain("1 test: 0 as expected, 1 incomplete");
});

test("a model that cannot be used ends the run before any test", async () => {
	for (const [model, message] of [
		["t", "t: is a folder, not a model"],
		["gone.cat", 'there is no model or file "gone.cat"'],
		["broken.cat", "broken.cat:1:"],
	]) {
		const shell = shellOn({ ...TREE, "broken.cat": "let let" });
		const { code, errors, output } = await run(["u"], { model, format: "json" }, shell);
		expect(code).toBe(2);
		expect(errors).toContain(message);
		expect(JSON.parse(output)).toMatchObject({ tests: [], message: expect.stringContaining(message) });
	}
});

test("a model may include one beside it, or a shipped one", async () => {
	const shell = shellOn({
		...TREE,
		"m/mine.cat": 'include "order.cat"\ninclude "sc.cat"\n',
		"m/order.cat": "acyclic po as program-order\n",
	});
	const { code, output, errors } = await run(["u"], { model: "m/mine.cat" }, shell);
	expect(errors).toBe("");
	expect(code).toBe(0);
	expect(output).toContain("3 tests: 3 as expected  (model m/mine.cat");
});

test("show prints a test, or what is wrong with it", () => {
	const options = { unroll: 1, paths: 8, color: "never" } as const;
	const shell = shellOn(TREE);
	expect(showCommand("t/holds.litmus", options, shell)).toBe(0);
	expect(shell.errors()).toBe("");
	expect(shell.output()).toMatch(/^ +8 +WRITE_ONCE\(\*x, 1\); +a W\[ONCE\] x$/m);
	expect(shell.output()).toContain("exists (0:r0=0 /\\ 1:r0=0)");

	const broken = shellOn(TREE);
	expect(showCommand("t/bad.litmus", options, broken)).toBe(2);
	expect(broken.output()).toBe("");
	expect(broken.errors()).toMatch(/^t\/bad\.litmus:4:\d+: error: /);
});
