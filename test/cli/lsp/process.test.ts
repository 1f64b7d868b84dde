import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Hover, Location, Position } from "vscode-languageserver-protocol";
import { type Client, startClient } from "./start-client.ts";

const ROOT = new URL("../../../", import.meta.url).pathname;

// Below the package, so that the bundle finds the shipped models as it does in dist/.
const BUNDLE = join(ROOT, "node_modules/.cache/ringlit-lsp-test");
const TESTS = join(BUNDLE, "tests");
const PROGRAM = join(BUNDLE, "ringlit.js");

const MP = `C MP
(* Result: Never *)
{ int x = 0; y = 0; }
P0(int *x, int *y) { WRITE_ONCE(*x, 1); smp_store_release(y, 1); }
P1(int *x, int *y) { int r0 = smp_load_acquire(y); int r1 = READ_ONCE(*x); }
exists (1:r0=1 /\\ 1:r1=0)
`;

/** Unlike threads that all write one variable: far more coherence orders than can be explored. */
const LONG = `C long
{}
${Array.from({ length: 14 }, (_, i) => `P${i}(int *x) { WRITE_ONCE(*x, ${i + 1}); }`).join("\n")}
exists (x=0)
`;

let client: Client;

beforeAll(async () => {
	rmSync(BUNDLE, { recursive: true, force: true });
	mkdirSync(TESTS, { recursive: true });
	execFileSync(process.execPath, [join(ROOT, "build.mjs"), BUNDLE], { cwd: ROOT });
	client = await startClient(PROGRAM);
}, 300_000);

afterAll(async () => {
	client?.server.kill();
	rmSync(BUNDLE, { recursive: true, force: true });
});

/** The position of the first, or a later, occurrence of a text, `into` characters behind its beginning. */
function at(text: string, wanted: string, into = 0, from = 0): Position {
	const offset = text.indexOf(wanted, from) + into;
	const before = text.slice(0, offset).split("\n");
	return { line: before.length - 1, character: before[before.length - 1].length };
}

const hover = async (uri: string, position: Position): Promise<string> => {
	const found = await client.connection.sendRequest<Hover | null>("textDocument/hover", {
		textDocument: { uri },
		position,
	});
	const contents = found?.contents;
	return typeof contents === "object" && "value" in contents ? contents.value : "";
};

const definition = (uri: string, position: Position): Promise<Location[]> =>
	client.connection.sendRequest("textDocument/definition", { textDocument: { uri }, position });

test("the server says what it can do", () => {
	expect(client.initialized).toMatchObject({
		serverInfo: { name: "ringlit" },
		capabilities: { hoverProvider: true, executeCommandProvider: { commands: ["ringlit.explain"] } },
	});
});

test("diagnostics come with a mistake and go with it", async () => {
	const broken = MP.replace("READ_ONCE", "READ_TWICE");
	const uri = client.open(join(TESTS, "typing.litmus"), broken);
	const [found] = await client.diagnostics(uri, (shown) => shown.length > 0);
	expect(found).toMatchObject({ severity: 1, source: "ringlit", code: "litmus-unknown-call" });
	expect(found.range.start).toEqual(at(broken, "READ_TWICE"));
	expect(found.message).toMatch(/hint: /);
	client.change(uri, MP);
	expect(await client.diagnostics(uri, (shown) => shown.length === 0)).toEqual([]);
});

test("a hover tells a primitive's events, and a variable's first value and users", async () => {
	const uri = client.open(join(TESTS, "hover.litmus"), MP);
	expect(await hover(uri, at(MP, "smp_store_release", 3))).toContain("W[RELEASE]");
	const variable = await hover(uri, at(MP, "int *x", 5));
	expect(variable).toContain("Initially `0`");
	expect(variable).toContain("used by P0, P1");
	expect(await hover(uri, { line: 1, character: 0 })).toBe("");
});

test("the lens above a test has its verdict, anew for each text, and its command explains it", async () => {
	const uri = client.open(join(TESTS, "lens.litmus"), MP);
	const [lens] = await client.lenses(uri, ([title = ""]) => title.includes("Never"));
	expect(lens.range.start).toEqual(at(MP, "MP"));
	expect(lens.command?.title).toMatch(/✓ Never, as promised · 0 positive, 3 negative/);
	const weak = MP.replace("smp_store_release(y, 1)", "WRITE_ONCE(*y, 1)");
	client.change(uri, weak);
	const [other] = await client.lenses(uri, ([title = ""]) => title.includes("Sometimes"));
	expect(other.command?.title).toMatch(/✗ Sometimes, differs from Result: Never · 1 positive/);
	const { command, arguments: words } = other.command ?? {};
	const story = await client.connection.sendRequest("workspace/executeCommand", {
		command,
		arguments: words,
	});
	expect(story).toMatchObject({ uri, format: "text", content: expect.stringContaining("MP") });
	const page = await client.connection.sendRequest("workspace/executeCommand", {
		command,
		arguments: [{ uri, format: "html" }],
	});
	expect(page).toMatchObject({ format: "html", content: expect.stringMatching(/^<!doctype html>/) });
});

test("a search without an end is given up when the text changes", async () => {
	const uri = client.open(join(TESTS, "long.litmus"), LONG);
	await client.lenses(uri, ([title = ""]) => title.includes("checking"));
	client.change(uri, MP);
	const [lens] = await client.lenses(uri, ([title = ""]) => title.includes("promised"));
	expect(lens.command?.title).toMatch(/Never, as promised/);
});

test("what a test includes is read as it is in the editor", async () => {
	const header = join(TESTS, "ops.h");
	writeFileSync(header, "#define PUBLISH(p) smp_store_release(p, 1)\n");
	const text = MP.replace("C MP\n", 'C MP\n#include "ops.h"\n').replace(
		"smp_store_release(y, 1)",
		"PUBLISH(y)",
	);
	const uri = client.open(join(TESTS, "including.litmus"), text);
	await client.diagnostics(uri, (shown) => shown.length === 0);
	const [place] = await definition(uri, at(text, "PUBLISH(y)"));
	expect(place).toEqual({
		uri: pathToFileURL(header).href,
		range: { start: { line: 0, character: 8 }, end: { line: 0, character: 15 } },
	});
	const broken = "#define PUBLISH(p) smp_store_release(p, 1)\n#defin SLOTS 2\n";
	const other = client.open(header, broken, "c");
	const [inHeader] = await client.diagnostics(other, (shown) => shown.length > 0);
	expect(inHeader.range.start.line).toBe(1);
	const shown = await client.diagnostics(uri, (now) => now.length > 0);
	expect(shown.map(({ range }) => range.start)).toContainEqual(at(text, '"ops.h"'));
	client.change(other, "#define PUBLISH(p) smp_store_release(p, 2)\n");
	expect(await client.diagnostics(other, (now) => now.length === 0)).toEqual([]);
	expect(await client.diagnostics(uri, (now) => now.length === 0)).toEqual([]);
	await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri: other } });
	expect((await definition(uri, at(text, "ops.h")))[0].uri).toBe(other);
});

test("positions are UTF-16 units, and lines may end with a carriage return", async () => {
	const text = MP.replace("C MP\n", "C MP\n// 𝕏 é\n")
		.replace("{ WRITE_ONCE", "{ /* 𝕏𝕏 */ WRITE_TWICE")
		.replaceAll("\n", "\r\n");
	const uri = client.open(join(TESTS, "crlf.litmus"), text);
	const [found] = await client.diagnostics(uri, (shown) => shown.length > 0);
	const start = { line: 4, character: text.split("\r\n")[4].indexOf("WRITE_TWICE") };
	expect(found.range).toEqual({ start, end: { line: 4, character: start.character + "WRITE_TWICE".length } });
});

test("a model has diagnostics and definitions", async () => {
	const text = 'let com = rf | co\nacyclic po | comm as order\ninclude "cos.cat"\n';
	const uri = client.open(join(TESTS, "mine.cat"), text);
	const [found] = await client.diagnostics(uri, (shown) => shown.length > 0);
	expect(found.range.start).toEqual(at(text, "comm"));
	const right = text.replace("comm ", "com ");
	client.change(uri, right);
	await client.diagnostics(uri, (shown) => shown.length === 0);
	expect(await definition(uri, at(right, "com as"))).toEqual([
		{ uri, range: { start: { line: 0, character: 4 }, end: { line: 0, character: 7 } } },
	]);
});

test("a model that is being written decides verdicts as it stands in the editor", async () => {
	const path = join(TESTS, "own.cat");
	const strict = "acyclic po | rf | co | fr as sc\n";
	writeFileSync(path, strict);
	const other = await startClient(PROGRAM, ["--model", path]);
	const weak = MP.replace("smp_store_release(y, 1)", "WRITE_ONCE(*y, 1)");
	const uri = other.open(join(TESTS, "judged.litmus"), weak);
	await other.lenses(uri, ([title = ""]) => title.includes("Never, as promised"));
	const model = other.open(path, "acyclic po & loc | rf | co | fr as coherence\n");
	await other.lenses(uri, ([title = ""]) => title.includes("Sometimes, differs from Result: Never"));
	other.change(model, strict);
	await other.lenses(uri, ([title = ""]) => title.includes("Never, as promised"));
	other.server.kill("SIGTERM");
	expect(await other.ended).toBe(143);
});

test("a server that is shut down ends with 0, and one whose editor is gone with 1", async () => {
	const orderly = await startClient(PROGRAM, ["--no-verdicts"]);
	await orderly.connection.sendRequest("shutdown");
	await orderly.connection.sendNotification("exit");
	expect(await orderly.ended).toBe(0);
	const left = await startClient(PROGRAM, ["--no-verdicts"], false);
	left.server.stdin?.end();
	expect(await left.ended).toBe(1);
});

test("an editor that is never told to look again waits for the verdict", async () => {
	const plain = await startClient(PROGRAM, ["--model", "sc"], false);
	const uri = plain.open(join(TESTS, "waiting.litmus"), MP);
	const lenses = await plain.connection.sendRequest("textDocument/codeLens", { textDocument: { uri } });
	expect(lenses).toMatchObject([{ command: { title: expect.stringContaining("Never, as promised") } }]);
	plain.server.kill("SIGINT");
	expect(await plain.ended).toBe(130);
});
