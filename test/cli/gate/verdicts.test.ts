import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTextCache } from "../../../src/cli/node-text-cache.ts";
import type { TextCache } from "../../../src/cli/text-cache.ts";
import { type VerdictFacts, verdictKey } from "../../../src/cli/verdicts/verdict-key.ts";
import { preprocess } from "../../../src/litmus/preprocess/preprocess.ts";
import { type ScratchFolder, scratchFolder } from "../scratch-folder.ts";
import { check, gateShell, tinyTest } from "./gate-shell.ts";

let scratch: ScratchFolder;
let folder: string;
let found: number;
let kept: number;

beforeEach(() => {
	scratch = scratchFolder();
	folder = join(scratch.path, "cache");
	found = 0;
	kept = 0;
});

afterEach(() => scratch.remove());

/** Counts what is found and kept. */
function verdicts(): TextCache {
	const cache = openTextCache(folder, { most: 100, every: 1 });
	if (cache === undefined) throw new Error("no cache");
	return {
		read(key) {
			const text = cache.read(key);
			if (text !== undefined) found++;
			return text;
		},
		write(key, text) {
			kept++;
			cache.write(key, text);
		},
	};
}

/** Checks, and says how often something was found and kept. */
async function cached(paths: readonly string[], options: Parameters<typeof check>[1] = {}) {
	[found, kept] = [0, 0];
	const result = await check(paths, options, gateShell({ verdicts: verdicts() }));
	return { result, found, kept };
}

const RACE = `C race
(* Result: Sometimes DATARACE *)
{}
P0(int *x) { *x = 1; }
P1(int *x) { int r0 = *x; }
exists (1:r0=1)
`;

test.each(["sc", "lkmm", "lkmm,sc"])("a verdict under %s is found again, and is the same", async (model) => {
	const paths = [
		scratch.write("a.litmus", tinyTest("a", "Sometimes")),
		scratch.write("b.litmus", tinyTest("b", "Never")),
		scratch.write("c.litmus", RACE),
		scratch.write("d.litmus", tinyTest("d").replace("int r0", "int r9; int r0")),
		scratch.write("w.litmus", "C w\n{}\nP0(int *x) { for (;;) { WRITE_ONCE(*x, 1); } }\nexists (x=1)\n"),
	];
	const models = model.split(",").length;
	for (const format of ["text", "json", "sarif"] as const) {
		rmSync(folder, { recursive: true, force: true });
		const first = await cached(paths, { model, format });
		const incomplete = first.result.output.match(/"status": "incomplete"|^\? /gm)?.length ?? 0;
		if (format === "json") expect(incomplete).toBe(models);
		expect(first).toMatchObject({ found: 0, kept: 4 * models });
		const second = await cached(paths, { model, format });
		expect(second).toEqual({ result: first.result, found: 4 * models, kept: 0 });
		const without = await cached(paths, { model, format, cache: false });
		expect(without).toEqual({ result: first.result, found: 0, kept: 0 });
	}
});

test("whatever a verdict follows from, changing it makes it be found out anew", async () => {
	const header = scratch.write("h.h", "#define VALUE 1\n");
	const path = scratch.write("t.litmus", `C t\n#include "h.h"\n#parameter N = 1\n${tinyTest("t").slice(4)}`);
	writeFileSync(path, readFileSync(path, "utf8").replace("WRITE_ONCE(*x, 1)", "WRITE_ONCE(*x, VALUE * N)"));
	const model = scratch.write("m.cat", '"m"\ninclude "n.cat"\nacyclic po | rf | weaker as order\n');
	const part = scratch.write("n.cat", "let weaker = 0\n");
	const options = { model };
	const fresh = async (more: Parameters<typeof check>[1] = {}) => {
		const { kept: written, result } = await cached([path], { ...options, ...more });
		const again = await cached([path], { ...options, ...more });
		expect(again).toEqual({ result, found: 1, kept: 0 });
		expect((await check([path], { ...options, ...more })).output).toBe(result.output);
		return written;
	};
	expect(await fresh()).toBe(1);
	writeFileSync(header, "#define VALUE 2\n");
	expect(await fresh()).toBe(1);
	expect(await fresh({ set: new Map([["N", 2n]]) })).toBe(1);
	expect(await fresh({ unroll: 5 })).toBe(1);
	expect(await fresh({ symmetry: false })).toBe(1);
	expect(await fresh({ timeout: 1000 })).toBe(0);
	writeFileSync(part, "let weaker = co\n");
	expect(await fresh()).toBe(1);
	writeFileSync(model, `${readFileSync(model, "utf8")}\nacyclic fr as more\n`);
	expect(await fresh()).toBe(1);
	writeFileSync(path, readFileSync(path, "utf8").replace("exists", "forall"));
	expect(await fresh()).toBe(1);
	writeFileSync(path, readFileSync(path, "utf8").replace("{}", "(* Result: Never *)\n{}"));
	expect(await fresh()).toBe(1);
});

test("what came first of several models is told as such", async () => {
	const path = scratch.write("a.litmus", RACE);
	const one = await cached([path], { model: "lkmm,sc", format: "text" });
	const other = await cached([path], { model: "sc,lkmm", format: "text" });
	expect(other.result).toEqual(await check([path], { model: "sc,lkmm", format: "text" }));
	expect(one.result).toEqual(await check([path], { model: "lkmm,sc", format: "text" }));
});

test("damaged entries are none", async () => {
	const path = scratch.write("a.litmus", tinyTest("a", "Sometimes"));
	const { result } = await cached([path]);
	for (const name of readdirSync(folder)) {
		const text = readFileSync(join(folder, name), "utf8");
		writeFileSync(join(folder, name), text.replace('"Sometimes"', '"Never"'));
	}
	expect(await cached([path])).toEqual({ result, found: 0, kept: 1 });
});

const parts = {
	build: fc.string(),
	path: fc.string(),
	text: fc.string(),
	origin: fc.option(fc.string(), { nil: undefined }),
	settings: fc.array(fc.record({ name: fc.string(), value: fc.bigInt() }), { maxLength: 2 }),
	bits: fc.option(fc.constantFrom(8n, 16n), { nil: undefined }),
	model: fc.string(),
	first: fc.string(),
	isHeld: fc.boolean(),
	unroll: fc.nat(9),
	symmetry: fc.boolean(),
};
const facts = fc.record(parts);
const names = Object.keys(parts) as (keyof Facts)[];

type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

function keyOf(given: Facts): string {
	const { text, origin, settings, bits, unroll, symmetry, ...rest } = given;
	const span = { file: { path: "h", text: origin ?? "" }, start: 0, end: 1 };
	const pieces = origin === undefined ? undefined : [{ start: 0, from: span, isCopy: true }];
	const file = { path: "t", text, ...(pieces && { origin: pieces }) };
	const preprocessed: VerdictFacts["text"] = { file, settings, parameter: () => bits };
	return verdictKey({ ...rest, text: preprocessed, options: { unroll, symmetry } });
}

test("two keys are equal only if everything is that a verdict follows from", () => {
	const plain = (value: unknown): string =>
		JSON.stringify(value, (_, each) => (typeof each === "bigint" ? `${each}n` : each));
	fc.assert(
		fc.property(facts, facts, fc.constantFrom(...names), (one, other, name) => {
			const changed = { ...one, [name]: other[name] };
			expect(keyOf(changed) === keyOf(one)).toBe(plain(changed) === plain(one));
			expect(keyOf({ ...one })).toBe(keyOf(one));
			expect(keyOf(one)).toMatch(/^[0-9a-f]{64}$/);
		}),
	);
});

test("a text of several files has a key by what it was made of", () => {
	const key = (header: string): string => {
		const readInclude = () => ({ path: "h.h", text: header });
		const text = preprocess({ path: "t", text: '#include "h.h"\nx\n' }, { readInclude });
		if (!text.ok) throw new Error("not preprocessed");
		const names = { build: "b", path: "t", model: "m", first: "m", isHeld: true, options: { unroll: 4 } };
		return verdictKey({ ...names, text: text.value });
	};
	expect(key("y\n")).toBe(key("y\n"));
	expect(key("y\n")).not.toBe(key("z\n"));
	// Names of assertions have lines.
	expect(key("y\n")).not.toBe(key("\ny\n"));
});
