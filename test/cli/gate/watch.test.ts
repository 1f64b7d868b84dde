import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { watchFolders } from "../../../src/cli/watch/watch-folders.ts";
import { watchTests } from "../../../src/cli/watch/watch-tests.ts";
import { type ScratchFolder, scratchFolder } from "../scratch-folder.ts";
import { DEFAULTS, gateShell, tinyTest } from "./gate-shell.ts";

let scratch: ScratchFolder;

beforeEach(() => {
	scratch = scratchFolder();
});

afterEach(() => scratch.remove());

test("what is saved is checked again, and only that", async () => {
	const test = (name: string, value = "VALUE"): string =>
		tinyTest(name, "Sometimes").replace("*x, 1", `*x, ${value}`).replace("\n", '\n#include "h.h"\n');
	const header = scratch.write("include/h.h", "#define VALUE 1\n");
	const model = scratch.write("m.cat", '"m"\nacyclic po | rf as order\n');
	const a = scratch.write("t/a.litmus", tinyTest("a", "Sometimes"));
	scratch.write("t/b.litmus", test("b"));
	let output = "";
	let onSummary: (summary: string) => void = () => {};
	const shell = gateShell({
		now: () => performance.now(),
		watch: watchFolders,
		write(text) {
			output += text;
			if (/^\n\d+ tests?: /.test(text)) {
				const seen = output;
				output = "";
				// Not before the round is over.
				setTimeout(() => onSummary(seen), 0);
			}
		},
	});
	const nextRound = (): Promise<string> =>
		new Promise((resolve) => {
			onSummary = resolve;
		});
	const rowsOf = (text: string): string[] => [...text.matchAll(/^[✓✗!] (\S+)/gm)].map(([, name]) => name);
	const round = async (change: () => void): Promise<string[]> => {
		const next = nextRound();
		change();
		return rowsOf(await next);
	};

	const first = nextRound();
	const options = { ...DEFAULTS, model, format: "text" as const, I: [join(scratch.path, "include")] };
	const ended = watchTests([join(scratch.path, "t")], options, shell);
	expect(rowsOf(await first)).toEqual(["a", "b"]);
	// As it was: no reason to check it.
	writeFileSync(a, tinyTest("a", "Sometimes"));
	expect(await round(() => writeFileSync(header, "#define VALUE 2\n"))).toEqual(["b"]);
	expect(await round(() => writeFileSync(a, tinyTest("a", "Never")))).toEqual(["a"]);
	expect(await round(() => scratch.write("t/new/c.litmus", test("c")))).toEqual(["c"]);
	expect(await round(() => scratch.write("t/new/c.litmus", test("c2")))).toEqual(["c2"]);
	expect(await round(() => writeFileSync(model, '"m"\nacyclic po | rf | co as order\n'))).toHaveLength(3);
	rmSync(a);
	expect(await round(() => writeFileSync(header, "#define VALUE 0\n"))).toEqual(["b", "c2"]);
	shell.interrupt();
	expect(await ended).toBe(1);
});

test("a round in which no test passes the filter is no fault", async () => {
	const other = scratch.write("b.litmus", tinyTest("b", "Sometimes"));
	scratch.write("a.litmus", tinyTest("a", "Sometimes"));
	let rounds = 0;
	const shell = gateShell({
		now: () => performance.now(),
		watch: watchFolders,
		write(text) {
			if (!/^\n\d+ tests?: /.test(text)) return;
			rounds++;
			// Not before the round is over.
			const next = () => (rounds === 1 ? writeFileSync(other, tinyTest("b", "Never")) : shell.interrupt());
			setTimeout(next, 0);
		},
		writeError(text) {
			errors += text;
			shell.interrupt();
		},
	});
	let errors = "";
	const code = await watchTests([scratch.path], { ...DEFAULTS, format: "text", filter: "a" }, shell);
	expect([code, errors, rounds]).toEqual([0, "", 2]);
});

test.each([
	["--update", { update: true }],
	["--shard", { shard: { index: 1, count: 2 } }],
])("--watch goes with no %s", async (name, more) => {
	const shell = gateShell();
	expect(await watchTests([scratch.path], { ...DEFAULTS, watch: true, ...more }, shell)).toBe(2);
	expect(shell.errors()).toBe(`error: --watch and ${name} cannot be given together\n`);
});
