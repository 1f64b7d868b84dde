import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { InputFlags, Key } from "../../src/tui/key.ts";
import { createKeyReader } from "../../src/tui/key-reader.ts";
import { flags } from "./keys.ts";

const escapeFlags: InputFlags = { ...flags, escape: true, meta: true };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("an escape is one when nothing follows it", () => {
	const keys: Key[] = [];
	createKeyReader((key) => keys.push(key)).read("", escapeFlags);
	expect(keys).toEqual([]);
	vi.runAllTimers();
	expect(keys).toEqual(["escape"]);
});

test.each([
	["[C", "right"],
	["OA", "up"],
	["[6~", "pagedown"],
	["[H", "home"],
	["[15~", ""],
])("an escape followed by %s is %j", (rest, key) => {
	const keys: Key[] = [];
	const reader = createKeyReader((read) => keys.push(read));
	reader.read("", escapeFlags);
	reader.read(rest, flags);
	vi.runAllTimers();
	expect(keys).toEqual([key]);
});

test("an escape before another key comes first", () => {
	const keys: Key[] = [];
	const reader = createKeyReader((read) => keys.push(read));
	reader.read("", escapeFlags);
	reader.read("n", flags);
	reader.read("", escapeFlags);
	reader.read("", escapeFlags);
	vi.runAllTimers();
	expect(keys).toEqual(["escape", "n", "escape", "escape"]);
});

test("what is held when the reader closes never comes", () => {
	const keys: Key[] = [];
	const reader = createKeyReader((read) => keys.push(read));
	reader.read("", escapeFlags);
	reader.close();
	vi.runAllTimers();
	expect(keys).toEqual([]);
});
