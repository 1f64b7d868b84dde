import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mergeCommand } from "../../../src/cli/merge/merge-command.ts";
import { parseShard, shardPlaces } from "../../../src/cli/parse-shard.ts";
import { type ScratchFolder, scratchFolder } from "../scratch-folder.ts";
import { check, gateShell, tinyTest, withoutTimes } from "./gate-shell.ts";

let scratch: ScratchFolder;

beforeAll(() => {
	scratch = scratchFolder();
	for (const [index, result] of ["Sometimes", "Never", undefined, "Sometimes", "Always"].entries())
		scratch.write(`t/${index}.litmus`, tinyTest(`test-${index}`, result));
	scratch.write("t/bad.litmus", "#define W WRITE_ONCE\nC bad\n{}\nP0(int *x) { W(*x; }\nexists (x=1)\n");
	scratch.write("t/unused.litmus", tinyTest("unused", "Sometimes").replace("int r0", "int r7; int r0"));
});

afterAll(() => scratch.remove());

async function partsOf(
	count: number,
	options: Parameters<typeof check>[1] = {},
	paths = [`${scratch.path}/t`],
) {
	const reports: string[] = [];
	for (let index = 1; index <= count; index++) {
		const shell = gateShell();
		await check(paths, { ...options, shard: { index, count } }, shell);
		reports.push(scratch.write(`parts/${count}-${index}.json`, shell.output()));
	}
	return reports;
}

function merge(reports: readonly string[], format: Parameters<typeof mergeCommand>[1]["format"] = "text") {
	const shell = gateShell();
	const code = mergeCommand(reports, { format, color: "never" }, shell);
	return { code, output: withoutTimes(shell.output()), errors: shell.errors() };
}

test("shards share out everything once, as evenly as can be", () => {
	fc.assert(
		fc.property(fc.nat(200), fc.integer({ min: 1, max: 40 }), (length, count) => {
			const shards = Array.from({ length: count }, (_, i) => shardPlaces({ index: i + 1, count }, length));
			expect(shards.flat().sort((a, b) => a - b)).toEqual(Array.from({ length }, (_, i) => i));
			const sizes = shards.map((shard) => shard.length);
			expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
		}),
	);
});

test.each(["", "1", "0/2", "3/2", "1/0", "a/b", "1/2/3", "-1/2", "1/9999999"])("%j is no shard", (text) => {
	expect(parseShard(text).ok).toBe(false);
});

test.each([1, 2, 3, 9])("%i parts together are the run in one part, in every form", async (count) => {
	for (const model of ["sc", "sc,lkmm"]) {
		const reports = await partsOf(count, { model });
		for (const format of ["text", "json", "junit", "sarif", "github", "tap"] as const)
			expect(merge(reports.toReversed(), format)).toEqual(
				await check([`${scratch.path}/t`], { model, format }),
			);
	}
});

test("a filter that leaves a part nothing, or all of them, is told as for the whole run", async () => {
	const paths = [`${scratch.path}/t`];
	for (const filter of ["test-1", "nothing"]) {
		const whole = await check(paths, { filter, format: "text" });
		expect(merge(await partsOf(3, { filter }))).toEqual(whole);
	}
});

test("what does not belong together is not merged", async () => {
	const [first, second] = await partsOf(2);
	expect(merge([first])).toMatchObject({
		code: 2,
		errors: expect.stringContaining("part 2 is missing, of 2"),
	});
	expect(merge([first, first, second]).errors).toContain("are both part 1");
	const kept = scratch.write("parts/kept.json", gateShell().output());
	expect(merge([kept]).errors).toContain("is not the report of a part of a run");
});

test("parts of runs with other options are of different runs", async () => {
	const [first] = await partsOf(2);
	const shell = gateShell();
	await check([`${scratch.path}/t`], { unroll: 5, shard: { index: 2, count: 2 } }, shell);
	const second = scratch.write("parts/other.json", shell.output());
	const { code, errors, output } = merge([first, second], "json");
	expect(code).toBe(2);
	expect(errors).toContain("parts of different runs");
	expect(JSON.parse(output)).toMatchObject({ tests: [], message: expect.stringContaining("different runs") });
});

test("whatever is changed in a report, merging says what is wrong, or does", async () => {
	const [whole] = await partsOf(1, {}, [`${scratch.path}/t/bad.litmus`, `${scratch.path}/t/0.litmus`]);
	const text = readText(whole);
	fc.assert(
		fc.property(
			fc.nat(text.length),
			fc.nat(30),
			fc.constantFrom("", "0", '"', "}", "null", "-1"),
			(at, cut, put) => {
				const path = scratch.write("parts/mutant.json", text.slice(0, at) + put + text.slice(at + cut));
				const { code, errors } = merge([path]);
				expect([0, 1, 2, 3]).toContain(code);
				if (code === 2 && errors !== "") expect(errors).toMatch(/error: /);
			},
		),
		{ numRuns: 150 },
	);
});

function readText(path: string): string {
	const bytes = gateShell().files.read(path, 2 ** 24);
	return bytes.ok ? new TextDecoder().decode(bytes.value) : "";
}

test("a merged report is not written over a part", async () => {
	const [first, ...others] = await partsOf(2);
	const before = readFileSync(first, "utf8");
	const shell = gateShell();
	const code = mergeCommand(others, { format: "json", output: first, color: "never" }, shell);
	expect({ code, output: shell.output() }).toEqual({ code: 2, output: "" });
	expect(shell.errors()).toContain("would replace the report of a part");
	expect(readFileSync(first, "utf8")).toBe(before);
});
