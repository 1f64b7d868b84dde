import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Model } from "../../src/cat/model.ts";
import { packModel } from "../../src/cat/pack-model.ts";
import { type CheckCommandOptions, checkCommand } from "../../src/cli/check-command.ts";
import { type KernelModelFiles, loadKernelModel } from "../../src/cli/load-kernel-model.ts";
import { loadNamedModel } from "../../src/cli/load-named-model.ts";
import { loadThroughCache } from "../../src/cli/load-through-cache.ts";
import { nodeFiles } from "../../src/cli/node-files.ts";
import { openTextCache } from "../../src/cli/node-text-cache.ts";
import type { TextCache } from "../../src/cli/text-cache.ts";
import { memoryShell } from "./memory-shell.ts";
import { type ScratchFolder, scratchFolder } from "./scratch-folder.ts";

const counted = vi.hoisted(() => ({ reads: 0 }));

vi.mock(import("../../src/cat/load-model.ts"), async (importOriginal) => {
	const { loadModel, ...rest } = await importOriginal();
	return {
		...rest,
		loadModel: (...given) => {
			counted.reads++;
			return loadModel(...given);
		},
	};
});

const modelsFolder = new URL("../../models/", import.meta.url).pathname;
const KERNEL = new URL("../kernel-style/lkmmv2/", import.meta.url).pathname;

const BELL = `enum Orders = 'strong || 'weak
instructions R[Orders]
default R['weak]
let strong-reads = R & Strong
`;
const MODEL = `"tiny"
include "lock.cat"
acyclic po | rf | locks as order
if "lkmmv2" begin empty strong-reads & locked as newer end
`;
const LOCK = "let locks = co\nlet locked = M\n";

let scratch: ScratchFolder;
let cache: TextCache | undefined;

beforeEach(() => {
	scratch = scratchFolder();
	cache = openTextCache(join(scratch.path, "cache"));
	scratch.write("tree/tiny.cat", MODEL);
	scratch.write("tree/tiny.bell", BELL);
	scratch.write("tree/lock.cat", LOCK);
});

afterEach(() => scratch.remove());

const place = (name: string): string => join(scratch.path, name);

/** All that a verdict can depend on, as text. */
const told = (model: Model): string => JSON.stringify(packModel(model));

function tiny(changes: Partial<KernelModelFiles> = {}): KernelModelFiles {
	const files = { model: place("tree/tiny.cat"), bell: place("tree/tiny.bell") };
	return { ...files, variants: [], folders: [], ...changes };
}

/** A model, and whether it was read rather than taken from the cache. */
async function load(wanted: KernelModelFiles, from: TextCache | undefined = cache) {
	const before = counted.reads;
	const found = await loadKernelModel(wanted, { files: nodeFiles, modelsFolder, cache: from });
	const isRead = counted.reads > before;
	if (!found.ok) return { isRead, error: found.diagnostics[0].code };
	return { isRead, model: told(found.value.model), annotations: found.value.model.annotations };
}

/** What reading says, whatever is cached. */
async function read(wanted: KernelModelFiles) {
	const before = counted.reads;
	const found = await loadKernelModel(wanted, { files: nodeFiles, modelsFolder });
	expect(counted.reads).toBe(before + 1);
	return found.ok ? told(found.value.model) : found.diagnostics[0].code;
}

async function expectMiss(wanted: KernelModelFiles): Promise<void> {
	expect(await load(wanted)).toMatchObject({ isRead: true, model: await read(wanted) });
}

async function expectHit(wanted: KernelModelFiles): Promise<void> {
	expect(await load(wanted)).toMatchObject({ isRead: false, model: await read(wanted) });
}

const entries = (): string[] => readdirSync(place("cache"));

test("the second time a model is not read", async () => {
	await expectMiss(tiny());
	await expectHit(tiny());
	const { annotations } = await load(tiny());
	expect(annotations).toEqual({ tags: new Set(["strong", "weak"]), defaults: new Map([["R", ["Weak"]]]) });
	expect(entries()).toHaveLength(1);
});

test.each([
	["tree/tiny.cat", MODEL.replace("po | rf", "po"), MODEL],
	["tree/tiny.bell", BELL.replace("R & Strong", "R & Weak"), BELL],
	["tree/lock.cat", LOCK.replace("co", "rf"), LOCK],
])("an edit of %s counts at once, and so does taking it back", async (name, edited, original) => {
	const wanted = tiny({ variants: ["lkmmv2"] });
	await expectMiss(wanted);
	const before = await read(wanted);
	scratch.write(name, edited);
	await expectMiss(wanted);
	expect(await read(wanted)).not.toBe(before);
	await expectHit(wanted);
	scratch.write(name, original);
	expect(await load(wanted)).toMatchObject({ model: before });
});

test("an edit of a comment counts as one", async () => {
	await expectMiss(tiny());
	scratch.write("tree/lock.cat", `${LOCK}(* more *)\n`);
	await expectMiss(tiny());
});

test("an edit that breaks the model is told", async () => {
	await expectMiss(tiny());
	scratch.write("tree/lock.cat", "let locks = \n");
	expect(await load(tiny())).toMatchObject({ isRead: true, error: await read(tiny()) });
	expect(await load(tiny())).toMatchObject({ isRead: true, error: await read(tiny()) });
});

test("an included file that is put before another, or taken away, counts", async () => {
	const wanted = tiny({ folders: [place("more"), place("most")] });
	rmSync(place("tree/lock.cat"));
	scratch.write("most/lock.cat", LOCK);
	await expectMiss(wanted);
	await expectHit(wanted);
	scratch.write("more/lock.cat", LOCK.replace("co", "rf"));
	await expectMiss(wanted);
	scratch.write("tree/lock.cat", LOCK.replace("co", "addr"));
	await expectMiss(wanted);
	rmSync(place("tree/lock.cat"));
	await expectMiss(wanted);
	rmSync(place("more/lock.cat"));
	await expectMiss(wanted);
	// Now there is none at all: a built-in one stands in, which knows other names.
	rmSync(place("most/lock.cat"));
	expect(await load(wanted)).toMatchObject({ isRead: true, error: await read(wanted) });
});

test("a built-in file gives way when one of its name appears", async () => {
	scratch.write("tree/tiny.cat", 'include "lock.cat"\nacyclic po | rf | co as order\n');
	rmSync(place("tree/lock.cat"));
	await expectMiss(tiny());
	await expectHit(tiny());
	scratch.write("tree/lock.cat", "empty rf as quiet\n");
	await expectMiss(tiny());
});

test("a file that is included as two files is not one that is included twice", async () => {
	scratch.write("tree/tiny.cat", 'include "sub/part.cat"\ninclude "part.cat"\n');
	scratch.write("tree/sub/part.cat", "acyclic po as order\n");
	const wanted = tiny({ folders: [place("tree/sub")] });
	await expectMiss(wanted);
	const once = await read(wanted);
	scratch.write("tree/part.cat", "acyclic po as order\n");
	await expectMiss(wanted);
	expect(await read(wanted)).not.toBe(once);
});

test("with and without bell file, and in each variant, a model is another one", async () => {
	scratch.write("tree/tiny.cat", 'acyclic po as order\nif "lkmmv2" begin empty rf as newer end\n');
	const { bell: _, ...withoutBell } = tiny();
	for (const wanted of [
		tiny(),
		withoutBell,
		tiny({ variants: ["lkmmv2"] }),
		tiny({ variants: ["lkmmv1"] }),
	]) {
		await expectMiss(wanted);
	}
	for (const wanted of [
		tiny(),
		withoutBell,
		tiny({ variants: ["lkmmv2"] }),
		tiny({ variants: ["lkmmv1"] }),
	]) {
		await expectHit(wanted);
	}
	await expectHit(tiny({ variants: ["lkmmv1", "lkmmv1"] }));
});

test("a model without a name is called by its file", async () => {
	scratch.write("tree/one.cat", "acyclic po as order\n");
	scratch.write("tree/two.cat", "acyclic po as order\n");
	await expectMiss(tiny({ model: place("tree/one.cat") }));
	await expectMiss(tiny({ model: place("tree/two.cat") }));
	await expectHit(tiny({ model: place("tree/one.cat") }));
});

test("another build keeps its own, an unnamed one nothing", async () => {
	const parts = { model: { path: "m.cat", text: "acyclic po as order\n" } };
	const reads = async (build: string | undefined): Promise<number> => {
		const before = counted.reads;
		const found = await loadThroughCache(parts, () => undefined, cache, build);
		expect(found.ok).toBe(true);
		return counted.reads - before;
	};
	expect([await reads("one"), await reads("one")]).toEqual([1, 0]);
	expect([await reads("two"), await reads("one"), await reads("two")]).toEqual([1, 0, 0]);
});

test("a model with warnings or errors, or one that is interpreted, is read each time", async () => {
	scratch.write("tree/bare.cat", "let x = po\n");
	scratch.write("tree/sets.cat", "forall r in classes(loc) do acyclic ([r] ; po ; [r]) | co end\n");
	scratch.write("tree/wrong.cat", "acyclic nothing as order\n");
	for (const name of ["bare", "sets", "wrong"]) {
		const path = place(`tree/${name}.cat`);
		const shell = { files: nodeFiles, modelsFolder, cache };
		const [first, second] = [await loadNamedModel(path, shell), await loadNamedModel(path, shell)];
		expect(second.ok).toBe(name !== "wrong");
		expect(first.ok ? first.warnings : first.diagnostics).toEqual(
			second.ok ? second.warnings : second.diagnostics,
		);
		if (name === "sets") expect(second.ok && second.value.interpret).toBeTruthy();
	}
	expect(() => entries()).toThrow();
});

test("a file that changes while it is read is seen in one state", async () => {
	const parts = { model: { path: "m.cat", text: 'include "part.cat"\n' } };
	const texts = ["acyclic po as order\n", "empty rf as order\n", "empty co as order\n"];
	const readInclude = () => ({ path: "part.cat", text: texts.shift() ?? "" });
	const first = await loadThroughCache(parts, readInclude, cache, "build");
	expect(first.ok && first.value.axioms.map(({ test }) => test)).toEqual(["acyclic"]);
	const second = await loadThroughCache(parts, readInclude, cache, "build");
	expect(second.ok && second.value.axioms.map(({ node }) => node)).toMatchObject([
		{ op: "base", name: "rf" },
	]);
});

test.each([
	["nothing", () => ""],
	["half", (text: string) => text.slice(0, text.length / 2)],
	["something else", () => "{}"],
	["another text", (text: string) => text.replace("acyclic", "irreflexive")],
])("an entry that holds %s is as good as none", async (_, change) => {
	await expectMiss(tiny());
	const path = join(place("cache"), entries()[0]);
	writeFileSync(path, change(readFileSync(path, "utf8")));
	await expectMiss(tiny());
	await expectHit(tiny());
});

test.each([
	"",
	"null",
	"[]",
	"{}",
	'{"includes":[]}',
	'{"includes":[],"model":{}}',
	'{"includes":[[]],"model":{"nodes":[]}}',
	'{"includes":{},"model":null}',
	'{"includes":[],"model":{"name":"x","nodes":3,"groups":[],"axioms":[],"definitions":[]}}',
])("a whole entry with the text %j is as good as none", async (text) => {
	const forged: TextCache = { read: () => text, write: () => {} };
	expect(await load(tiny(), forged)).toMatchObject({ isRead: true, model: await read(tiny()) });
});

test("where nothing can be kept models are read as ever", async () => {
	const nowhere = openTextCache("/dev/null/cache");
	for (let time = 0; time < 2; time++) {
		expect(await load(tiny(), nowhere)).toMatchObject({ isRead: true, model: await read(tiny()) });
	}
});

test("a kernel tree's model is kept whole", async () => {
	const wanted = tiny({
		model: join(KERNEL, "linux-kernel.cat"),
		bell: join(KERNEL, "linux-kernel.bell"),
		variants: ["lkmmv2"],
	});
	await expectMiss(wanted);
	await expectHit(wanted);
});

test("check says the same without, with a cold and with a warm cache", async () => {
	const thread = (to: string, from: string): string =>
		`(int *x, int *y) { int r0; WRITE_ONCE(*${to}, 1); r0 = READ_ONCE(*${from}); }\n`;
	mkdirSync(place("tests"));
	scratch.write(
		"tests/SB.litmus",
		`C SB\n{}\nP0${thread("x", "y")}P1${thread("y", "x")}exists (0:r0=0 /\\ 1:r0=0)\n`,
	);
	scratch.write(
		"mine.cat",
		'include "part.cat"\nacyclic po-loc | com as coherence\nflag ~empty odd as odd\n',
	);
	scratch.write("part.cat", "let odd = rf \\ int\n");
	scratch.write("tree/tiny.cfg", "model tiny.cat\nbell tiny.bell\nvariant lkmmv2\n");
	for (const format of ["text", "json"] as const) {
		const run = async (from: TextCache | undefined) => {
			const before = counted.reads;
			const shell = { ...memoryShell(nodeFiles), modelsFolder, ...(from && { cache: from }) };
			const options: CheckCommandOptions = {
				model: `lkmm,${place("mine.cat")}`,
				unroll: 4,
				format,
				bail: false,
				symmetry: true,
				color: "never",

				conf: place("tree/tiny.cfg"),
			};
			const code = await checkCommand([place("tests")], options, shell);
			return { code, output: shell.output(), errors: shell.errors(), reads: counted.reads - before };
		};
		const own = openTextCache(place(`cache-${format}`));
		const [without, cold, warm] = [await run(undefined), await run(own), await run(own)];
		expect(without.output).toContain("SB");
		expect(cold).toEqual(without);
		expect(without.reads).toBeGreaterThanOrEqual(2);
		expect(warm).toEqual({ ...cold, reads: 0 });
	}
});
