import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.ts";
import { findModelsFolder } from "../../src/cli/models-folder.ts";
import { nodeFiles } from "../../src/cli/node-files.ts";
import { memoryShell } from "../cli/memory-shell.ts";
import { mismatch } from "./match-output.ts";
import { shownCommands } from "./shown-commands.ts";

const ROOT = new URL("../../", import.meta.url);

const documents = [
	"README.md",
	...readdirSync(new URL("docs/", ROOT))
		.filter((name) => name.endsWith(".md"))
		.map((name) => `docs/${name}`),
].map((name) => ({ name, commands: shownCommands(readFileSync(new URL(name, ROOT), "utf8")) }));

/** What a command prints in the repository's folder; files that it would write stay unwritten. */
async function printedBy(words: readonly string[]): Promise<string> {
	let printed = "";
	const shell = memoryShell({ ...nodeFiles, write: () => undefined });
	await runCommandLine(words.slice(1), {
		...shell,
		modelsFolder: findModelsFolder(),
		now: () => performance.now(),
		pause: () => new Promise((resolve) => setImmediate(resolve)),
		write: (text) => {
			printed += text;
		},
		writeError: (text) => {
			printed += text;
		},
	});
	return printed;
}

describe.each(documents.filter(({ commands }) => commands.length > 0))("$name", ({ commands }) => {
	for (const { line, words, output, skipped } of commands)
		test.skipIf(skipped !== undefined)(
			`line ${line}: ${words.join(" ")}`,
			async () => {
				const printed = await printedBy(words);
				const found = mismatch(output, printed);
				if (found !== undefined) expect(found).toBe(output.join("\n"));
			},
			180_000,
		);
});

test("documents show commands", () => {
	expect(documents.flatMap(({ commands }) => commands).length).toBeGreaterThan(10);
});

test("blocks, prompts and comments are read as they are meant", () => {
	const text = [
		"text `$ ringlit no`",
		"",
		"    $ ringlit one 'a b' \\",
		"        c",
		"    printed",
		"",
		"    after a gap",
		"",
		"<!-- not run: takes an hour -->",
		"```",
		"$ ringlit two",
		"$ ls",
		"no output of ringlit",
		"$ ringlit three",
		"```",
		"    $ ringlit lazy continuation",
	].join("\n");
	expect(shownCommands(text)).toEqual([
		{ line: 3, words: ["ringlit", "one", "a b", "c"], output: ["printed", "", "after a gap"] },
		{ line: 11, words: ["ringlit", "two"], output: [], skipped: "takes an hour" },
		{ line: 14, words: ["ringlit", "three"], output: [], skipped: "takes an hour" },
	]);
});

test("times read alike, all else does not", () => {
	const printed = "a   4  0.12 s  x\nb\n";
	expect(mismatch(["a   4    96 ms  x", "b"], printed)).toBeUndefined();
	expect(mismatch(["a   4    96 ms  x", "..."], printed)).toBeUndefined();
	expect(mismatch(["...", "b"], printed)).toBeUndefined();
	expect(mismatch(["a   5    96 ms  x", "b"], printed)).toBeDefined();
	expect(mismatch(["a   4    96 ms  x"], printed)).toBeDefined();
});
