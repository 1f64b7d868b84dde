import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Finished, finish } from "../../finish.ts";

const ROOT = new URL("../../../", import.meta.url).pathname;
// Below the package, so that the bundle finds the shipped models as it does in dist/.
const BUNDLE = join(ROOT, "node_modules/.cache/ringlit-long-run-test");
/** A search of some seconds, with locks of its own making and without symmetry. */
const SEARCH = ["check", join(ROOT, "litmus/bpf-rb/header-only/bpf-rb-4p1c-bounded-2.litmus")];
const OPTIONS = ["--no-symmetry", "--format", "json"];
const KILLS = Number(env.RINGLIT_KILLS ?? 3);

/** Unlike threads that all write one variable: far more coherence orders than can be explored. */
const LONG = `C long
{}
${Array.from({ length: 14 }, (_, i) => `P${i}(int *x) { WRITE_ONCE(*x, ${i + 1}); }`).join("\n")}
exists (x=0)
`;

beforeAll(() => {
	rmSync(BUNDLE, { recursive: true, force: true });
	mkdirSync(BUNDLE, { recursive: true });
	execFileSync(process.execPath, [join(ROOT, "build.mjs"), BUNDLE], { cwd: ROOT });
	writeFileSync(join(BUNDLE, "long.litmus"), LONG);
}, 300_000);

afterAll(() => rmSync(BUNDLE, { recursive: true, force: true }));

function start(...words: string[]): ChildProcess {
	const { NO_COLOR: _, FORCE_COLOR: __, ...environment } = env;
	return spawn(process.execPath, [join(BUNDLE, "ringlit.js"), ...words], {
		cwd: BUNDLE,
		env: environment,
		stdio: ["ignore", "pipe", "pipe"],
	});
}

const ringlit = (...words: string[]): Promise<Finished> => finish(start(...words));

/** What a report says of its one test, however the search went. */
function said({ output, errors }: Finished): object {
	const [{ seconds: _, explored: __, ...rest }] = JSON.parse(output || errors).tests;
	return rest;
}

/** Waits until a file is there. The process whose file it is may end without. */
async function untilThere(file: string, child: ChildProcess): Promise<void> {
	while (!existsSync(join(BUNDLE, file)) && child.exitCode === null)
		await new Promise((resolve) => setTimeout(resolve, 20));
}

describe("a search that is killed", { timeout: 1_200_000 }, () => {
	test("and gone on with comes to the same, however often and with however many threads", async () => {
		const whole = said(await ringlit(...SEARCH, ...OPTIONS));
		expect(whole).toMatchObject({ positive: 0, negative: 2448 });
		expect(said(await ringlit(...SEARCH, ...OPTIONS, "--jobs", "2"))).toEqual(whole);
		const keep = ["--checkpoint", "kill.cp", "--checkpoint-every", "0.1"];
		let resume: string[] = [];
		for (let kills = 0; kills < KILLS; kills++) {
			const child = start(...SEARCH, ...OPTIONS, ...keep, ...resume, "--jobs", String(1 + (kills % 2)));
			const ended = finish(child);
			await untilThere("kill.cp", child);
			await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 2500));
			child.kill("SIGKILL");
			const { signal } = await ended;
			// A search that was faster than the signal has written its end.
			expect(signal === "SIGKILL" || child.exitCode === 0).toBe(true);
			resume = ["--resume", "kill.cp"];
			if (kills % 3 < 2) continue;
			expect(said(await ringlit(...SEARCH, ...OPTIONS, ...resume))).toEqual(whole);
			rmSync(join(BUNDLE, "kill.cp"));
			resume = [];
		}
		expect(said(await ringlit(...SEARCH, ...OPTIONS, ...resume))).toEqual(whole);
	});
});

describe("a search without end", { timeout: 300_000 }, () => {
	test.each([
		["SIGTERM", "1"],
		["SIGINT", "2"],
	] as const)("says what is known at %s, with %s threads, and goes on", async (signal, jobs) => {
		const file = `${signal}.cp`;
		const child = start("check", "long.litmus", "--checkpoint", file, "--jobs", jobs);
		const ended = finish(child);
		await untilThere(file, child);
		await new Promise((resolve) => setTimeout(resolve, 1500));
		child.kill(signal);
		const { code, output, errors } = await ended;
		expect({ code, errors }).toEqual({ code: 3, errors: "" });
		expect(output).toMatch(/^\? long .*\n +incomplete: interrupted$/m);
		const met = Number(/^\? long +Never +(\d+) +(\d+)/m.exec(output)?.[2] ?? 0);
		const words = ["check", "long.litmus", "--resume", file, "--timeout", "1.5", "--format", "json"];
		const resumed = await ringlit(...words, "--jobs", jobs);
		expect(resumed.code).toBe(3);
		const [{ negative, message }] = JSON.parse(resumed.output).tests;
		expect(message).toBe("incomplete: out of time (--timeout)");
		expect(Number(negative)).toBeGreaterThanOrEqual(met);
	});

	test("stops where memory ends", async () => {
		// Less than ringlit needs to begin with.
		const { code, output } = await ringlit("check", "long.litmus", "--max-memory", "5");
		expect(code).toBe(3);
		expect(output).toContain("incomplete: out of memory");
	});
});

test("a checkpoint that does not fit is refused", { timeout: 300_000 }, async () => {
	writeFileSync(join(BUNDLE, "no.cp"), "ringlit-checkpoint-1 0\nabc\n");
	const short = ["--timeout", "1", "--checkpoint", "other.cp"];
	expect((await ringlit("check", "long.litmus", ...short)).code).toBe(3);
	const ring = ["ringbuf", "--tiny", "--size", "32", "--producers", "1"];
	const cases: readonly (readonly [string[], RegExp])[] = [
		[["check", "long.litmus", "--resume", "no.cp"], /no checkpoint, or a damaged one/],
		[["check", "long.litmus", "--resume", "none.cp"], /none\.cp/],
		[["check", "long.litmus", "--resume", "."], /folder/],
		[["check", "long.litmus", "--resume", "other.cp", "--model", "sc"], /another memory model/],
		[["check", "long.litmus", "--resume", "other.cp", "--unroll", "3"], /other options/],
		[[...SEARCH, "--resume", "other.cp"], /another test or configuration: long/],
		[["check", "long.litmus", "--resume", "other.cp", "--model", "sc,tso"], /for one search/],
		[[...ring, "--resume", "other.cp"], /another test or configuration: long/],
		[[...ring, "--resume", "other.cp", "--model", "sc,tso"], /for one search/],
		[["check", "long.litmus", "--checkpoint", "none/here.cp"], /none\/here\.cp/],
	];
	for (const [words, message] of cases) {
		const { code, output, errors } = await ringlit(...words);
		expect([words, code]).toEqual([words, 2]);
		expect(output + errors).toMatch(message);
		expect(output + errors).not.toMatch(/^\s+at /m);
	}
});
