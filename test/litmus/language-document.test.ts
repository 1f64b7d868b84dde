import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { judge } from "../../src/cli/judge.ts";
import type { Program } from "../../src/execution/program.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { writePlain } from "../../src/litmus/plain/write-plain.ts";
import { formatDiagnostic } from "../../src/source/format-diagnostic.ts";
import { builtin } from "../cat/load.ts";
import { readerOf } from "./preprocess/run.ts";

const page = readFileSync(new URL("../../docs/language.md", import.meta.url), "utf8");

/** The files that docs/language.md shows: a name in a line of its own, then a block. */
const files = Object.fromEntries(
	[...page.matchAll(/^`([\w.-]+)`:\n\n```\n([\s\S]*?)^```$/gm)].map(([, name, text]) => [name, text]),
);

function load(path: string, text: string, parameters: ReadonlyMap<string, bigint> = new Map()): Program {
	const result = loadProgram({ path, text }, {}, { readInclude: readerOf(files), parameters });
	if (!result.ok) throw new Error(result.diagnostics.map(formatDiagnostic).join("\n"));
	expect(result.warnings).toEqual([]);
	return result.value;
}

function statusOf(program: Program): string {
	const verdict = check(program, builtin("lkmm"), { unroll: 4 });
	const { quantifier, proposition, expectation } = program;
	return judge(verdict, quantifier, expectation, { hasCondition: proposition.kind !== "true", isHeld: true })
		.status;
}

describe("the tests that docs/language.md shows are as they promise", () => {
	const shown = Object.keys(files).filter((name) => name.endsWith(".litmus"));

	test("there are some", () =>
		expect(shown).toEqual([
			...["queue.litmus", "queue-values.litmus"],
			...["mailbox.litmus", "interrupted.litmus", "slots.litmus", "slots-plain.litmus"],
		]));

	test.each(shown)("%s", (name) => {
		const program = load(name, files[name]);
		expect(program.expectation).toBeDefined();
		expect(statusOf(program)).toBe("pass");
	});

	test("a plain test is what `ringlit lower` prints", () => {
		const plain = writePlain(load("slots.litmus", files["slots.litmus"]));
		expect(plain.ok && plain.value).toBe(files["slots-plain.litmus"]);
	});

	test("with other values, too", () => {
		for (const producers of [1n, 2n]) {
			const program = load("queue.litmus", files["queue.litmus"], new Map([["producers", producers]]));
			expect(program.threads).toHaveLength(Number(producers) + 1);
			expect(statusOf(program)).toBe("pass");
		}
	});

	test("the first example", () => {
		const text = /^ {4}C MP[\s\S]*?^ {4}exists.*$/m.exec(page)?.[0].replace(/^ {4}/gm, "") ?? "";
		expect(statusOf(load("first", text))).toBe("pass");
	});
});

test("docs/language.md names every directive", () => {
	const directives =
		"include define undef if ifdef ifndef elif elifdef elifndef else endif error warning pragma line parameter";
	for (const directive of directives.split(" ")) expect(page).toContain(`\`#${directive}`);
});
