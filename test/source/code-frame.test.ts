import { expect, test } from "vitest";
import { codeFrame } from "../../src/source/code-frame.ts";

function frameOf(text: string, start: number, end: number): string {
	return codeFrame({ file: { path: "t", text }, start, end });
}

test("marks the whole span below its line", () => {
	const text = "first\nr0 = READ_ONC(x);\nlast";
	const start = text.indexOf("READ_ONC");
	expect(frameOf(text, start, start + 8)).toBe("2 | r0 = READ_ONC(x);\n  |      ^^^^^^^^");
});

test("marks one column for an empty span, at the end of the text too", () => {
	expect(frameOf("abc", 1, 1)).toBe("1 | abc\n  |  ^");
	expect(frameOf("abc", 3, 3)).toBe("1 | abc\n  |    ^");
	expect(frameOf("", 0, 0)).toBe("1 | \n  | ^");
	expect(frameOf("abc\n", 4, 4)).toBe("2 | \n  | ^");
});

test("keeps carets under their text where there are tabs", () => {
	expect(frameOf("\tx = y;", 5, 6)).toBe("1 |     x = y;\n  |         ^");
});

test("ends the carets at the end of the first line of a longer span", () => {
	expect(frameOf("if (a\n\tb)", 3, 9)).toBe("1 | if (a\n  |    ^^");
	expect(frameOf("ab\r\ncd", 1, 5)).toBe("1 | ab\n  |  ^");
});

test("cuts a long line to a window around the caret", () => {
	const text = `${"a".repeat(500_000)}!${"b".repeat(500_000)}`;
	const [source, carets] = frameOf(text, 500_000, 500_001).split("\n");
	expect(source.length).toBeLessThan(100);
	expect(source.startsWith("1 | ...a")).toBe(true);
	expect(source.endsWith("b...")).toBe(true);
	expect(source[carets.indexOf("^")]).toBe("!");
});

test("cuts a long line at one side only where the caret is near its end", () => {
	const text = "x".repeat(300);
	const [atStart] = frameOf(text, 2, 3).split("\n");
	expect(atStart).toBe(`1 | ${"x".repeat(76)}...`);
	const [atEnd, carets] = frameOf(text, 299, 300).split("\n");
	expect(atEnd).toBe(`1 | ...${"x".repeat(31)}`);
	expect(carets.indexOf("^")).toBe(atEnd.length - 1);
});

test("shows no control character", () => {
	expect(frameOf("a\0\u001b[31mb", 1, 2)).toBe("1 | a..[31mb\n  |  ^");
});
