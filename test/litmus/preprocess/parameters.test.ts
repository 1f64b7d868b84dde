import { describe, expect, test } from "vitest";
import { preprocess } from "../../../src/litmus/preprocess/preprocess.ts";
import { complaints, words } from "./run.ts";

describe("parameters", () => {
	test.each([
		["#parameter n = 2\nn", {}, "2"],
		["#parameter n = 2\nn", { n: 5 }, "5"],
		["#parameter n = -2 in -3..+8\nx-n", {}, "x- -2"],
		["#parameter n = 0x10 in {8, 0x10, 32}\nn", {}, "16"],
		["#parameter n = 0x10 in {8, 0x10, 32}\nn", { n: 32 }, "32"],
		["#define MAX 4\n#parameter n = MAX in 1..MAX\nn", { n: 3 }, "3"],
		["#parameter n = 2\n#if n > 2\nmany\n#else\nfew\n#endif", { n: 3 }, "many"],
		["#parameter n = 2\n#parameter n = 2\nn", {}, "2"],
		["#parameter n = 18446744073709551615\nn", {}, "18446744073709551615"],
	])("%j with %j", (text, given: Record<string, number>, expected) => {
		expect(words(text, {}, given)).toBe(expected);
	});

	test("a test gives what it includes another default", () => {
		const tree = { "a.h": "#parameter n = 2 in 1..4\nn" };
		expect(words('#include "a.h"\n', tree)).toBe("2");
		expect(words('#parameter n = 3\n#include "a.h"\n', tree)).toBe("3");
		expect(words('#parameter n = 3\n#include "a.h"\n', tree, { n: 4 })).toBe("4");
		expect(complaints('#parameter n = 5\n#include "a.h"\n', tree)).toEqual([
			"main:1:16: error: `n` cannot be 5: it is declared in a.h, line 1 in 1..4",
		]);
	});

	test("two files that do not include each other must agree", () => {
		const tree = { "a.h": "#parameter n = 2\n", "b.h": "#parameter n = 3\n" };
		expect(complaints('#include "a.h"\n#include "b.h"\n', tree)).toEqual([
			"b.h:1:12: error: the parameter `n` is declared twice, in two ways",
		]);
		expect(words('#parameter n = 1\n#include "a.h"\n#include "b.h"\nn', tree)).toBe("1");
	});

	test.each([
		["#parameter", {}, "main:1:2: error: expected a name here"],
		["#parameter n", {}, "main:1:12: error: expected `=` here"],
		["#parameter n =", {}, "main:1:14: error: expected an integer here"],
		["#parameter n = many", {}, "main:1:16: error: `many` is no integer"],
		["#parameter n = 010", {}, "main:1:16: error: `010` is no integer"],
		["#parameter n = 1u", {}, "main:1:16: error: `1u` is no integer"],
		["#parameter n = 99999999999999999999", {}, "main:1:16: error: `99999999999999999999` is no integer"],
		["#parameter n = 1 2", {}, "main:1:18: error: expected `in` or the end of the line here"],
		["#parameter n = 1 in 1", {}, "main:1:21: error: expected `..` here"],
		["#parameter n = 1 in 1..2 3", {}, "main:1:26: error: expected the end of the line here"],
		["#parameter n = 1 in {1", {}, "main:1:22: error: expected `,` or `}` here"],
		["#parameter n = 1 in {}", {}, "main:1:22: error: `}` is no integer"],
		["#parameter n = 9 in 1..8", {}, "main:1:16: error: `n` cannot be 9: it is declared in 1..8"],
		["#parameter n = 9 in {1, 2}", {}, "main:1:16: error: `n` cannot be 9: it is declared in {1, 2}"],
		["#parameter n = 1 in 1..8", { n: 9 }, "main:1:21: error: `--set n=9`: `n` is declared in 1..8"],
		[
			"#parameter n = 1\n#parameter n = 2",
			{},
			"main:2:12: error: the parameter `n` is declared twice, in two ways",
		],
		[
			"#parameter n = 1\n#parameter n = 1 in 1..2",
			{},
			"main:2:12: error: the parameter `n` is declared twice, in two ways",
		],
		["#parameter n = 1\n#define n 2", {}, "main:2:9: error: `n` is a parameter of the test"],
		["#parameter n = 1\n#undef n", {}, "main:2:8: error: `n` is a parameter of the test"],
		["#define n 1\n#parameter n = 1", {}, "main:2:12: error: `n` is defined twice, in two ways"],
		["#parameter defined = 1", {}, "main:1:12: error: `defined` cannot be a macro's name"],
		[
			"#parameter producers = 1",
			{ prodcers: 2 },
			"main:1:1: error: `--set prodcers=2`: the test has no parameter `prodcers`",
		],
		["C t\n{ }\n", { n: 2 }, "main:1:1: error: `--set n=2`: the test has no parameter `n`"],
	])("%j with %j", (text, given: Record<string, number>, expected) => {
		expect(complaints(text, {}, given)).toEqual([expected]);
	});

	test("hints name what there is", () => {
		const hint = (name: string): string | undefined => {
			const text = "#parameter producers = 1\n#parameter slots = 1\n";
			const result = preprocess({ path: "main", text }, { parameters: new Map([[name, 1n]]) });
			return result.ok ? undefined : result.diagnostics[0].hint;
		};
		expect(hint("producer")).toBe("did you mean `producers`?");
		expect(hint("q")).toBe("it has `producers`, `slots`");
	});

	test("what was given is told in the order of declaration", () => {
		const parameters = new Map([
			["b", 3n],
			["a", 2n],
		]);
		const text = "#parameter a = 1\n#parameter other = 1\n#parameter b = 1\n";
		const result = preprocess({ path: "main", text }, { parameters });
		expect(result.ok && result.value.settings).toEqual([
			{ name: "a", value: 2n },
			{ name: "b", value: 3n },
		]);
	});
});
