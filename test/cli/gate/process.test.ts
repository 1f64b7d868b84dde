import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Finished, finish } from "../../finish.ts";
import { readOracle } from "../../oracle/read-oracle.ts";
import { type ScratchFolder, scratchFolder } from "../scratch-folder.ts";
import { tinyTest, withoutTimes } from "./gate-shell.ts";

const ROOT = new URL("../../../", import.meta.url).pathname;

// Below the package, so that the bundle finds the shipped models as it does in dist/.
const name = createHash("sha256").update(ROOT).digest("hex").slice(0, 8);
const BUNDLE = join(ROOT, "node_modules/.cache", `ringlit-gate-test-${name}`);

let scratch: ScratchFolder;

beforeAll(() => {
	scratch = scratchFolder();
	execFileSync(process.execPath, [join(ROOT, "build.mjs"), BUNDLE], { cwd: ROOT });
	for (const [index, { litmus }] of readOracle().entries())
		if (index % 60 === 0) scratch.write(`oracle/${String(index).padStart(4, "0")}.litmus`, litmus);
	cpSync(join(ROOT, "litmus/lkmm/atomics"), join(scratch.path, "atomics"), { recursive: true });
	const threads = Array.from({ length: 14 }, (_, i) => `P${i}(int *x) { WRITE_ONCE(*x, ${i + 1}); }`);
	for (const name of ["l1", "l2", "l3"])
		scratch.write(`long/${name}.litmus`, `C ${name}\n{}\n${threads.join("\n")}\nexists (x=0)\n`);
});

afterAll(() => {
	rmSync(BUNDLE, { recursive: true, force: true });
	scratch.remove();
});

function start(
	words: readonly string[],
	folder = scratch.path,
	cache = "off",
	more: Readonly<Record<string, string>> = {},
): ChildProcess {
	const { NO_COLOR: _, FORCE_COLOR: __, ...environment } = process.env;
	return spawn(process.execPath, [join(BUNDLE, "ringlit.js"), ...words], {
		cwd: folder,
		env: { ...environment, ...more, RINGLIT_CACHE: cache },
		stdio: ["ignore", "pipe", "pipe"],
	});
}

async function ringlit(words: readonly string[], folder?: string, cache?: string): Promise<Finished> {
	const finished = await finish(start(words, folder, cache));
	return { ...finished, output: withoutTimes(finished.output) };
}

test("threads, their number and the cache change nothing", async () => {
	const words = ["check", "oracle", "atomics", "gone", "--format", "json"];
	const alone = await ringlit([...words, "--jobs", "1"]);
	expect(alone.code).toBe(2);
	expect(JSON.parse(alone.output).tests.length).toBeGreaterThan(40);
	expect(await ringlit(words)).toEqual(alone);
	expect(await ringlit([...words, "--jobs", "4"])).toEqual(alone);
	const cache = join(scratch.path, "cache");
	expect(await ringlit([...words, "--jobs", "2"], undefined, cache)).toEqual(alone);
	const entries = readdirSync(join(cache, "verdicts"));
	expect(entries).toHaveLength(JSON.parse(alone.output).tests.length - 1);
	expect(await ringlit([...words, "--jobs", "2"], undefined, cache)).toEqual(alone);
	expect(await ringlit(words, undefined, cache)).toEqual(alone);
	expect(readdirSync(join(cache, "verdicts"))).toEqual(entries);
});

test("an interrupt ends all threads", async () => {
	const child = start(["check", "atomics/MP+inc+acq.litmus", "long", "--jobs", "2"]);
	child.stdout?.once("data", () => setTimeout(() => child.kill("SIGINT"), 300));
	const { code, output, errors } = await finish(child);
	expect(errors).toBe("");
	expect(output).toMatch(/^✓ MP\+inc\+acq /m);
	// How many were begun until then is chance.
	expect(output).toMatch(/ \d not run| \d incomplete/);
	expect(code).toBe(3);
});

test("--changed checks what a change of a git tree touches", async () => {
	const folder = join(scratch.path, "repository");
	mkdirSync(folder);
	const write = (name: string, text: string): string => scratch.write(`repository/${name}`, text);
	const git = (...words: string[]): string =>
		execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t", ...words], {
			cwd: folder,
			encoding: "utf8",
			stdio: ["ignore", "pipe", "ignore"],
		});
	const including = (name: string): string => tinyTest(name).replace("\n", '\n#include "h.h"\n');
	const names = async (...words: string[]): Promise<string[]> => {
		const { output, code } = await ringlit(["check", "t", "--format", "json", ...words], folder);
		expect(code).toBe(0);
		return JSON.parse(output).tests.map((each: { name: string }) => each.name);
	};
	expect((await ringlit(["check", "t", "--changed"], "/")).errors).toMatch(/git cannot say|no test/);
	git("init", "-q", "-b", "trunk");
	write("t/a.litmus", tinyTest("a"));
	write("t/b.litmus", including("b"));
	write("t/ü c.litmus", tinyTest("c"));
	write("t/h.h", "#define VALUE 1\n");
	write("m.cat", '"m"\nacyclic po | rf as order\n');
	git("add", ".");
	git("commit", "-q", "-m", "first");
	expect(await names("--changed")).toEqual([]);
	write("t/ü c.litmus", tinyTest("c", undefined, "1:r0=0"));
	write("t/d.litmus", tinyTest("d"));
	expect(await names("--changed")).toEqual(["d", "c"]);
	git("checkout", "-q", "-b", "branch");
	git("add", ".");
	git("commit", "-q", "-m", "second");
	expect(await names("--changed")).toEqual([]);
	expect(await names("--changed", "trunk")).toEqual(["d", "c"]);
	rmSync(join(folder, "t/h.h"));
	const gone = await ringlit(["check", "t", "--changed", "--format", "json"], folder);
	expect(JSON.parse(gone.output).tests).toMatchObject([{ file: "t/b.litmus", status: "error" }]);
	git("checkout", "-q", "t/h.h");
	write("m.cat", '"m"\nacyclic po | rf | co as order\n');
	expect(await names("--changed", "--model", "m.cat")).toEqual(["a", "b", "d", "c"]);
	expect(await names("--changed", "--model", "sc")).toEqual([]);
	for (const revision of ["nothing", "--output=x", "-x"]) {
		const { code, errors } = await ringlit(["check", "t", `--changed=${revision}`], folder);
		expect(code).toBe(2);
		expect(errors).toContain(`git knows no revision "${revision}"`);
	}
});

test("--changed leaves out nothing that git does not speak of, also within a hook", async () => {
	const folder = join(scratch.path, "outer");
	const write = (name: string, text: string): string => scratch.write(`outer/${name}`, text);
	const git = (place: string, ...words: string[]): string =>
		execFileSync("git", ["-C", place, "-c", "user.name=t", "-c", "user.email=t@t", ...words], {
			encoding: "utf8",
			stdio: ["ignore", "pipe", "ignore"],
		});
	const commit = (place: string): void => {
		git(place, "add", ".");
		git(place, "commit", "-q", "-m", "more");
	};
	const names = async (
		place: string,
		from: string,
		environment: Readonly<Record<string, string>> = {},
	): Promise<string[]> => {
		const words = ["check", place, "--format", "json", "--changed"];
		const { output } = await finish(start(words, from, "off", environment));
		return JSON.parse(output).tests.map((each: { name: string }) => each.name);
	};
	write("t/a.litmus", tinyTest("a"));
	write("t/b.litmus", tinyTest("b"));
	git(folder, "init", "-q", "-b", "trunk");
	commit(folder);
	write("inner/i.litmus", tinyTest("i"));
	git(join(folder, "inner"), "init", "-q");
	expect(await names("inner", folder)).toEqual(["i"]);
	commit(join(folder, "inner"));
	commit(folder);
	expect(await names(".", folder)).toEqual([]);
	write("inner/i.litmus", tinyTest("i", undefined, "1:r0=0"));
	expect(await names(".", folder)).toEqual(["i"]);
	commit(join(folder, "inner"));
	expect(await names(".", folder)).toEqual(["i"]);
	commit(folder);

	scratch.write("outside.litmus", tinyTest("outside"));
	expect(await names("../outside.litmus", folder)).toEqual(["outside"]);
	symlinkSync("a.litmus", join(folder, "t/link.litmus"));
	expect(await names("t", folder)).toEqual(["a"]);
	commit(folder);
	expect(await names("t", folder)).toEqual([]);

	const linked = join(scratch.path, "linked");
	git(folder, "worktree", "add", "-q", linked);
	scratch.write("linked/t/b.litmus", tinyTest("b", undefined, "1:r0=0"));
	const hook = { GIT_DIR: join(folder, ".git/worktrees/linked") };
	expect(await names(".", join(linked, "t"), hook)).toEqual(["b"]);
});

test("configurations that are programs are run by Node.js, which says where they fail", async () => {
	const errorOf = async (file: string, text: string): Promise<string> => {
		scratch.write(`configured/${file}`, text);
		const finished = await ringlit(["check", "--config", file], join(scratch.path, "configured"));
		return finished.code === 2 ? finished.errors : finished.output;
	};
	scratch.write("configured/a.litmus", tinyTest("a", "Sometimes"));
	expect(await errorOf("a.mjs", 'export default { paths: ["a.litmus"], model: "sc" };')).toContain("✓ a ");
	expect(await errorOf("b.mjs", "const a = 1;\nthrow new Error('no way');")).toMatch(
		/^b\.mjs:2:7: error: the configuration fails: Error: no way$/m,
	);
	expect(await errorOf("c.mjs", "\nexport default")).toMatch(/^c\.mjs:\d:\d: error: .*SyntaxError: /m);
	const typed = await errorOf(
		"d.ts",
		'const model: string = "sc";\nexport default { paths: "a.litmus", model };',
	);
	expect(typed).toMatch(/✓ a |^d\.ts:1:1: error: Node\.js \S+ cannot run TypeScript\n[\s\S]*hint: /m);
});
