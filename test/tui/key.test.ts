import { expect, test } from "vitest";
import { keysOf } from "../../src/tui/key.ts";
import { flags as none } from "./keys.ts";

test.each([
	["upArrow", "up"],
	["downArrow", "down"],
	["leftArrow", "left"],
	["rightArrow", "right"],
	["pageDown", "pagedown"],
	["pageUp", "pageup"],
	["home", "home"],
	["end", "end"],
	["return", "enter"],
	["escape", "escape"],
	["tab", "tab"],
	["backspace", "backspace"],
	["delete", "backspace"],
] as const)("%s is the key %s", (flag, key) => {
	expect(keysOf("", { ...none, [flag]: true })).toEqual([key]);
});

test("modified keys", () => {
	expect(keysOf("", { ...none, tab: true, shift: true })).toEqual(["shift-tab"]);
	expect(keysOf("c", { ...none, ctrl: true })).toEqual(["ctrl-c"]);
	expect(keysOf("q", { ...none, meta: true })).toEqual([]);
	expect(keysOf("", { ...none, escape: true, meta: true })).toEqual(["escape"]);
});

test("keys that are typed fast come in one chunk", () => {
	expect(keysOf("nnp\t\r \u0003", none)).toEqual(["n", "n", "p", "tab", "enter", " ", "ctrl-c"]);
});

test("an unknown key of the terminal is no text", () => {
	expect(keysOf("[1;5Z", none)).toEqual([]);
	expect(keysOf("[I", none)).toEqual([]);
	expect(keysOf("[", none)).toEqual(["["]);
});
