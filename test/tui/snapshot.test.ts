import { expect, test } from "vitest";
import { takeSnapshots } from "../../src/tui/snapshot.ts";
import { mp } from "./stories.ts";

test("each moment has the memory and the threads of that moment", () => {
	const moments = takeSnapshots(mp).toArray();
	expect(
		moments.map(({ cells }) => cells.map(({ value, writer }) => `${value}/${writer}`).join(" ")),
	).toEqual(["0/0 0/0", "0/0 1/1", "0/0 1/1", "0/0 1/1", "1/4 1/1"]);
	expect(moments.map(({ threads }) => threads.join(" "))).toEqual(["0 0", "1 0", "1 2", "1 3", "4 3"]);
});

test("moments share what does not change", () => {
	const moments = takeSnapshots(mp);
	expect(moments.get(2)?.cells).toBe(moments.get(1)?.cells);
	expect(moments.get(4)?.cells.get(1)).toBe(moments.get(1)?.cells.get(1));
});
