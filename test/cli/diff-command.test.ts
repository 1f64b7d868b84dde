import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.ts";
import type { Files } from "../../src/cli/files.ts";
import { findModelsFolder } from "../../src/cli/models-folder.ts";
import { nodeFiles } from "../../src/cli/node-files.ts";
import { memoryFiles, memoryShell } from "./memory-shell.ts";
import { scratchFolder } from "./scratch-folder.ts";
import { shippedTree } from "./shipped-tree.ts";

const mp = (first: string, second: string, more = "", last = "exists (1:r0=1 /\\ 1:r1=0)"): string =>
	`C MP\n{}\nP0(int *x, int *y)\n{\n\tWRITE_ONCE(*x, 1);\n\t${first}\n}\n\nP1(int *x, int *y)\n{\n\t${second}\n\tint r1 = READ_ONCE(*x);\n${more}}\n${last}\n`;
const WEAK = mp("WRITE_ONCE(*y, 1);", "int r0 = READ_ONCE(*y);");
const STRONG = mp("smp_store_release(y, 1);", "int r0 = smp_load_acquire(y);");
const RACY = mp("*y = 1;", "int r0 = *y;");
const LONG = `C long\n{}\n${Array.from({ length: 14 }, (_, i) => `P${i}(int *x) { WRITE_ONCE(*x, ${i + 1}); }`).join("\n")}\nexists (x=0)\n`;

const TREE = {
	...shippedTree,
	"weak.litmus": WEAK,
	"strong.litmus": STRONG,
	"racy.litmus": RACY,
	"named.litmus": mp("WRITE_ONCE(*y, 1);", "int r0 = READ_ONCE(*y);", "\tassert(r1 == 1);\n", ""),
	"held.litmus": mp("WRITE_ONCE(*y, 1);", "int r0 = READ_ONCE(*y);", "\tassert(r1 <= 1);\n", ""),
	"other.litmus": "C other\n{}\nP0(int *z) { WRITE_ONCE(*z, 1); }\nexists (z=1)\n",
	"long.litmus": LONG,
	"bad.litmus": "C bad\n{}\nP0(int *x) { frob(x); }\n",
	"old/a.litmus": WEAK,
	"old/deep/b.litmus": STRONG,
	"old/gone.litmus": WEAK,
	"new/a.litmus": STRONG,
	"new/deep/b.litmus": STRONG,
	"new/fresh.litmus": WEAK,
};

async function run(words: readonly string[], files: Files = memoryFiles(TREE), modelsFolder = "/shipped") {
	const shell = { ...memoryShell(files), modelsFolder, now: () => performance.now() };
	const code = await runCommandLine(words, shell);
	return { code, output: shell.output(), errors: shell.errors() };
}

interface Change {
	readonly sort: string;
	readonly name: string;
	readonly side: string;
	readonly witness: { readonly command: string; readonly state?: string };
}

async function changesOf(...words: string[]): Promise<Change[]> {
	const { output } = await run(["diff", "--format", "json", ...words]);
	return JSON.parse(output).differences.flatMap(({ changes }: { changes: Change[] }) => changes);
}

/** The words of a command as a shell reads them. */
const wordsIn = (command: string): string[] =>
	(command.match(/(?:'[^']*'|[^\s'])+/g) ?? []).map((word) => word.replaceAll("'", ""));

test("a test is as it is", async () => {
	const { code, output, errors } = await run(["diff", "weak.litmus", "weak.litmus"]);
	expect([code, errors]).toEqual([0, ""]);
	expect(output).toBe("= lkmm  weak.litmus -> weak.litmus\n\n1 pair: 1 the same\n");
});

test("a state that vanishes is told with an execution that has it", async () => {
	const { code, output } = await run(["diff", "weak.litmus", "strong.litmus"]);
	expect(code).toBe(1);
	expect(output).toMatch(/^≠ lkmm {2}weak.litmus -> strong.litmus$/m);
	expect(output).toMatch(/observation {2}Sometimes -> Never$/m);
	expect(output).toMatch(/^ +- state +1:r0=1; 1:r1=0$/m);
	expect((await run(["diff", "strong.litmus", "weak.litmus"])).output).toMatch(
		/^ +\+ state +1:r0=1; 1:r1=0$/m,
	);
});

test.each([
	["weak.litmus", "strong.litmus", "state"],
	["strong.litmus", "racy.litmus", "flag"],
	["held.litmus", "named.litmus", "property"],
])("what differs from %s to %s is brought back by the commands: %s", async (one, other, sort) => {
	const changes = await changesOf(one, other);
	expect(changes.map((change) => change.sort)).toContain(sort);
	for (const { name, witness } of changes) {
		const [program, ...words] = wordsIn(witness.command);
		expect(program).toBe("ringlit");
		expect(words).toContain("--replay");
		const { code, output } = await run([...words, "--json"]);
		expect(code).toBe(0);
		const story = JSON.parse(output);
		const { kind, state } = story.story ?? story;
		expect(["allowed", "race", "property"]).toContain(kind);
		expect(state).toBe(witness.state);
		if (sort === "state") expect(state).toBe(name);
	}
});

test("models are compared with the first, test by test", async () => {
	const { code, output } = await run(["diff", "--model", "lkmm,tso,sc", "weak.litmus", "strong.litmus"]);
	expect(code).toBe(1);
	expect(output).toMatch(/^≠ weak.litmus {2}lkmm -> tso$/m);
	expect(output).toMatch(/^≠ weak.litmus {2}lkmm -> sc$/m);
	expect(output).toMatch(/^= strong.litmus {2}lkmm -> sc$/m);
	expect(output).toMatch(/4 pairs: 2 the same, 2 differ$/m);
});

test("folders are compared by the names of their tests", async () => {
	const { code, output } = await run(["diff", "old", "new"]);
	expect(code).toBe(1);
	expect(output).toMatch(/^≠ a.litmus {2}old\/a.litmus -> new\/a.litmus$/m);
	expect(output).toMatch(/^= deep\/b.litmus /m);
	expect(output).toMatch(/^- gone.litmus {2}only old\/gone.litmus$/m);
	expect(output).toMatch(/^\+ fresh.litmus {2}only new\/fresh.litmus$/m);
});

test("tests that observe different things are told from tests that do different things", async () => {
	expect((await run(["diff", "weak.litmus", "other.litmus"])).output).toContain(
		"observe different registers",
	);
});

test("what is not known is no difference, and not the same either", async () => {
	const { code, output } = await run(["diff", "--timeout", "0.05", "long.litmus", "long.litmus"]);
	expect(code).toBe(3);
	expect(output).toMatch(/^\? lkmm/m);
	expect(output).toContain("incomplete: out of time");
});

test("an interrupt ends the run with what is known", async () => {
	const shell = memoryShell(memoryFiles(TREE), (_, self) => self.interrupt());
	expect(await runCommandLine(["diff", "--model", "sc,tso", "strong.litmus", "long.litmus"], shell)).toBe(3);
	expect(shell.output()).toMatch(/1 pair: 1 the same, interrupted$/m);
});

test.each([
	[["weak.litmus"], "there are not two sides"],
	[["weak.litmus", "strong.litmus", "racy.litmus"], "there are not two sides"],
	[["weak.litmus", "missing.litmus"], "missing.litmus: no such file"],
	[["--model", "power", "weak.litmus", "strong.litmus"], "power"],
	[["--model", "lkmm,sc", "--git", "main", "weak.litmus"], "--git compares on one model"],
])("%j is bad input", async (words, message) => {
	const { code, output, errors } = await run(["diff", ...words]);
	expect([code, output]).toEqual([2, ""]);
	expect(errors).toContain(message);
	const json = await run(["diff", "--format", "json", ...words]);
	expect(JSON.parse(json.output).message).toContain(message);
});

test("a test in error is told, and the others go on", async () => {
	const { code, output } = await run(["diff", "--model", "lkmm,sc", "bad.litmus", "strong.litmus"]);
	expect(code).toBe(2);
	expect(output).toContain("bad.litmus:3:14: error:");
	expect(output).toMatch(/2 pairs: 1 the same, 1 in error$/m);
});

describe("variants of the ring buffer", () => {
	const HOSTILE = ["--hostile", "--tiny", "--size", "32", "--records", "16:hold,8", "--producers", "1"];
	const ring = (...words: string[]) => run(["ringbuf", ...words], nodeFiles, findModelsFolder());

	test("a property that a fix takes away", async () => {
		const asked = ["--variant", "v5.8", ...HOSTILE, "--consumers", "0", "--property", "overlap"];
		const { code, output } = await ring("diff", ...asked, "--against", "v6.10", "--format", "json");
		expect(code).toBe(1);
		const [{ title, changes }] = JSON.parse(output).differences;
		expect(title).toBe("lkmm");
		expect(changes).toMatchObject([{ sort: "property", name: "overlap", side: "first" }]);
		const { command, detail } = changes[0].witness;
		expect(detail).toContain("is still being written");
		const told = await run(wordsIn(command).slice(1), nodeFiles, findModelsFolder());
		expect(told.code).toBe(0);
		expect(told.output).toContain("Violation: overlap");
	});

	test("a variant on two models, or nothing to compare", async () => {
		const small = ["--producers", "1", "--tiny", "--size", "32", "--property", "overlap"];
		const same = await ring("diff", ...small, "--model", "sc,tso");
		expect(same).toMatchObject({ code: 0, output: "= v6.10  sc -> tso\n\n1 pair: 1 the same\n" });
		expect(await ring("diff")).toMatchObject({ code: 2, output: "" });
		expect(await ring("diff", "--against", "v9")).toMatchObject({ code: 2, output: "" });
	});
});

const hasGit = spawnSync("git", ["--version"]).status === 0;

describe.skipIf(!hasGit)("revisions", () => {
	const folder = scratchFolder();
	const git = (...words: string[]): void => {
		const identity = ["-c", "user.name=ringlit", "-c", "user.email=ringlit@localhost"];
		const { status, stderr } = spawnSync("git", ["-C", folder.path, ...identity, ...words]);
		if (status !== 0) throw new Error(stderr.toString());
	};
	const diff = (...words: string[]) => run(["diff", ...words], nodeFiles, findModelsFolder());
	const tests = `${folder.path}/tests`;

	beforeAll(() => {
		git("init", "--quiet");
		folder.write("tests/changed.litmus", WEAK);
		folder.write("tests/same.litmus", WEAK);
		folder.write("tests/inner/gone.litmus", STRONG);
		folder.write("tests/order.h", "#define FIRST WRITE_ONCE(*y, 1)\n");
		folder.write(
			"tests/including.litmus",
			`#include "order.h"\n${mp("FIRST;", "int r0 = smp_load_acquire(y);")}`,
		);
		git("add", ".");
		git("commit", "--quiet", "--message", "before");
		git("tag", "before");
		folder.write("tests/changed.litmus", STRONG);
		folder.write("tests/order.h", "#define FIRST smp_store_release(y, 1)\n");
		git("commit", "--quiet", "--all", "--message", "after");
		git("tag", "after");
		folder.write("tests/fresh.litmus", WEAK);
		rmSync(`${tests}/inner/gone.litmus`);
	});
	afterAll(() => folder.remove());

	test("a folder beside what it was", async () => {
		const { code, output, errors } = await diff("--git", "before", tests);
		expect([code, errors]).toEqual([1, ""]);
		expect(output).toContain(`≠ ${tests}/changed.litmus  before:${tests}/changed.litmus -> `);
		expect(output).toContain(`≠ ${tests}/including.litmus`);
		expect(output).toContain(`- ${tests}/inner/gone.litmus  only before:`);
		expect(output).toContain(`+ ${tests}/fresh.litmus  only ${tests}/fresh.litmus`);
		expect(output).toMatch(/5 pairs: 4 differ, 1 unchanged, not checked$/m);
		expect(output).toContain(
			"git show before:tests/changed.litmus > changed.before.litmus && ringlit explain --state '1:r0=1; 1:r1=0' changed.before.litmus --replay ",
		);
	});

	test("two revisions, a file, and one that is only in the past", async () => {
		const both = await diff("--git", "before..after", tests);
		expect(both.output).toMatch(/4 pairs: 2 differ, 2 unchanged, not checked$/m);
		expect((await diff("--git", "after", `${tests}/changed.litmus`)).code).toBe(0);
		const gone = await diff("--git", "after", `${tests}/inner/gone.litmus`);
		expect([gone.code, gone.output.startsWith("- ")]).toEqual([1, true]);
	});

	test.each([
		["", "tests", 'the revision "" cannot be read'],
		["nowhere", "tests", 'the revision "nowhere" cannot be read'],
		["--all", "tests", 'the revision "--all" cannot be read'],
		["before", "absent.litmus", "absent.litmus: no such file"],
	])("--git=%s %s is bad input", async (revision, path, message) => {
		const { code, output, errors } = await diff(`--git=${revision}`, `${folder.path}/${path}`);
		expect(code).toBe(2);
		expect(output + errors).toContain(message);
	});

	test("a folder that is in no repository", async () => {
		const outside = scratchFolder();
		const file = outside.write("MP.litmus", WEAK);
		const { code, errors } = await diff("--git", "HEAD", file);
		outside.remove();
		expect(code).toBe(2);
		expect(errors).toContain("cannot be read");
	});
});
