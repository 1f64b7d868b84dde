import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { runLocally } from "./evaluate-locals.ts";
import { load, withBody } from "./load.ts";

function stored(body: string): readonly unknown[] {
	return runLocally(load(withBody(body)), 0);
}

describe("constant expressions of type long", () => {
	test.each([
		["2 + 3 * 4", 14n],
		["(2 + 3) * 4", 20n],
		["10 - 4 - 3", 3n],
		["1 << 2 + 1", 8n],
		["7 & 3 == 3", 1n],
		["1 | 2 ^ 3 & 2", 1n],
		["-7 / 2", -3n],
		["-7 % 2", -1n],
		["2147483647 + 1", -2147483648n],
		["2147483648 + 1", 2147483649n],
		["4294967295U + 1", 0n],
		["0xffffffff", 4294967295n],
		["0xffffffff + 1", 0n],
		["0xffffffffL + 1", 4294967296n],
		["-1 < 0u", 0n],
		["-1 < 0L", 1n],
		["-1L < 0u", 1n],
		["~0", -1n],
		["~0u", 4294967295n],
		["!5 + !0", 1n],
		["-8 >> 1", -4n],
		["0x80000000 >> 31", 1n],
		["1 << 31", -2147483648n],
		["1L << 31", 2147483648n],
		["(char)200", -56n],
		["(unsigned char)-1", 255n],
		["(_Bool)256", 1n],
		["(u16)65537 + (s8)-1", 0n],
		["(unsigned short)65535 + 1", 65536n],
		["sizeof(int) + sizeof(long) + sizeof(char) + sizeof(int *)", 21n],
		["sizeof(1 + 1L)", 8n],
		["'a' + '\\n'", 107n],
		["'\\x41' + '\\101' + '\\0'", 130n],
		["'\\xff'", -1n],
		["'\\'' + '\\\\'", 131n],
		["sizeof(1 ? (u8)1 : (u8)2)", 4n],
		["(u8)255 << 24", -16777216n],
		["(short)0x8000 >> 15", -1n],
		["-1 / 2u", 2147483647n],
		["-1 % 3L", -1n],
		["(s8)128 == 0x80", 0n],
		["(u32)-1 == -1", 1n],
		["(u16)-1 == -1", 0n],
		["1 ? (u8)200 : -1L", 200n],
		["010 + 0x10 + 0b11", 27n],
		["1 ? 2 : 3", 2n],
		["0 ? 1 : 0 ? 2 : 3", 3n],
		["1 ? -1 : 0u", 4294967295n],
		["(1, 2, 3)", 3n],
		["0 && 1 / 0", 0n],
		["NULL == 0", 1n],
		["true + false", 1n],
		["&arr[2] - arr", 2n],
		["&arr[1] == arr + 1", 1n],
		["arr < arr + 1", 1n],
		["x == y", 0n],
	])("%s", (expression, value) => {
		expect(stored(`*w = ${expression};`)).toEqual([value]);
	});
});

describe("stores convert to the location's type", () => {
	test.each([
		["*x = 0x1ffffffffL;", -1n],
		["*u = -1;", 4294967295n],
		["*c = 300;", 44n],
		["*w = -1;", -1n],
		["*w = 4294967295u;", 4294967295n],
		["atomic_set(a, 0xffffffff);", -1n],
		["atomic64_set(a64, 0xffffffff);", 4294967295n],
	])("%s", (body, value) => {
		expect(stored(body)).toEqual([value]);
	});
});

test("locals convert to their declared type, undeclared ones do not", () => {
	expect(stored("u8 b = 300; *x = b;")).toEqual([44n]);
	expect(stored("unsigned b = -1; *w = b;")).toEqual([4294967295n]);
	expect(stored("bool b = 7; *x = b;")).toEqual([1n]);
	expect(stored("short b = 0x18000; *x = b;")).toEqual([-32768n]);
	expect(stored("r0 = 4294967295u; *w = r0 + 1;")).toEqual([0n]);
	expect(stored("r0 = 4294967296L; *w = r0;")).toEqual([4294967296n]);
});

test("compound assignments compute in the common type", () => {
	expect(stored("u8 b = 250; b += 10; *x = b;")).toEqual([4n]);
	expect(stored("int i = -8; i /= 3u; *w = i;")).toEqual([1431655762n]);
	expect(
		stored("int i = 5; i <<= 2; i |= 1; i ^= 3; i %= 7; i &= 6; i -= 1; i *= 3; i >>= 1; *x = i;"),
	).toEqual([-2n]);
	expect(stored("int i = 5; *x = i++ * 2; *x = i; *x = --i; *x = i--; *x = i;")).toEqual([
		10n,
		6n,
		5n,
		5n,
		4n,
	]);
});

test("statements run as in C", () => {
	expect(stored("int s = 0; for (int i = 0, j = 5; i < j; i++, j--) s += i * j; *x = s;")).toEqual([10n]);
	expect(stored("int i = 0; do { if (i == 2) continue; *x = i; } while (++i < 4);")).toEqual([0n, 1n, 3n]);
	expect(stored("int i = 3; while (i --> 0) { if (i == 1) break; *x = i; } *x = 9;")).toEqual([2n, 9n]);
	expect(
		stored(
			"for (int i = 0; i < 5; i++) switch (i) { case 0: *x = 10; break; case 1: case 2: *x = i; default: *x = 7; case 3: ; }",
		),
	).toEqual([10n, 1n, 7n, 2n, 7n, 7n]);
	expect(stored("int i = 0; top: if (i < 2) { *x = i; i++; goto top; } return; *x = 9;")).toEqual([0n, 1n]);
	expect(stored("int i = 1; { int i = 2; *x = i; { i = 3; } *x = i; } *x = i;")).toEqual([2n, 3n, 1n]);
	expect(stored("int i = 1; if (i) if (0) *x = 1; else *x = 2;")).toEqual([2n]);
	expect(stored("int i = 4; switch (i) { while (i < 7) { case 4: *x = i; i++; } }")).toEqual([4n, 5n, 6n]);
});

test("pointers move by elements", () => {
	const program = load(withBody("int *q = arr; q++; q += 2; *w = q - arr; *x = q == &arr[3];"));
	expect(runLocally(program, 0)).toEqual([3n, 1n]);
});

test("conversions and side effects are C's where the two meet", () => {
	expect(stored("bool b = 0; *x = b++; *x = b; *x = b++; *x = b; *x = --b; *x = b--; *x = b;")).toEqual([
		0n,
		1n,
		1n,
		1n,
		0n,
		0n,
		1n,
	]);
	expect(stored("u8 b = 255; *x = b++; *x = b; *x = b--; *x = --b;")).toEqual([255n, 0n, 0n, 254n]);
	expect(stored("s8 b = 100; b <<= 1; *x = b; b >>= 2; *x = b; b *= b; *x = b;")).toEqual([-56n, -14n, -60n]);
	expect(stored("u8 b = 200; *w = (b += 100); *w = (b = -1);")).toEqual([44n, 255n]);
	expect(stored("int i = -1; i >>= 1u; *x = i; i = (i, 5, i * 2); *x = i;")).toEqual([-1n, -2n]);
	expect(
		stored("int i = 3; (i = 4) && (i = i + 1) || (i = 9); *x = i; i ? (i = 0) : (i = 1); *x = i;"),
	).toEqual([5n, 0n]);
	expect(stored("u8 c = 255; switch (c) { case -1: *x = 1; break; case 255: *x = 2; }")).toEqual([2n]);
	expect(
		stored(
			"int n = 7, i = 0; switch (n % 4) { case 0: do { i++; case 3: i++; case 2: i++; case 1: i++; } while ((n -= 4) > 0); } *x = i;",
		),
	).toEqual([7n]);
});

test("loops that nothing read decides run as long as they must", () => {
	const program = load(
		"C t\n{ }\nP0(int *x) { int s = 0; for (int i = 0; i < 100; i++) for (u8 j = 0; j < 3; j++) s += i; *x = s; }\nexists (x=14850)\n",
	);
	expect(check(program, shippedModel("sc"), { unroll: 1 })).toMatchObject({
		kind: "holds",
		positive: 1,
		negative: 0,
	});
});

describe("what a null pointer guards is not computed", () => {
	test.each([
		"q && q + 1 != x",
		"q != NULL && &q[1] != x",
		"q && q - x == 1",
		"q && q > x",
		"!(!q || (long)q + 1 == 0)",
		"q ? q + 1 != x : 0",
	])("%s", (condition) => {
		const program = load(
			`C t\n{ }\nP0(int **p, int *x) { int *q = READ_ONCE(*p); int r = ${condition}; }\nexists (0:r=0)\n`,
		);
		const verdict = check(program, shippedModel("lkmm"), { unroll: 1 });
		expect(verdict).toMatchObject({ positive: 1, negative: 0, states: ["0:r=0"] });
	});
});

test("NULL takes the other side's type in a choice", () => {
	for (const choice of ["q ? q : NULL", "!q ? NULL : q", "q ? q : 0", "!q ? 0 : q"]) {
		const program = load(withBody(`int *q = READ_ONCE(*p); int r = *(${choice});`));
		expect(program.threads[0].code.filter(({ kind }) => kind === "load")).toHaveLength(2);
	}
});

const names = ["a0", "a1", "a2", "a3"] as const;
const types = ["int", "unsigned", "long", "unsigned long", "char", "u16"] as const;

const expressions = fc.letrec<{ node: string }>((tie) => ({
	node: fc.oneof(
		{ depthSize: "small", withCrossShrink: true },
		fc.constantFrom(...names),
		fc.integer({ min: 0, max: 300 }).map(String),
		fc
			.tuple(
				tie("node"),
				fc.constantFrom("+", "-", "*", "&", "|", "^", "==", "<", ">=", "&&", "||", "<<", ">>"),
				tie("node"),
			)
			.map(([left, operator, right]) => `(${left} ${operator} ${right})`),
		fc.tuple(fc.constantFrom("-", "~", "!"), tie("node")).map(([operator, inner]) => `${operator}(${inner})`),
		fc.tuple(tie("node"), tie("node"), tie("node")).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
		fc.tuple(fc.constantFrom(...types), tie("node")).map(([type, inner]) => `(${type})(${inner})`),
	),
})).node;

test("an expression over locals has the value of the same expression over constants", () => {
	const value = fc.tuple(fc.constantFrom(...types), fc.integer({ min: -1000, max: 1000 }));
	fc.assert(
		fc.property(expressions, fc.tuple(value, value, value, value), (expression, values) => {
			const declarations = values.map(([type, number], i) => `${type} ${names[i]} = ${number};`).join(" ");
			const constants = names.reduce(
				(text, name, i) => text.replaceAll(name, `((${values[i][0]})${values[i][1]})`),
				expression,
			);
			const [overLocals] = stored(`${declarations} *w = ${expression};`);
			const [overConstants] = stored(`*w = ${constants};`);
			expect(overLocals).toBe(overConstants);
		}),
		{ numRuns: 150 },
	);
});
