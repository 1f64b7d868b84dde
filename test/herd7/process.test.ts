import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { finish } from "../finish.ts";
import { type Bundle, buildBundle } from "./bundle.ts";

const INPUTS = new URL("inputs/", import.meta.url).pathname;

let bundle: Bundle;

beforeAll(() => {
	bundle = buildBundle("process");
});

/** All that was started, so that nothing outlives a test that fails. */
const started: ChildProcess[] = [];

afterAll(() => {
	for (const child of started) child.kill("SIGKILL");
	bundle.remove();
});

function start(
	words: readonly string[],
	stdio: SpawnOptions["stdio"] = ["ignore", "pipe", "pipe"],
): ChildProcess {
	const child = spawn(process.execPath, [bundle.command, ...words], { cwd: INPUTS, stdio });
	started.push(child);
	return child;
}

test.each([
	"SIGTERM",
	"SIGINT",
] as const)("%s ends a long search at once and prints nothing of it", async (signal) => {
	const child = start(["-v", "exists.litmus", "long.litmus", "forall.litmus"]);
	// The first verdict is out; the search that follows would take years.
	child.stdout?.once("data", () => setTimeout(() => child.kill(signal), 300));
	const finished = await finish(child);
	expect(finished).toMatchObject({ code: null, signal });
	expect(finished.output).toMatch(/^Test store-buffering [\s\S]*\nHash=[0-9a-f]{32}\n\n$/);
	expect(finished.output.match(/^Test /gm)).toHaveLength(1);
	expect(finished.errors).toBe("model: lkmm\n");
});

test("a full disk ends the run with its reason", async () => {
	const full = openSync("/dev/full", "w");
	const { code, errors } = await finish(start(["exists.litmus", "forall.litmus"], ["ignore", full, "pipe"]));
	expect(errors).toBe("error: the output cannot be written (ENOSPC)\n");
	expect(code).toBe(2);
});

test("a full disk for complaints ends the run, too", async () => {
	const full = openSync("/dev/full", "w");
	const { code, output } = await finish(start(["token.litmus", "forall.litmus"], ["ignore", "pipe", full]));
	expect({ code, output }).toEqual({ code: 2, output: "" });
});

test("a reader that goes away ends the run quietly", async () => {
	const child = start(["exists.litmus", "forall.litmus"]);
	child.stdout?.destroy();
	expect(await finish(child)).toMatchObject({ code: 2, errors: "" });
});

test("output and errors keep their order in one file", async () => {
	const path = join(bundle.scratch, "both");
	const file = openSync(path, "w");
	await finish(start(["exists.litmus", "token.litmus", "forall.litmus"], ["ignore", file, file]));
	const lines = readFileSync(path, "utf8").match(/^(?:Test \S+|File \S+|Hash)/gm);
	expect(lines).toEqual([
		"Test store-buffering",
		"Hash",
		'File "token.litmus",',
		"Test last-write-wins",
		"Hash",
	]);
});

test("more output than a pipe holds arrives whole at a slow reader", async () => {
	const names = Array.from({ length: 600 }, () => "forall.litmus");
	const child = start(names);
	child.stdout?.pause();
	setTimeout(() => child.stdout?.resume(), 1500);
	const { code, output } = await finish(child);
	expect(code).toBe(0);
	expect(output.length).toBeGreaterThan(65_536);
	expect(output.match(/^Hash=/gm)).toHaveLength(names.length);
	expect(output.endsWith("\n\n")).toBe(true);
});

test("works under the name herd7", async () => {
	const child = spawn("herd7", ["exists.litmus"], {
		cwd: INPUTS,
		env: { ...process.env, PATH: `${bundle.path}:${process.env.PATH}` },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const { code, output, errors } = await finish(child);
	expect({ code, errors }).toEqual({ code: 0, errors: "" });
	expect(output).toContain("\nObservation store-buffering Sometimes 1 3\n");
});
