import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { complaints, words } from "./run.ts";

describe("conditions", () => {
	test.each([
		["1", true],
		["0", false],
		["NAME", false],
		["N == 3", true],
		["defined N && !defined(M)", true],
		["defined M || N > 2", true],
		["1 + 2 * 3 == 7 && 10 - 2 - 3 == 5", true],
		["(1 << 4 | 1) == 0x11", true],
		["-1 < 0", true],
		["-1 < 0u", false],
		["-1 >> 1 == -1", true],
		["010 == 8 && 0b11 == 3", true],
		["'a' == 97 && '\\n' == 10", true],
		["0 && 1 / 0", false],
		["1 || 1 % 0", true],
		["1 ? 2 == 2 : 1 / 0", true],
		["true && !false", true],
		["TWICE(2) == 4", true],
		["0xffffffffffffffff == -1", true],
		["18446744073709551615 > 0", true],
		["~0 == -1", true],
		["5 % 3 == 2 && -7 / 2 == -3", true],
		["(3 & 6) == 2 && (3 ^ 6) == 5", true],
	])("#if %s", (condition, isTrue) => {
		const text = `#define N 3\n#define TWICE(x) (2 * (x))\n#if ${condition}\nyes\n#else\nno\n#endif\n`;
		expect(words(text)).toBe(isTrue ? "yes" : "no");
	});

	test.each([
		["#ifdef N\na\n#endif\nb", "b"],
		["#ifndef N\na\n#endif\nb", "a b"],
		["#if 0\na\n#elif 1\nb\n#elif 1\nc\n#else\nd\n#endif", "b"],
		["#if 0\na\n#elif 0\nb\n#else\nd\n#endif", "d"],
		["#if 1\na\n#elif 1 / 0\nb\n#endif", "a"],
		["#if 0\n#if 1\na\n#else\nb\n#endif\n#else\nc\n#endif", "c"],
		['#if 0\n#frobnicate\n#error no\n#include "nowhere"\n/* # */ \' open\n#endif\nd', "d"],
		["#define N\n#if 0\n#elifdef N\na\n#endif\n#if 0\n#elifndef N\nb\n#endif", "a"],
	])("%j", (text, expected) => {
		expect(words(text)).toBe(expected);
	});

	test.each([
		["#if", "main:1:2: error: something is missing here: an `#if` wants an expression of integers"],
		["#if 1 +", "main:1:7: error: something is missing here: an `#if` wants an expression of integers"],
		["#if 1 2", "main:1:7: error: `2` does not fit here: an `#if` wants an expression of integers"],
		["#if F(2)", "main:1:6: error: `(` does not fit here: an `#if` wants an expression of integers"],
		["#if 089", "main:1:5: error: `089` does not fit here: an `#if` wants an expression of integers"],
		["#if (1", "main:1:6: error: something is missing here: an `#if` wants an expression of integers"],
		["#if 1 / 0", "main:1:7: error: this is a division by zero"],
		["#if defined 1", "main:1:13: error: `defined` wants a name here"],
		[
			"#define PRODUCERS 2\n#if PRODUCRES\n#endif",
			"main:2:5: warning: `PRODUCRES` is not defined and counts as 0",
		],
	])("%j", (text, expected) => {
		expect(complaints(text.includes("#endif") ? text : `${text}\n#endif`)).toEqual([expected]);
	});

	test.each([
		["#if 1\na", "main:1:2: error: this `#if` has no `#endif`"],
		["#ifdef A\n", "main:1:2: error: this `#ifdef` has no `#endif`"],
		["#endif", "main:1:2: error: there is no `#if` that this `#endif` belongs to"],
		["#else", "main:1:2: error: there is no `#if` that this `#else` belongs to"],
		["#if 1\n#else\n#else\n#endif", "main:3:2: error: there is no `#if` that this `#else` belongs to"],
		["#if 0\n#else\n#elif 1\n#endif", "main:3:2: error: there is no `#if` that this `#elif` belongs to"],
	])("%j", (text, expected) => {
		expect(complaints(text)).toEqual([expected]);
	});

	test("deep parentheses are refused", () => {
		expect(complaints(`#if ${"(".repeat(5000)}1${")".repeat(5000)}\n#endif`)[0]).toMatch(/nests too deeply/);
		expect(complaints(`#if ${"!".repeat(5000)}1\n#endif`)[0]).toMatch(/nests too deeply/);
	});

	test("sums and comparisons agree with another reading of them", () => {
		const number = fc.integer({ min: 0, max: 9 });
		const operator = fc.constantFrom("+", "-", "*", "<", "==", "&", "|", "^");
		fc.assert(
			fc.property(fc.array(fc.tuple(operator, number), { maxLength: 8 }), number, (rest, first) => {
				const text = [first, ...rest.map(([sign, value]) => `${sign} ${value}`)].join(" ");
				// The two languages share the precedence of these operators, and small integers.
				const value = Number(Function(`return Number(${text})`)());
				expect(words(`#if (${text}) == ${value < 0 ? `-${-value}` : value}\nyes\n#endif`)).toBe("yes");
			}),
		);
	});
});
