import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mergeCommand } from "../../../src/cli/merge/merge-command.ts";
import { nodeFiles } from "../../../src/cli/node-files.ts";
import { fileUnwritable } from "../../../src/source/messages.ts";
import { type ScratchFolder, scratchFolder } from "../scratch-folder.ts";
import { check, gateShell, tinyTest, withoutTimes } from "./gate-shell.ts";

let scratch: ScratchFolder;
let path: string;

beforeEach(() => {
	scratch = scratchFolder();
	path = scratch.write("a.litmus", tinyTest("a", "Sometimes"));
});

afterEach(() => scratch.remove());

test("--output writes the report to a file and prints the text", async () => {
	for (const format of ["text", "json", "junit", "sarif", "github", "tap"] as const) {
		const output = join(scratch.path, `report.${format}`);
		const printed = await check([path], { format, output });
		expect(printed).toEqual(await check([path], { format: "text" }));
		const written = withoutTimes(readFileSync(output, "utf8"));
		expect(written).toBe((await check([path], { format })).output);
	}
});

test.each([
	"missing/report",
	"folder",
	"full",
])("%s cannot be written: exit 2, and nothing is there", async (name) => {
	mkdirSync(join(scratch.path, "folder"));
	const output = join(scratch.path, name);
	const files =
		name === "full" ? { ...nodeFiles, write: (file: string) => fileUnwritable(file, "ENOSPC") } : nodeFiles;
	const before = readdirSync(scratch.path);
	const { code, errors, output: printed } = await check([path], { output }, gateShell({ files }));
	expect(code).toBe(2);
	expect(errors).toMatch(/error: .*cannot be written \((EISDIR|ENOENT|ENOSPC)\)/);
	expect(printed).toContain("1 test: 1 as expected");
	expect(readdirSync(scratch.path)).toEqual(before);
});

test("what was there before stays if the report cannot be written", async () => {
	const folder = join(scratch.path, "locked");
	const output = scratch.write("locked/report", "before");
	chmodSync(folder, 0o500);
	const { code } = await check([path], { output });
	const isRoot = process.getuid?.() === 0;
	chmodSync(folder, 0o700);
	expect(code).toBe(isRoot ? 0 : 2);
	if (!isRoot) expect(readFileSync(output, "utf8")).toBe("before");
	expect(readdirSync(folder)).toEqual(["report"]);
});

test("a run that cannot be made leaves a report that says so", async () => {
	const output = join(scratch.path, "report");
	expect(await check([path], { output, filter: "none", format: "junit" })).toMatchObject({
		code: 2,
		output: "",
	});
	expect(readFileSync(output, "utf8")).toContain("matches the filter");
});

test("a report that cannot be read is no part", () => {
	const shell = gateShell();
	expect(
		mergeCommand([join(scratch.path, "gone"), scratch.path], { format: "text", color: "never" }, shell),
	).toBe(2);
	expect(shell.errors()).toMatch(/cannot be read \(ENOENT\)[\s\S]*cannot be read \(EISDIR\)/);
	expect(existsSync(join(scratch.path, "gone"))).toBe(false);
});

test("no report and no checkpoint is written over a test", async () => {
	const other = scratch.write("b.litmus", tinyTest("b"));
	const plain = scratch.write("c.txt", tinyTest("c"));
	for (const [paths, options] of [
		[[path], { output: path }],
		[[path], { checkpoint: path }],
		[[], { output: other }],
		[[plain], { output: plain }],
	] as const) {
		const before = [path, other, plain].map((each) => readFileSync(each, "utf8"));
		const { code, output, errors } = await check(paths, options);
		expect({ code, output }).toEqual({ code: 2, output: "" });
		expect(errors).toMatch(/^error: --(output|checkpoint) \S+ would replace a test\n {2}hint: /);
		expect([path, other, plain].map((each) => readFileSync(each, "utf8"))).toEqual(before);
	}
});
