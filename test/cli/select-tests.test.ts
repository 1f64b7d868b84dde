import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeFiles } from "../../src/cli/node-files.ts";
import { readSource } from "../../src/cli/read-source.ts";
import { selectTests } from "../../src/cli/select-tests.ts";
import { LOCKED, memoryFiles, type Tree } from "./memory-shell.ts";
import { scratchFolder } from "./scratch-folder.ts";

function select(tree: Tree, ...paths: string[]): string[] {
	return selectTests(paths, memoryFiles(tree)).map((selection) =>
		"diagnostics" in selection ? `${selection.path}: ${selection.diagnostics[0].code}` : selection.path,
	);
}

test("a folder stands for the tests below it, sorted", () => {
	const tree = {
		"t/b.litmus": "",
		"t/a/z.litmus": "",
		"t/a.litmus": "",
		"t/README.md": "",
		"u/c.litmus": "",
	};
	expect(select(tree, "t")).toEqual(["t/a.litmus", "t/a/z.litmus", "t/b.litmus"]);
	expect(select(tree, "t/")).toEqual(["t/a.litmus", "t/a/z.litmus", "t/b.litmus"]);
});

test("paths keep their order, and a test is selected once", () => {
	const tree = { "t/b.litmus": "", "t/a.litmus": "", notes: "" };
	expect(select(tree, "notes", "t/b.litmus", "t")).toEqual(["notes", "t/b.litmus", "t/a.litmus"]);
});

test("a folder without tests is a problem, and so is one that cannot be listed", () => {
	const tree = { "t/x.txt": "", "u/a.litmus": "", "u/locked/": LOCKED } as const;
	expect(select(tree, "t")).toEqual(["t: folder-without-tests"]);
	expect(select(tree, "u")).toEqual(["u/a.litmus", "u/locked: folder-unreadable"]);
});

test("a link to nowhere is no test less, but for an editor's lock", () => {
	const scratch = scratchFolder();
	try {
		scratch.write("t/a.litmus", "");
		for (const name of ["gone.litmus", ".#a.litmus", "other"])
			symlinkSync("nowhere", join(scratch.path, "t", name));
		const found = selectTests([scratch.path], nodeFiles);
		expect(found).toEqual(["a", "gone"].map((name) => ({ path: join(scratch.path, "t", `${name}.litmus`) })));
		const read = readSource(found[1].path, "a litmus test", nodeFiles);
		expect(read.ok ? undefined : read.diagnostics[0].code).toBe("path-missing");
	} finally {
		scratch.remove();
	}
});

test("a missing path is left to whoever reads it", () => {
	expect(select({}, "gone.litmus")).toEqual(["gone.litmus"]);
});

function readCode(tree: Tree, path: string): string {
	const file = readSource(path, "a litmus test", memoryFiles(tree));
	return file.ok ? file.value.text : file.diagnostics[0].code;
}

test("reading says what is wrong with a path", () => {
	const tree = {
		"t/a.litmus": "C a",
		"t/locked": LOCKED,
		"t/large": new Uint8Array(4 * 2 ** 20 + 1).fill(65),
		"t/limit": new Uint8Array(4 * 2 ** 20).fill(65),
		"t/binary": "C a\n\0",
		"t/latin1": new Uint8Array([0x43, 0xe9]),
		"t/bom": "\ufeffC a",
	} as const;
	expect(readCode(tree, "t/a.litmus")).toBe("C a");
	expect(readCode(tree, "t")).toBe("folder-instead-of-file");
	expect(readCode(tree, "t/gone")).toBe("path-missing");
	expect(readCode(tree, "t/locked")).toBe("file-unreadable");
	expect(readCode(tree, "t/large")).toBe("file-too-large");
	expect(readCode(tree, "t/limit")).toHaveLength(4 * 2 ** 20);
	expect(readCode(tree, "t/binary")).toBe("file-binary");
	expect(readCode(tree, "t/latin1")).toBe("C\ufffd");
	expect(readCode(tree, "t/bom")).toBe("C a");
});

test("a binary file is shown where its first NUL stands", () => {
	const file = readSource("b", "a model", memoryFiles({ b: "x\ny\0" }));
	expect(file.ok ? undefined : file.diagnostics[0].span).toMatchObject({ start: 3, end: 4 });
});
