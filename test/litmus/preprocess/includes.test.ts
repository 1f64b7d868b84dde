import { describe, expect, test } from "vitest";
import { preprocess } from "../../../src/litmus/preprocess/preprocess.ts";
import { complaints, words } from "./run.ts";

describe("includes", () => {
	test("a file beside the one that includes it", () => {
		const tree = { "lib/a.h": 'a #\n#include "b.h"\n#include "../c.h"', "lib/b.h": "b", "c.h": "c" };
		expect(words('#include "lib/a.h"\nend', tree)).toBe("a # b c end");
	});

	test("macros go both ways", () => {
		expect(words('#define N 2\n#include "a.h"\nN M', { "a.h": "#define M (N)\nN" })).toBe("2 2 (2)");
	});

	test("a name made by a macro", () => {
		const tree = { "a.h": "a", "shipped/ring/b.h": "b" };
		expect(words('#define A "a.h"\n#include A\n#define B <ring/b.h>\n#include B', tree)).toBe("a b");
	});

	test("headers that come with the checker, and the kernel's own, which are empty", () => {
		expect(words("#include <linux/kernel.h>\n#include <uapi/linux/bpf.h>\n#include <asm/barrier.h>\nx")).toBe(
			"x",
		);
		expect(words("#include <linux/ring.h>\n", { "shipped/linux/ring.h": "ring" })).toBe("ring");
	});

	test("once, by a pragma or by a guard", () => {
		const tree = {
			"a.h": "#pragma once\na",
			"b.h": "#ifndef B\n#define B\nb\n#endif",
			"c.h": "c",
		};
		expect(words('#include "a.h"\n#include "a.h"\n', tree)).toBe("a");
		expect(words('#include "b.h"\n#include "b.h"\n', tree)).toBe("b");
		expect(words('#include "c.h"\n#include "c.h"\n', tree)).toBe("c c");
	});

	test("circles", () => {
		const open = { "a.h": '#include "b.h"', "b.h": '#include "a.h"' };
		expect(complaints('#include "a.h"', open)).toEqual([
			"b.h:1:10: error: files include each other in a circle: a.h -> b.h -> a.h",
		]);
		const guarded = { "a.h": '#ifndef A\n#define A\n#include "b.h"\na\n#endif', "b.h": '#include "a.h"\nb' };
		expect(words('#include "a.h"', guarded)).toBe("b a");
		const pragma = { "a.h": '#pragma once\n#include "b.h"\na', "b.h": '#include "a.h"\nb' };
		expect(words('#include "a.h"', pragma)).toBe("b a");
		expect(complaints('#include "main"\n', { main: '#include "main"\n' })[0]).toMatch(
			/circle: main -> main$/,
		);
	});

	test("a guard that does not close a circle ends at the bound", () => {
		const tree = { "a.h": '#ifndef A\n#define A\n#endif\n#include "a.h"\n' };
		expect(complaints('#include "a.h"', tree)).toEqual([
			"a.h:4:10: error: files include each other more than 50 deep",
		]);
	});

	test.each([
		['#include "nowhere.h"', "main:1:10: error: `nowhere.h` cannot be read"],
		["#include <nowhere.h>", "main:1:10: error: `nowhere.h` cannot be read"],
		["#include", "main:1:2: error: expected the name of a file"],
		["#include name", "main:1:10: error: expected the name of a file"],
		['#include ""', "main:1:10: error: expected the name of a file"],
		["#include <a.h", "main:1:10: error: expected the name of a file"],
	])("%s", (text, expected) => {
		expect(complaints(text)).toEqual([expected]);
	});

	test("an `#if` ends in its own file", () => {
		expect(complaints('#if 1\n#include "a.h"\n', { "a.h": "\n\n#endif" })).toEqual([
			"main:1:2: error: this `#if` has no `#endif`",
			"a.h:3:2: error: there is no `#if` that this `#endif` belongs to",
		]);
	});

	test("errors are told where they are, once", () => {
		const tree = { "a.h": "x\n#define\n" };
		expect(complaints('#include "a.h"\n#include "a.h"\n', tree)).toEqual([
			"a.h:2:2: error: `define` wants a name here",
		]);
	});

	test("without a reader nothing can be included", () => {
		const result = preprocess({ path: "main", text: '#include "main"\n' });
		expect(result.ok).toBe(false);
	});
});
