import { expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.ts";
import { BAD_INPUT } from "../../src/cli/exit-code.ts";
import { memoryFiles, memoryShell } from "./memory-shell.ts";

test("a fault of ringlit's own is told without its stack, and is no verdict", async () => {
	const shell = memoryShell({
		...memoryFiles({}),
		read() {
			throw new TypeError("of the test");
		},
	});
	expect(await runCommandLine(["merge", "a.json"], shell)).toBe(BAD_INPUT);
	expect(shell.errors()).toMatch(
		/^error: ringlit: ringlit itself failed \(TypeError: of the test\)\n {2}hint: .*\n$/,
	);
});

test.each(["check", "explain", "pairs", "diff"])("%s knows no model without a name", async (command) => {
	const shell = memoryShell(memoryFiles({ "a.litmus": "C a\n{ }\nP0(int *x) { *x = 1; }\n" }));
	const words = [command, "--model", "", "a.litmus", ...(command === "diff" ? ["a.litmus"] : [])];
	expect(await runCommandLine(words, shell)).toBe(BAD_INPUT);
	expect(`${shell.output()}${shell.errors()}`).toContain('there is no model or file ""');
});

test.each([
	["audit", "--print"],
	["audit", "--list"],
	["audit", "--checkpoint", "ring.cp"],
	["audit", "--resume", "ring.cp"],
	["audit", "--jobs", "2"],
	["diff", "--print", "--against", "v5.8"],
	["diff", "--with", "commit.h:19:2=once", "--against", "v5.8"],
	["explain", "--format", "json"],
	["scenario", "--producers", "3"],
	["questions", "--property", "order"],
])("ringbuf %s does not pass over %s", async (command, option, ...more) => {
	const shell = memoryShell(memoryFiles({}));
	expect(await runCommandLine(["ringbuf", command, option, ...more], shell)).toBe(BAD_INPUT);
	expect(shell.errors()).toMatch(
		new RegExp(
			`^error: ringlit ringbuf ${command} has no use for ${option}\n {2}hint: leave ${option} out\n`,
		),
	);
	expect(shell.output()).toBe("");
});

test("lsp is told that there is no such model before it speaks to anyone", async () => {
	const shell = memoryShell(memoryFiles({}));
	expect(await runCommandLine(["lsp", "--model", "nope"], shell)).toBe(BAD_INPUT);
	expect(shell.errors()).toContain('there is no model or file "nope"');
	expect(await runCommandLine(["lsp", "--conf", "nope.cfg"], memoryShell(memoryFiles({})))).toBe(BAD_INPUT);
});

test.each([
	["--checkpoint-every says nothing without --checkpoint", "--checkpoint-every", "9"],
	["--variant says nothing without a kernel tree's model", "--variant", "lkmmv2"],
	["--config and --no-config cannot be given together", "--config", "c.json", "--no-config"],
	["--config and --no-config cannot be given together", "--no-config", "--config", "c.json"],
])("check is told that %s", async (message, ...words) => {
	const shell = memoryShell(
		memoryFiles({ "a.litmus": "C a\n{ }\nP0(int *x) { *x = 1; }\n", "c.json": "{}" }),
	);
	expect(await runCommandLine(["check", "a.litmus", ...words], shell)).toBe(BAD_INPUT);
	expect(shell.errors()).toContain(`error: ${message}\n  hint: `);
});

test("ringbuf is told that --checkpoint-every says nothing without --checkpoint", async () => {
	const shell = memoryShell(memoryFiles({}));
	expect(await runCommandLine(["ringbuf", "--checkpoint-every", "9"], shell)).toBe(BAD_INPUT);
	expect(shell.errors()).toContain("--checkpoint-every says nothing without --checkpoint");
});
