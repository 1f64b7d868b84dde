import {
	chmodSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cacheFolder } from "../../src/cli/cache-folder.ts";
import { openTextCache } from "../../src/cli/node-text-cache.ts";
import type { TextCache } from "../../src/cli/text-cache.ts";
import { type ScratchFolder, scratchFolder } from "./scratch-folder.ts";

let scratch: ScratchFolder;
let folder: string;

beforeEach(() => {
	scratch = scratchFolder();
	folder = join(scratch.path, "made/when/needed");
});

afterEach(() => scratch.remove());

const key = (n: number): string => n.toString(16).padStart(64, "0");

function open(path: string = folder): TextCache {
	const cache = openTextCache(path);
	if (cache === undefined) throw new Error("no cache");
	return cache;
}

test.each<[Record<string, string>, string | undefined]>([
	[{ HOME: "/home/me" }, "/home/me/.cache/ringlit"],
	[{ HOME: "/home/me", XDG_CACHE_HOME: "/var/mine" }, "/var/mine/ringlit"],
	[{ HOME: "/home/me", XDG_CACHE_HOME: "not/absolute" }, "/home/me/.cache/ringlit"],
	[{ HOME: "/home/me", XDG_CACHE_HOME: "" }, "/home/me/.cache/ringlit"],
	[{ HOME: "/home/me", RINGLIT_CACHE: "" }, "/home/me/.cache/ringlit"],
	[{ HOME: "/home/me", XDG_CACHE_HOME: "/var/mine", RINGLIT_CACHE: "here" }, "here"],
	[{ HOME: "/home/me", RINGLIT_CACHE: "off" }, undefined],
	[{ HOME: "/home/me", RINGLIT_CACHE: "OFF" }, undefined],
	[{ HOME: "/home/me", RINGLIT_CACHE: "0" }, undefined],
	[{ HOME: "" }, undefined],
	[{}, undefined],
])("in %j the folder is %s", (environment, expected) => {
	expect(cacheFolder(environment)).toBe(expected);
});

test("no folder, no cache", () => {
	expect(openTextCache(undefined)).toBeUndefined();
});

test("a text is kept for the next who opens the cache, below its key alone", () => {
	expect(open().read(key(1))).toBeUndefined();
	open().write(key(1), "one\ntwo\n\n");
	open().write(key(2), "");
	expect(open().read(key(1))).toBe("one\ntwo\n\n");
	expect(open().read(key(2))).toBe("");
	expect(open().read(key(3))).toBeUndefined();
	open().write(key(1), "three");
	expect(open().read(key(1))).toBe("three");
	expect(readdirSync(folder)).toEqual([`${key(1)}.entry`, `${key(2)}.entry`]);
	expect(statSync(folder).mode & 0o077).toBe(0);
});

test("an entry that is not as it was written is none", () => {
	const cache = open();
	cache.write(key(1), "a model\nof two lines");
	const path = join(folder, `${key(1)}.entry`);
	const whole = readFileSync(path, "utf8");
	for (let length = 0; length < whole.length; length++) {
		writeFileSync(path, whole.slice(0, length));
		expect(cache.read(key(1))).toBeUndefined();
	}
	for (const broken of [
		`${whole}\n`,
		whole.replace("two", "ten"),
		whole.replace(/^./, "x"),
		whole.toUpperCase(),
		"\0\xff\n",
	]) {
		writeFileSync(path, broken);
		expect(cache.read(key(1))).toBeUndefined();
	}
	writeFileSync(path, whole);
	expect(cache.read(key(1))).toBe("a model\nof two lines");
	// Of another key it says nothing.
	writeFileSync(join(folder, `${key(2)}.entry`), whole);
	expect(cache.read(key(2))).toBeUndefined();
	cache.write(key(2), "mended");
	expect(cache.read(key(2))).toBe("mended");
});

test("what stands in the way of the cache or of an entry is left alone, quietly", () => {
	const file = scratch.write("file", "text");
	for (const path of [file, join(file, "below"), "/dev/null", "/proc/no/such/place"]) {
		open(path).write(key(1), "text");
		expect(open(path).read(key(1))).toBeUndefined();
	}
	expect(readFileSync(file, "utf8")).toBe("text");

	mkdirSync(join(folder, `${key(1)}.entry`), { recursive: true });
	open().write(key(1), "text");
	expect(open().read(key(1))).toBeUndefined();
	expect(readdirSync(folder)).toEqual([`${key(1)}.entry`]);
});

test("a folder that cannot be written to still gives what it has", () => {
	open().write(key(1), "text");
	chmodSync(folder, 0o500);
	open().write(key(2), "more");
	expect(open().read(key(1))).toBe("text");
	chmodSync(folder, 0o700);
});

test("the oldest entries make room, files of others do not", () => {
	const cache = open();
	const time = Date.now() / 1000;
	for (let n = 0; n < 64; n++) {
		cache.write(key(n), `text ${n}`);
		utimesSync(join(folder, `${key(n)}.entry`), time - 1000 + n, time - 1000 + n);
	}
	writeFileSync(join(folder, "notes.txt"), "mine");
	utimesSync(join(folder, "notes.txt"), 1, 1);
	expect(readdirSync(folder)).toHaveLength(65);
	cache.write(key(64), "text 64");
	cache.write(key(65), "text 65");
	expect(readdirSync(folder)).toHaveLength(65);
	expect([0, 1, 2, 64, 65].map((n) => cache.read(key(n)))).toEqual([
		undefined,
		undefined,
		"text 2",
		"text 64",
		"text 65",
	]);
	expect(readFileSync(join(folder, "notes.txt"), "utf8")).toBe("mine");
});

test("what an ended process left half-written is swept away, what another is writing is not", () => {
	const cache = open();
	cache.write(key(1), "text");
	const names = ["00000000-0000-4000-8000-000000000000", "11111111-0000-4000-8000-000000000000"];
	const [old, fresh] = names.map((name) => join(folder, `${key(2)}.${name}.tmp`));
	for (const path of [old, fresh]) writeFileSync(path, "half");
	utimesSync(old, 1, 1);
	cache.write(key(3), "text");
	expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([`${key(2)}.${names[1]}.tmp`]);
});

test("a text too long to be worth it is not kept", () => {
	const cache = open();
	cache.write(key(1), "x".repeat(2 ** 20 + 1));
	expect(cache.read(key(1))).toBeUndefined();
	cache.write(key(1), "\u20ac".repeat(2 ** 20));
	expect(cache.read(key(1))).toHaveLength(2 ** 20);
});
