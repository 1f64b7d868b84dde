import { expect, test } from "vitest";
import { codeOf, load, withBody } from "./load.ts";

test("if and else join after both", () => {
	expect(codeOf("int r0 = *x; if (r0 == 1) *y = 1; else *y = 2; *x = 3;")).toEqual([
		"r0 = load &x",
		"if (r0 == 1) then 2 else 4 join 5",
		"store &y = 1",
		"jump 5",
		"store &y = 2",
		"store &x = 3",
	]);
});

test("an early return makes all that follows control dependent", () => {
	expect(codeOf("if (*x) return; *y = 1;")).toEqual([
		"%0 = load &x",
		"if %0 then 3 else 2 join 3",
		"store &y = 1",
	]);
});

test("a branch whose ways are one is no branch", () => {
	expect(codeOf("int r0 = *x; if (r0) ; *y = 1;")).toEqual(["r0 = load &x", "store &y = 1"]);
});

test("&& and || that read memory become branches", () => {
	expect(codeOf("if (*x && !*y) *w = 1;")).toEqual([
		"%0 = load &x",
		"if %0 then 2 else 5 join 5",
		"%1 = load &y",
		"if %1 then 5 else 4 join 5",
		"store &w = 1",
	]);
	expect(codeOf("if (*x || *y) *w = 1;")).toEqual([
		"%0 = load &x",
		"if %0 then 4 else 2 join 5",
		"%1 = load &y",
		"if %1 then 4 else 5 join 5",
		"store &w = 1",
	]);
});

test("the value of && depends on both sides", () => {
	expect(codeOf("int r0; r0 = *x && *y;")).toEqual([
		"%1 = load &x",
		"%2 = (%1 != 0)",
		"if %2 then 3 else 5 join 5",
		"%3 = load &y",
		"%2 = (%2 & (%3 != 0))",
		"r0 = %2",
	]);
});

test("pure && and ?: stay expressions", () => {
	expect(codeOf("int r0, r1; r0 = *x; r1 = r0 && r0 > 2 ? r0 : -1;")).toEqual([
		"r0 = load &x",
		"r1 = ((r0 && (r0 > 2)) ? r0 : -1)",
	]);
});

test("a division is not evaluated where C does not", () => {
	expect(codeOf("int r0 = *x, r1; r1 = r0 && 4 / r0;")).toContain("if %2 then 3 else 4 join 4");
});

test("?: that reads memory becomes a branch", () => {
	expect(codeOf("int r0; r0 = *x ? *y : 2;")).toEqual([
		"%1 = load &x",
		"%2 = (%1 != 0)",
		"if %2 then 3 else 6 join 7",
		"%4 = load &y",
		"%3 = (%2 ? %4 : %4)",
		"jump 7",
		"%3 = (%2 ? 2 : 2)",
		"r0 = %3",
	]);
});

test("while", () => {
	expect(codeOf("int r0 = 0; while (!READ_ONCE(*x)) r0++; *y = r0;")).toEqual([
		"r0 = 0",
		"loop 0 live r0",
		"%1 = load{ONCE} &x",
		"if %1 then 6 else 4 join 6",
		"r0 = (r0 + 1)",
		"jump 1",
		"store &y = r0",
	]);
});

test("for with break and continue", () => {
	expect(codeOf("for (int i = 0; i < 2; i++) { if (*x) continue; if (*y) break; *x = i; } *w = 1;")).toEqual([
		"i = 0",
		"loop 0 live i",
		"if (i < 2) then 3 else 10 join 10",
		"%1 = load &x",
		"if %1 then 8 else 5 join 10",
		"%2 = load &y",
		"if %2 then 10 else 7 join 10",
		"store &x = i",
		"i = (i + 1)",
		"jump 1",
		"store &w = 1",
	]);
});

test("do", () => {
	expect(codeOf("int r0; do { r0 = *x; } while (r0);")).toEqual([
		"loop 0 live ",
		"r0 = load &x",
		"if r0 then 0 else 3 join 3",
	]);
});

test("a backward goto makes a loop, a forward one does not", () => {
	const program = load(
		withBody("again: if (!spin_trylock(l)) goto again; if (*x) goto out; *y = 1; out: spin_unlock(l);"),
	);
	expect(program.threads[0].loops).toBe(1);
	expect(
		codeOf("again: if (!spin_trylock(l)) goto again; if (*x) goto out; *y = 1; out: spin_unlock(l);"),
	).toEqual([
		"loop 0 live ",
		"%0 = trylock &l",
		"if %0 then 3 else 0 join 3",
		"%1 = load &x",
		"if %1 then 6 else 5 join 6",
		"store &y = 1",
		"unlock &l",
	]);
});

test("switch falls through, and default stands anywhere", () => {
	expect(codeOf("switch (*x) { default: *y = 9; break; case 1: *y = 1; case 2: *y = 2; }")).toEqual([
		"%0 = load &x",
		"if (%0 == 1) then 5 else 2 join 7",
		"if (%0 == 2) then 6 else 3 join 7",
		"store &y = 9",
		"jump 7",
		"store &y = 1",
		"store &y = 2",
	]);
});

test("an endless loop lets its branches join at the exit", () => {
	expect(codeOf("for (;;) { if (*x) *y = 1; }")).toEqual([
		"loop 0 live ",
		"%0 = load &x",
		"if %0 then 3 else 0 join 5",
		"store &y = 1",
		"jump 0",
	]);
});

test("observed locals are live in loops", () => {
	expect(codeOf("int r0; int r1; do { r0 = *x; r1 = 1; } while (!*y);", "exists (0:r1=1)")).toContain(
		"loop 0 live ",
	);
	expect(codeOf("int r0; int r1; do { r0 = *x; if (r0) r1 = 1; } while (!*y);", "exists (0:r1=1)")).toContain(
		"loop 0 live r1",
	);
});

test("what is never reached is left out", () => {
	expect(codeOf("goto out; *x = 1; out: *y = 1; return; *x = 2;")).toEqual(["store &y = 1"]);
	expect(codeOf("if (0) *x = 1; else *y = 1;")).toEqual(["store &y = 1"]);
});

test("side effects come in C's order", () => {
	expect(codeOf("int r0, r1; r1 = (r0 = *x, r0++) + *y;")).toEqual([
		"r0 = load &x",
		"%2 = r0",
		"r0 = (%2 + 1)",
		"%3 = load &y",
		"r1 = (%2 + %3)",
	]);
	expect(codeOf("(*x)++; ++*x; *x -= 2;")).toEqual([
		"%0 = load &x",
		"store &x = (%0 + 1)",
		"%1 = load &x",
		"store &x = (%1 + 1)",
		"%2 = load &x",
		"store &x = (%2 - 2)",
	]);
});

test("inner declarations hide outer ones", () => {
	expect(codeOf("int r0 = 1; { int r0 = 2; *x = r0; } *y = r0;", "exists (0:r0=1)")).toEqual([
		"r0 = 1",
		"r0%1 = 2",
		"store &x = r0%1",
		"store &y = r0",
	]);
});

test("a register that blocks beside each other declare is one; a name that hides another, or has another type, is not", () => {
	expect(codeOf("if (*x) { int r1 = 1; } else { int r1 = 2; }")).toEqual([
		"%0 = load &x",
		"if %0 then 2 else 4 join 5",
		"r1 = 1",
		"jump 5",
		"r1 = 2",
	]);
	const [hidden] = load(withBody("int r1 = 0; { int r1 = 1; }")).threads;
	expect(hidden.locals.map(({ name }) => name)).toEqual(["r1", "r1%1"]);
	const [typed] = load(withBody("{ int r1 = 0; } { u8 r1 = 1; }")).threads;
	expect(typed.locals.map(({ name }) => name)).toEqual(["r1", "r1%1"]);
	const thread = "C t\n__thread int r1;\n{ }\nP0() { r1 = 1; { int r1 = 2; } { int r1 = 3; } }\n";
	expect(new Set(load(thread).threads[0].locals.map(({ name }) => name)).size).toBe(3);
});
