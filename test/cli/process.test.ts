import { type ChildProcess, execFileSync, type StdioOptions, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Finished, finish } from "../finish.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

// Below the package, so that the bundle finds the shipped models as it does in dist/.
const BUNDLE = join(ROOT, "node_modules/.cache/ringlit-process-test");
const TESTS = join(BUNDLE, "tests");

const SB = `C SB
(* Result: Sometimes *)
{}
P0(int *x, int *y) { WRITE_ONCE(*x, 1); int r0 = READ_ONCE(*y); }
P1(int *x, int *y) { WRITE_ONCE(*y, 1); int r0 = READ_ONCE(*x); }
exists (0:r0=0 /\\ 1:r0=0)
`;

/** Unlike threads that all write one variable: far more coherence orders than can be explored. */
const LONG = `C long
{}
${Array.from({ length: 14 }, (_, i) => `P${i}(int *x) { WRITE_ONCE(*x, ${i + 1}); }`).join("\n")}
exists (x=0)
`;

const BAD_FILES: Readonly<Record<string, string>> = {
	"empty.litmus": "",
	"blank.litmus": "\n \n\t\n",
	"binary.litmus": "C x\n\0\u0001\u0002",
	"unknown.litmus": SB.replace("READ_ONCE", "READ_TWICE"),
	"brace.litmus": SB.replaceAll("}", " "),
	"cut.litmus": SB.slice(0, 70),
	"line.litmus": `C ${"x + ".repeat(250_000)}\n`,
	"nested.litmus": SB.replace("*x, 1", `*x, ${"(".repeat(300_000)}`),
	"prose.litmus": "This is no litmus test.\n",
};

beforeAll(() => {
	rmSync(BUNDLE, { recursive: true, force: true });
	mkdirSync(join(TESTS, "good"), { recursive: true });
	mkdirSync(join(TESTS, "bad"));
	mkdirSync(join(TESTS, "none"));
	writeFileSync(join(TESTS, "good/SB.litmus"), SB);
	writeFileSync(join(TESTS, "long.litmus"), LONG);
	for (const [name, text] of Object.entries(BAD_FILES)) writeFileSync(join(TESTS, "bad", name), text);
	execFileSync(process.execPath, [join(ROOT, "build.mjs"), BUNDLE], { cwd: ROOT });
});

afterAll(() => rmSync(BUNDLE, { recursive: true, force: true }));

function start(words: readonly string[], stdio: StdioOptions = ["ignore", "pipe", "pipe"]): ChildProcess {
	const { NO_COLOR: _, FORCE_COLOR: __, ...environment } = process.env;
	return spawn(process.execPath, [join(BUNDLE, "ringlit.js"), ...words], {
		cwd: TESTS,
		env: environment,
		stdio,
	});
}

const ringlit = (...words: string[]): Promise<Finished> => finish(start(words));

test("help and version go to standard output", async () => {
	const help = await ringlit("--help");
	expect(help).toMatchObject({ code: 0, errors: "" });
	expect(help.output).toContain("Exit codes:");
	expect(help.output).toContain("ringlit check");
	expect((await ringlit("check", "--help")).output).toContain("--unroll <n>");
	expect(await ringlit("--version")).toMatchObject({
		code: 0,
		output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
	});
});

test("a good test passes on the default model", async () => {
	const { code, output, errors } = await ringlit("check", "good");
	expect(errors).toBe("");
	expect(output).toMatch(/^✓ SB +Sometimes +Sometimes +1 +3 +4 /m);
	expect(code).toBe(0);
});

test.each([
	[["check", "good", "--model", "sc"], 1],
	[["check", "good", "--model", "tso"], 0],
	[["check", "good", "--no-symmetry"], 0],
	[["show", "good/SB.litmus"], 0],
	[["check", "none", "--model", "sc"], 2],
	[["check", "gone.litmus", "--model", "sc"], 2],
	[["check", "good", "--model", "none"], 2],
	[["check", "good", "--model", "weaker"], 2],
	[["check", "good", "--unroll", "many"], 2],
	[["check", "good", "--timeout", "0"], 2],
	[["check", "good", "--format", "xml"], 2],
	[["check", "good", "--filter", "/(/"], 2],
	[["check", "good", "--colour"], 2],
	[["check"], 2],
	[["frobnicate"], 2],
	[["show", "good"], 2],
	[[], 2],
])("ringlit %j exits with %i", async (words, expected) => {
	const { code, output, errors } = await ringlit(...words);
	expect({ code, text: output + errors }).toMatchObject({ code: expected });
	expect(output + errors).not.toMatch(/^\s+at /m);
	if (expected === 2) expect(output + errors).toMatch(/error|Usage/);
});

test("each bad file gets a message with its place, and the good one is checked", async () => {
	const { code, output, errors } = await ringlit("check", "--model", "sc", "bad", "good/SB.litmus");
	expect(errors).toBe("");
	expect(code).toBe(2);
	const sections = output.split(/^! /m).slice(1);
	expect(sections.map((section) => section.split("\n")[0])).toEqual(
		Object.keys(BAD_FILES)
			.sort()
			.map((name) => `bad/${name}`),
	);
	for (const section of sections) {
		const place = `    ${section.split("\n")[0]}`;
		expect(section.split("\n")[1]).toMatch(/^ +bad\/\w+\.litmus:\d+:\d+: error: \S/);
		expect(section.split("\n")[1].startsWith(`${place}:`)).toBe(true);
		expect(section).toMatch(/^ +\d+ \| .*\n +\| *\^/m);
	}
	expect(output).not.toMatch(/^\s+at |internal|ringlit itself/m);
	expect(output.length).toBeLessThan(1000 * sections.length);
	expect(output).toMatch(/^✗ SB /m);
});

test("JSON of bad and good files together is whole", async () => {
	const { code, output } = await ringlit("check", "--format", "json", "--model", "sc", "bad", "good", "none");
	expect(code).toBe(2);
	const { tests } = JSON.parse(output);
	expect(tests).toHaveLength(Object.keys(BAD_FILES).length + 2);
});

test("an interrupt prints what is known at once", async () => {
	const child = start(["check", "--model", "tso", "good", "long.litmus", "good/SB.litmus"]);
	child.stdout?.once("data", () => {
		// The long test has begun when the loop next looks at signals.
		setTimeout(() => child.kill("SIGINT"), 300);
	});
	const { code, output, errors } = await finish(child);
	expect(errors).toBe("");
	expect(output).toMatch(/^✓ SB /m);
	expect(output).toMatch(/^\? long .*\n +incomplete: interrupted$/m);
	expect(output).toMatch(/^2 tests: 1 as expected, 1 incomplete /m);
	expect(code).toBe(3);
});

test("a reader that goes away ends the run quietly", async () => {
	const child = start(["check", "--model", "sc", "good", "bad"]);
	child.stdout?.destroy();
	const { errors } = await finish(child);
	expect(errors).toBe("");
});

/** A device on which there is never any room; only some systems have it. */
const FULL = "/dev/full";

describe.runIf(existsSync(FULL))("a full disk", () => {
	let full: number;
	beforeAll(() => {
		full = openSync(FULL, "w");
	});
	afterAll(() => closeSync(full));

	test.each([
		["check", "good"],
		["check", "--format", "json", "good"],
		["explain", "good/SB.litmus"],
		["lower", "good/SB.litmus"],
		["show", "good/SB.litmus"],
		["--help"],
	])("ends ringlit %s %s with its reason", async (...words) => {
		const { code, errors } = await finish(start(words, ["ignore", full, "pipe"]));
		expect({ code, errors }).toEqual({ code: 2, errors: "error: the output cannot be written (ENOSPC)\n" });
	});

	test("that is for complaints is no pass", async () => {
		const words = ["check", "--model", "none", "good"];
		expect(await finish(start(words, ["ignore", "pipe", full]))).toMatchObject({ code: 2, output: "" });
	});
});
