import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText, padText, plainAscii, printable } from "../../../src/report/story/fit-text.ts";
import { textWidth } from "../../../src/report/story/text-width.ts";
import { wrapText } from "../../../src/report/story/wrap-text.ts";

test.each([
	["", 0],
	["abc", 3],
	["é", 1],
	["e\u0301", 1],
	["変数", 4],
	["한글", 4],
	["ｆｕｌｌ", 8],
	["🙂", 2],
	["─▼", 2],
])("%j takes %i columns", (text, width) => {
	expect(textWidth(text)).toBe(width);
});

test("a text is cut at a character, and wide ones are not halved", () => {
	expect(cutText("abcdef", 6)).toBe("abcdef");
	expect(cutText("abcdefg", 6)).toBe("abc...");
	expect(cutText("変数変数", 7)).toBe("変数...");
	expect(cutText("変数変数", 6)).toBe("変...");
	expect(cutText("abc", 2)).toBe("..");
	expect(padText("変", 4)).toBe("変  ");
});

test("what a terminal would act on is not printed", () => {
	expect(printable("a\tb\r\nc")).toBe("a    b c");
	expect(printable("\u001b[31m\u202e")).toBe(".[31m.");
	expect(plainAscii("変é\u0301x")).toBe("???x");
});

test("sentences are wrapped at spaces", () => {
	expect(wrapText("one two three", 7, "  ")).toEqual(["one two", "  three"]);
	expect(wrapText("a verylongword b", 8, "  ")).toEqual(["a", "  ver...", "  b"]);
	expect(wrapText("", 8)).toEqual([]);
});

test("wrapped lines fit, and keep each word that does", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 8, max: 40 }), (text, width) => {
			const lines = wrapText(printable(text), width, "  ");
			expect(lines.filter((line) => textWidth(line) > width)).toEqual([]);
			const words = printable(text)
				.split(" ")
				.filter((word) => word !== "" && textWidth(word) <= width - 2);
			const kept = lines.join(" ").split(" ");
			expect(words.filter((word) => !kept.includes(word))).toEqual([]);
		}),
	);
});
