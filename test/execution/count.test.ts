import { expect, test } from "vitest";
import { addCounts, multiplyCounts } from "../../src/execution/count.ts";

const MOST = Number.MAX_SAFE_INTEGER;

test("counts stay numbers as long as those are exact, and exact for ever", () => {
	expect(addCounts(2, 3)).toBe(5);
	expect(addCounts(MOST, 1)).toBe(2n ** 53n);
	expect(addCounts(2n ** 53n, -1)).toBe(MOST);
	expect(multiplyCounts(6, 7)).toBe(42);
	expect(multiplyCounts(MOST, MOST)).toBe(BigInt(MOST) ** 2n);
	expect(multiplyCounts(2n ** 60n, 0)).toBe(0);
});
