import { expect, test } from "vitest";
import { lineColumn } from "../../src/source/line-column.ts";

const file = { path: "t", text: "ab\n\ncd" };

test.each([
	[0, 1, 1],
	[2, 1, 3],
	[3, 2, 1],
	[4, 3, 1],
	[6, 3, 3],
])("offset %i is line %i, column %i", (offset, line, column) => {
	expect(lineColumn(file, offset)).toEqual({ line, column });
});

test("moves an offset outside the text to its nearest end", () => {
	expect(lineColumn(file, -1)).toEqual({ line: 1, column: 1 });
	expect(lineColumn(file, 99)).toEqual({ line: 3, column: 3 });
});
