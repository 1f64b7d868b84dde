import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type CheckCommandOptions, checkCommand } from "../../src/cli/check-command.ts";
import { memoryFiles, memoryShell } from "./memory-shell.ts";
import { shippedTree } from "./shipped-tree.ts";

const folder = new URL("../kernel-style/lkmmv2/", import.meta.url);

const TREE = {
	...Object.fromEntries(
		readdirSync(folder).map((name) => [`tree/${name}`, readFileSync(new URL(name, folder), "utf8")]),
	),
	"t/SB.litmus": `C SB
(* Result: Sometimes *)
{}
P0(int *x, int *y) { WRITE_ONCE(*x, 1); int r0 = READ_ONCE(*y); }
P1(int *x, int *y) { WRITE_ONCE(*y, 1); int r0 = READ_ONCE(*x); }
exists (0:r0=0 /\\ 1:r0=0)
`,
	"more/gone.cfg": "model linux-kernel.cat\nbell nowhere.bell\n",
};

async function run(options: Partial<CheckCommandOptions>, tree: Readonly<Record<string, string>> = TREE) {
	const shell = memoryShell(memoryFiles({ ...shippedTree, ...tree }));
	const defaults = { unroll: 4, format: "text", bail: false, symmetry: true, color: "never" } as const;
	const code = await checkCommand(["t"], { ...defaults, ...options }, shell);
	return { code, output: shell.output(), errors: shell.errors() };
}

test("a configuration names all files of a tree's model", async () => {
	const { code, output, errors } = await run({ conf: "tree/linux-kernel.cfg" });
	expect({ code, errors }).toEqual({ code: 0, errors: "" });
	expect(output).toMatch(/^✓ SB +Sometimes +Sometimes +1 +3 +4 /m);
	expect(output).toContain("model tree/linux-kernel.cfg");
});

test("options name them one by one", async () => {
	const { code } = await run({
		cat: "tree/linux-kernel.cat",
		bell: "tree/linux-kernel.bell",
		macros: "tree/linux-kernel.def",
		variant: "lkmmv2",
	});
	expect(code).toBe(0);
	const old = await run({ cat: "tree/linux-kernel.cat", bell: "tree/linux-kernel.bell" });
	expect(old.output).toContain("needs-lkmmv2");
});

test("a tree's model stands beside those of --model", async () => {
	const { code, output } = await run({ conf: "tree/linux-kernel.cfg", model: "lkmm,sc" });
	expect(code).toBe(0);
	expect(output).toMatch(/^✓ SB +Sometimes +Sometimes +Never$/m);
});

test("an edited file takes effect", async () => {
	const name = "tree/linux-kernel.cat";
	const edited = { ...TREE, [name]: `${TREE[name as keyof typeof TREE]}\nacyclic po | rf | co | fr as sc\n` };
	const { code, output } = await run({ conf: "tree/linux-kernel.cfg" }, edited);
	expect(code).toBe(1);
	expect(output).toContain("expected Sometimes, observed Never");
});

test.each([
	["a file that is not there", { conf: "more/gone.cfg", I: ["tree"] }, "nowhere.bell"],
	["a configuration that is not there", { conf: "none.cfg" }, "none.cfg"],
	["a variant that is not known", { conf: "tree/linux-kernel.cfg", variant: "lkmmv9" }, "lkmmv9"],
	["a call that the macros do not define", { macros: "tree/linux-kernel.cfg" }, "linux-kernel.cfg"],
])("%s is an error", async (_, options, named) => {
	const { code, errors } = await run(options);
	expect(code).toBe(2);
	expect(errors).toContain(named);
});
