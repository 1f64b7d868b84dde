import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText, textCells, wrapText } from "../../../src/report/page/text-cells.ts";

test("wide letters count twice, combining ones not at all", () => {
	expect(textCells("abc")).toBe(3);
	expect(textCells("環形")).toBe(4);
	expect(textCells("u\u0308")).toBe(1);
	expect(cutText("WRITE_ONCE(*x, 1);", 10)).toBe("WRITE_ONC…");
	expect(cutText("環形緩衝區", 6)).toBe("環形…");
	expect(wrapText("waits for the lock", 9)).toEqual(["waits for", "the lock"]);
	expect(wrapText("abcdefgh ij", 3)).toEqual(["abc", "def", "gh", "ij"]);
});

test("no line is too long, and no word is lost", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 30 }), (text, cells) => {
			expect(textCells(cutText(text, cells))).toBeLessThanOrEqual(cells);
			const lines = wrapText(text, cells);
			for (const line of lines) expect(textCells(line)).toBeLessThanOrEqual(cells);
			expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
		}),
	);
});
