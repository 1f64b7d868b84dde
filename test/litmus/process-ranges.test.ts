import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { builtin } from "../cat/load.ts";
import { diagnose, load } from "./load.ts";
import { printThread } from "./print-code.ts";

const threads = (processes: string): readonly string[] => {
	const program = load(`C t\n{ }\n${processes}\n`);
	return program.threads.map(({ index }) => printThread(program, index).join(" "));
};

describe("one body for several processes", () => {
	test.each([
		["P[0..2](int *x) { *x = 1; }", 3],
		["P0() { } P[1..2](int *x) { *x = 1; }", 3],
		["P0() { } P[1..0](int *x) { *x = 1; }", 1],
		["P[0 .. 2 * (3 - 1) / 3 - -1](int *x) { *x = 1; }", 3],
		["P[0](int *x) { } P[0 + 1](int *x) { }", 2],
		["P [ 0..1 ] (int *x) { }", 2],
	])("%s", (processes, count) => {
		expect(threads(processes)).toHaveLength(count);
	});

	test("the same code as if each were written", () => {
		const body = "(int *x) { int r0 = *x; if (r0) *x = r0 + 1; }";
		expect(threads(`P[0..1]${body}`)).toEqual(threads(`P0${body} P1${body}`));
	});

	test("the index is a constant", () => {
		const body = "(int *a, int *x) { switch (*x) { case i: a[i] = i * 2; } }";
		const written = (number: number): string =>
			`(int *a, int *x) { switch (*x) { case ${number}: a[${number}] = ${number} * 2; } }`;
		expect(threads(`P[i = 0..1]${body}`)).toEqual(threads(`P0${written(0)} P1${written(1)}`));
	});

	test("a variable in a block hides it", () => {
		expect(threads("P[i = 0..0](int *x) { int i = 5; *x = i; }")).toEqual(
			threads("P0(int *x) { int i = 5; *x = i; }"),
		);
	});

	test("processes go on after a range of any length", () => {
		const text = (count: number): string =>
			`#parameter n = ${count}\nC t\n{ }\nP[0..n-1](int *x) { *x = 1; }\nP[n](int *x) { int r0 = *x; }\nexists (1:r0=1)\n`;
		const names = [1, 3].map((count) => load(text(count).replace("1:r0", `${count}:r0`)).threads.length);
		expect(names).toEqual([2, 4]);
	});
});

describe("mistakes", () => {
	test.each([
		["P[1..2](int *x) { }", ["expected P0, not P1", "expected P1, not P2"]],
		["P[0..1](int *x) { } P[1..2](int *x) { }", ["there are two processes P1"]],
		["P[-1..0](int *x) { }", ["expected P0, not P-1"]],
		["P[0..1000000](int *x) { }", ["a test may have 256 processes, P0 to P255"]],
		["P[0..1/0](int *x) { }", ["this is a division by zero"]],
		["P[i = 0..1](int *i) { }", ["there are two parameters `i`"]],
		["P[i = 0..1](int *x) { i = 1; }", ["this is neither a variable nor a location in memory"]],
	])("%s", (processes, expected) => {
		const found = diagnose(`C t\n{ }\n${processes}\n`).map(({ message }) => message);
		expect(found).toEqual(expect.arrayContaining(expected));
	});

	test.each([
		["P[0..3](int *x) { frob(x); }", ["litmus-unknown-call"]],
		["P[0..3](int *x) { r0 = *x; }", ["litmus-undeclared-local"]],
		["P[0..3](int *x) { *y = 1; }", ["litmus-undeclared"]],
		[
			"P[i = 0..3](int *x) { *x = 1 / (i - 2); *x = 1 / (i - 2); }",
			["litmus-division-by-zero", "litmus-division-by-zero"],
		],
	])("%s: once", (processes, expected) => {
		expect(diagnose(`C t\n{ }\n${processes}\n`).map(({ code }) => code)).toEqual(expected);
	});

	test("the index is nothing outside of the body", () => {
		const [first] = diagnose("C t\n{ }\nP[i = 0..1](int *x) { *x = i; }\nexists (0:i=0)\n");
		expect(first.message).toBe("P0 has no variable `i`");
	});
});

test("processes of one body are twins, with the same counts as one by one", () => {
	const text = `#parameter writers = 3
C t
{ }
P0(int *x) { int r0 = READ_ONCE(*x); int r1 = READ_ONCE(*x); }
P[1..writers](int *x, spinlock_t *l)
{
	spin_lock(l);
	int r0 = READ_ONCE(*x);
	WRITE_ONCE(*x, r0 + 1);
	spin_unlock(l);
}
exists (0:r0=1 /\\ 0:r1=3)
`;
	for (const writers of [0n, 1n, 3n]) {
		const program = loadProgram({ path: "t", text }, {}, { parameters: new Map([["writers", writers]]) });
		if (!program.ok) throw new Error("no program");
		const together = check(program.value, builtin("lkmm"), { unroll: 1 });
		const apart = check(program.value, builtin("lkmm"), { unroll: 1, symmetry: false });
		expect({ ...together, explored: 0, witness: 0, counterWitness: 0 }).toEqual({
			...apart,
			explored: 0,
			witness: 0,
			counterWitness: 0,
		});
		if (writers === 3n) {
			expect(together.explored.executions).toBeLessThan(apart.explored.executions / 3);
			expect(Number(together.positive) + Number(together.negative)).toBe(apart.explored.executions);
		}
	}
});
