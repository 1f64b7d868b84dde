import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.ts";
import { PRIMITIVES } from "../../src/litmus/primitives.ts";
import { memoryFiles, memoryShell } from "../cli/memory-shell.ts";

const FOLDER = new URL("../../editors/vscode/", import.meta.url).pathname;

const read = (path: string): string => readFileSync(join(FOLDER, path), "utf8");

interface Rule {
	readonly name?: string;
	readonly match?: string;
	readonly begin?: string;
	readonly end?: string;
	readonly include?: string;
	readonly patterns?: readonly Rule[];
}

interface Grammar extends Rule {
	readonly scopeName: string;
	readonly repository: Readonly<Record<string, Rule>>;
}

const manifest = JSON.parse(read("package.json"));
const grammar = (path: string): Grammar => JSON.parse(read(path));
const grammars: readonly Grammar[] = manifest.contributes.grammars.map(({ path }: { path: string }) =>
	grammar(path),
);

function rulesOf(rule: Rule): readonly Rule[] {
	return [rule, ...(rule.patterns ?? []).flatMap(rulesOf)];
}

test("every file that the manifest names is there, and JSON", () => {
	const { languages, grammars: listed } = manifest.contributes;
	const paths: string[] = [
		...languages.map(({ configuration }: { configuration: string }) => configuration),
		...listed.map(({ path }: { path: string }) => path),
	];
	for (const path of paths) expect(() => JSON.parse(read(path)), path).not.toThrow();
	expect(existsSync(join(FOLDER, manifest.main))).toBe(true);
	expect(paths).toHaveLength(4);
});

test.each(grammars)("in $scopeName all expressions are sound and all includes lead somewhere", (one) => {
	const rules = [one, ...Object.values(one.repository)].flatMap(rulesOf);
	for (const { match, begin, end, include } of rules) {
		for (const expression of [match, begin, end])
			if (expression !== undefined) expect(() => new RegExp(expression), expression).not.toThrow();
		if (include !== undefined) expect(Object.keys(one.repository)).toContain(include.slice(1));
	}
	expect(rules.length).toBeGreaterThan(8);
});

test("every primitive is coloured as one, and no word of C is", () => {
	const [{ repository }] = grammars;
	const expression = new RegExp(`^(?:${repository.primitives.match})`);
	const uncoloured = [...PRIMITIVES.keys()].filter((name) => !expression.test(`${name}(x)`));
	expect(uncoloured).toEqual([]);
	for (const word of ["if", "while", "sizeof", "my_mb", "READ_TWICE"])
		expect(expression.test(`${word}(x)`)).toBe(false);
});

test("the extension is a script, and starts the server with options that it has", async () => {
	const text = read(manifest.main);
	expect(() => new Script(`(function (require, exports) {${text}\n})`)).not.toThrow();
	const shell = memoryShell(memoryFiles({}));
	expect(await runCommandLine(["lsp", "--help"], shell)).toBe(0);
	const options = [...text.matchAll(/"(--?[\w-]+)"/g)].map(([, option]) => option);
	expect(options.length).toBeGreaterThan(5);
	for (const option of options) expect(shell.output()).toContain(`${option} `.trimEnd());
	const settings = [...text.matchAll(/\.get\("(\w+)"\)/g)].map(([, name]) => `ringlit.${name}`);
	for (const name of settings)
		expect(Object.keys(manifest.contributes.configuration.properties)).toContain(name);
});
