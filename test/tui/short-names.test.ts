import { expect, test } from "vitest";
import { shortNames } from "../../src/tui/short-names.ts";
import { mp } from "./stories.ts";

const shortened = (...names: readonly string[]): readonly string[] => {
	const cells = names.map((name) => ({ name, initial: "0", writes: [], isShared: true }));
	const { story, prefix } = shortNames({ ...mp, cells });
	return [prefix, ...story.cells.map(({ name }) => name)];
};

test.each([
	[
		["rb.head", "rb.data[0]", "wakeups"],
		["rb.", "head", "data[0]", "wakeups"],
	],
	[
		["rb.head", "rq.head"],
		["", "rb.head", "rq.head"],
	],
	[
		["rb.head", "head"],
		["", "rb.head", "head"],
	],
	[
		["a[0].len", "a[1].len"],
		["", "a[0].len", "a[1].len"],
	],
	[
		["x", "y"],
		["", "x", "y"],
	],
	[["x."], ["", "x."]],
	[[], [""]],
])("%j becomes %j", (names, expected) => {
	expect(shortened(...names)).toEqual(expected);
});
