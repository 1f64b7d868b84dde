import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.ts";
import { findModelsFolder } from "../../src/cli/models-folder.ts";
import { nodeFiles } from "../../src/cli/node-files.ts";
import { memoryShell } from "../cli/memory-shell.ts";
import { mismatch } from "./match-output.ts";
import { type ShownCommand, shownCommands } from "./shown-commands.ts";

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

/** Whether documents are to be mended, where they leave nothing out, instead of being held to what is printed. */
const isWriting = process.env.RINGLIT_DOCUMENTS === "write";

describe.each(documents.filter(({ commands }) => commands.length > 0))("$name", ({ name, commands }) => {
	const mended: (readonly [ShownCommand, string])[] = [];
	afterAll(() => {
		if (mended.length > 0) mend(new URL(name, ROOT), mended);
	});
	for (const command of commands) {
		const { line, words, output, skipped } = command;
		test.skipIf(skipped !== undefined)(
			`line ${line}: ${words.join(" ")}`,
			async () => {
				const printed = await printedBy(words);
				const found = mismatch(output, printed);
				if (found !== undefined && isWriting && !output.includes("...")) mended.push([command, printed]);
				else if (found !== undefined) expect(found).toBe(output.join("\n"));
			},
			180_000,
		);
	}
});

/** Puts what was printed in the place of what a document shows. */
function mend(document: URL, mended: readonly (readonly [ShownCommand, string])[]): void {
	const lines = readFileSync(document, "utf8").split("\n");
	for (const [{ line, outputLine, output }, printed] of mended.toReversed()) {
		const indent = /^ */.exec(lines[line - 1])?.[0] ?? "";
		const fresh = printed
			.trimEnd()
			.split("\n")
			.map((text) => (text === "" ? "" : indent + text));
		lines.splice(outputLine - 1, output.length, ...fresh);
	}
	writeFileSync(document, lines.join("\n"));
}

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
		{ line: 3, words: ["ringlit", "one", "a b", "c"], outputLine: 5, output: ["printed", "", "after a gap"] },
		{ line: 11, words: ["ringlit", "two"], outputLine: 12, output: [], skipped: "takes an hour" },
		{ line: 14, words: ["ringlit", "three"], outputLine: 15, output: [], skipped: "takes an hour" },
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
