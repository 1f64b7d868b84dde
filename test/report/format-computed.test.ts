import { expect, test } from "vitest";
import { formatHerd7Condition } from "../../src/report/format-herd7-condition.ts";
import { formatProposition } from "../../src/report/format-proposition.ts";
import { load } from "../litmus/load.ts";

test.each([
	["x < 1", "x < 1", "[x] < 1"],
	["x + 1 >= 2 * (y - 3)", "x + 1 >= 2 * (y - 3)", "[x] + 1 >= 2 * ([y] - 3)"],
	[
		"x & 1 = 1 && !(y > 2 || 0:r0 != 2 << 1)",
		"x & 1 = 1 /\\ ~(y > 2 \\/ 0:r0 != 2 << 1)",
		"[x] & 1 = 1 /\\ not ([y] > 2 \\/ 0:r0 != 2 << 1)",
	],
	["x + y + 1 = *p << 1", "(x + y) + 1 = *p << 1", "([x] + [y]) + 1 = *p << 1"],
])("%s is printed so that it means the same", (condition, expected, herd7) => {
	const before = "C t\n{ int *p = &x; }\nP0(int *x, int *y, int **p) { int r0 = 0; }\n";
	const program = load(`${before}exists (${condition})\n`);
	const printed = formatProposition(program, program.proposition);
	expect(printed).toBe(expected);
	expect(formatHerd7Condition(program)).toBe(`exists (${herd7})`);
	// Read again it is the same formula.
	expect(load(`${before}exists (${printed})\n`).proposition).toEqual(program.proposition);
});
