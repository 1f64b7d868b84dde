import { expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { builtin } from "../cat/load.ts";
import { judge } from "../judge/judge.ts";
import { load } from "../litmus/load.ts";

const lkmm = builtin("lkmm");

const BODY = `C t
{ u32 big = 0xffffffff; int *p = &x; }
P0(int *x, int *y) { WRITE_ONCE(*x, 1); smp_store_release(y, 2); }
P1(int *x, int *y, u32 *big, int **p) {
	int r0 = smp_load_acquire(y);
	int r1 = READ_ONCE(*x);
	long r2 = (long)p;
}
`;

/** How many executions a condition is true of, and of how many it is false, by the search and by the naive judge. */
function counts(condition: string): string {
	const program = load(`${BODY}exists (${condition})\n`);
	const found = check(program, lkmm, { unroll: 1 });
	const naive = judge(program, { unroll: 1 });
	expect({ positive: found.positive, negative: found.negative, states: found.states }).toEqual({
		positive: naive?.positive,
		negative: naive?.negative,
		states: naive?.states,
	});
	return `${found.positive} of ${Number(found.positive) + Number(found.negative)}`;
}

test.each([
	["true", "3 of 3"],
	["1:r0 > 1:r1", "1 of 3"],
	["1:r0 >= 1:r1", "2 of 3"],
	["1:r0 < 2 && 1:r1 >= 0", "2 of 3"],
	["1:r0 == 2 * 1:r1", "2 of 3"],
	["1:r0 + 1:r1 = 3 || 1:r0 + 1:r1 = 0", "2 of 3"],
	["!(1:r0 + 1:r1 = 1)", "2 of 3"],
	["x + y = 3", "3 of 3"],
	["x - y = -1", "3 of 3"],
	["x << y = 4", "3 of 3"],
	["1 / 1:r1 = 1", "2 of 3"],
	["1 / 1:r1 != 1", "0 of 3"],
	["big + 1 = 0x100000000", "3 of 3"],
	["big < 0", "0 of 3"],
	["*p + 1 = 2", "3 of 3"],
	["1:r2 < 1", "0 of 3"],
	["1:r2 >= 1", "0 of 3"],
	["(x | y) ^ 1 = 2", "3 of 3"],
])("%s: %s", (condition, expected) => {
	expect(counts(condition)).toBe(expected);
});

test("what must not happen is found by name", () => {
	const program = load(`${BODY}forbidden "stale" (1:r0=2 && 1:r1 < 1)\nforbidden "both" (1:r0 + 1:r1 = 3)\n`);
	const { properties, kind } = check(program, lkmm, { unroll: 1 });
	expect(kind).toBe("violated");
	expect(properties.map(({ name, happens }) => `${name} ${happens}`)).toEqual(["stale false", "both true"]);
});
