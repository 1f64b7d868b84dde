import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { fitLine } from "../../src/tui/fit-line.ts";
import { printable } from "../../src/tui/printable.ts";
import { span } from "../../src/tui/span.ts";
import { wrapWords } from "../../src/tui/wrap-words.ts";

const fitted = (texts: readonly string[], width: number): string =>
	fitLine(
		texts.map((text) => span(text)),
		width,
	)
		.map(({ text }) => text)
		.join("");

test.each([
	["\tint r0;", "    int r0;"],
	["a\r\nb", "a b"],
	["\u001b[31mred", "\ufffd[31mred"],
	["bell\u0007", "bell\ufffd"],
	["e\u0301", "é"],
	["👩‍👩‍👧", "👩"],
	["\u202eab\u200b", "ab"],
	["\ud800x", "\ufffdx"],
	["日本", "日本"],
])("%j is printed as %j", (text, expected) => {
	expect(printable(text)).toBe(expected);
});

test.each([
	[["abc"], 5, "abc  "],
	[["abc"], 3, "abc"],
	[["abcd"], 3, "ab…"],
	[["ab", "cd"], 3, "ab…"],
	[["日本語"], 5, "日本…"],
	[["日本語"], 4, "日… "],
	[["a"], 0, ""],
	[[], 2, "  "],
])("%j in %i columns is %j", (texts, width, expected) => {
	expect(fitted(texts, width)).toBe(expected);
});

test.each([
	["one two three", 8, ["one two", "three"]],
	["  one two", 6, ["  one", "  two"]],
	["abcdefgh", 3, ["abc", "def", "gh"]],
	["a bcdefgh", 4, ["a", "bcde", "fgh"]],
	["", 4, [""]],
])("%j wraps at %i to %j", (text, width, expected) => {
	expect(wrapWords(text, width)).toEqual(expected);
});

test("what is fitted or wrapped is never wider than it may be, and wrapping loses nothing", () => {
	const texts = fc.string({ unit: fc.constantFrom(..."ab 日é") });
	fc.assert(
		fc.property(texts, fc.integer({ min: 2, max: 30 }), fc.nat(3), (text, width, hang) => {
			expect(stringWidth(fitted([text], width))).toBe(width);
			const lines = wrapWords(text, width, hang);
			for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
			expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
		}),
	);
});
