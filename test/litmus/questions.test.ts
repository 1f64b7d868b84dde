import { describe, expect, test } from "vitest";
import type { Program } from "../../src/execution/program.ts";
import type { Proposition, Term } from "../../src/execution/proposition.ts";
import { diagnose, load } from "./load.ts";

const BEFORE =
	"C t\n{ int *p = &x; int b[2]; y=1; }\nP0(int *x, unsigned *u) { int r0 = *x; unsigned r1 = *u; int *r2; }\nP1() { int r10; int r9; }\n";

function printTerm(program: Program, term: Term): string {
	if (term.kind === "local") return `${term.thread}:${program.threads[term.thread].locals[term.local].name}`;
	if (term.kind === "cell") return program.cells[term.cell].name;
	if (term.kind === "dereference") return `*${printTerm(program, term.pointer)}`;
	if (term.kind === "computed") {
		return `(${printTerm(program, term.left)} ${term.operator} ${printTerm(program, term.right)})`;
	}
	const { value } = term;
	return typeof value === "bigint" ? String(value) : `&${program.objects[value.object].name}+${value.offset}`;
}

function print(program: Program, proposition: Proposition): string {
	switch (proposition.kind) {
		case "true":
			return "true";
		case "equal":
			return `${printTerm(program, proposition.left)}=${printTerm(program, proposition.right)}`;
		case "compare":
			return `${printTerm(program, proposition.left)} ${proposition.operator} ${printTerm(program, proposition.right)}`;
		case "not":
			return `!(${print(program, proposition.operand)})`;
		case "and":
		case "or":
			return `${proposition.kind}(${proposition.operands.map((one) => print(program, one)).join(" ")})`;
	}
}

describe("propositions", () => {
	test.each([
		["x=1", "x=1"],
		["x==1", "x=1"],
		["x!=1", "!(x=1)"],
		["0:r0=-1", "0:r0=-1"],
		["x=1 /\\ y=2 /\\ 0:r0=3", "and(x=1 y=2 0:r0=3)"],
		["x=1 \\/ y=2 /\\ 0:r0=3", "or(x=1 and(y=2 0:r0=3))"],
		["(x=1 \\/ y=2) /\\ 0:r0=3", "and(or(x=1 y=2) 0:r0=3)"],
		["~x=1 /\\ not y=2", "and(!(x=1) !(y=2))"],
		["x=1 => y=2 => 0:r0=3", "or(!(x=1) or(!(y=2) 0:r0=3))"],
		["x=1 \\/ y=1 => x=2", "or(!(or(x=1 y=1)) x=2)"],
		["P0:r0=1", "0:r0=1"],
		["0 : r0 = 1", "0:r0=1"],
		["~(x=1 \\/ y=1)", "!(or(x=1 y=1))"],
		["x=1 && y=2 || 0:r0=3", "or(and(x=1 y=2) 0:r0=3)"],
		["x=1 \\/ y=2 && !0:r0=3", "or(x=1 and(y=2 !(0:r0=3)))"],
		["!x=1 /\\ !(y=2)", "and(!(x=1) !(y=2))"],
		["x<1", "x < 1"],
		["1 >= y", "1 >= y"],
		["x < y", "x < y"],
		["true => x<=1", "or(!(true) x <= 1)"],
		["x + 1 == y", "(x + 1) = y"],
		["x = y + 1", "x = (y + 1)"],
		["x != 2 * (y - -1) << 1", "x != ((2 * (y - -1)) << 1)"],
		["x & 6 | y ^ 3 % 2 = 4", "((x & 6) | (y ^ (3 % 2))) = 4"],
		["(x + 1) / 2 > b[1] >> 1", "((x + 1) / 2) > (b[1] >> 1)"],
		["((x + 1) = 2)", "(x + 1) = 2"],
		["-x < *p", "(0 - x) < *p"],
		["0:r1 + 0 = -1", "(0:r1 + 0) = -1"],
		["0:r0-1=0", "(0:r0 - 1) = 0"],
		["x < 0xffffffffffffffff", "x < -1"],
		["(x) = 1", "x=1"],
		["p=x", "p=&x+0"],
		["p=&x", "p=&x+0"],
		["p=&b[1]", "p=&b+4"],
		["p!=NULL", "!(p=0)"],
		["0:r2=y", "0:r2=&y+0"],
		["*p=1", "*p=1"],
		["*0:r2=1", "*0:r2=1"],
		["*x=1", "x=1"],
		["[x]=1", "x=1"],
		["b[1]=2", "b[1]=2"],
		["x==y", "x=y"],
		["x=[y]", "x=y"],
		["0:r0=1:r9", "0:r0=1:r9"],
		["1=x", "1=x"],
		["true", "true"],
		["false", "!(true)"],
		["0:r1=-1", "0:r1=4294967295"],
		["u=-1", "u=4294967295"],
		["x=0xffffffff", "x=-1"],
		["new=0", "new=0"],
	])("exists (%s)", (condition, expected) => {
		const program = load(`${BEFORE}exists (${condition})\n`);
		expect(print(program, program.proposition)).toBe(expected);
	});
});

test.each([
	["exists (x=1)", "exists"],
	["~exists (x=1)", "~exists"],
	["not exists (x=1)", "~exists"],
	["forall (x=1)", "forall"],
	["", "exists"],
])("%s has the quantifier %s", (question, quantifier) => {
	expect(load(`${BEFORE}${question}\n`).quantifier).toBe(quantifier);
});

test("a test without a condition asks for any execution", () => {
	expect(load(BEFORE).proposition).toEqual({ kind: "true" });
});

test("a property has a name and a formula, asks nothing and prints nothing", () => {
	const program = load(`${BEFORE}forbidden "busy-read" (0:r0=1)\nforbidden "torn" (x < y)\n`);
	expect(program.properties).toMatchObject([
		{ kind: "final", name: "busy-read" },
		{ kind: "final", name: "torn" },
	]);
	const printed = program.properties?.map((one) => one.kind === "final" && print(program, one.proposition));
	expect(printed).toEqual(["0:r0=1", "x < y"]);
	expect(program.proposition).toEqual({ kind: "true" });
	expect(program.observed).toEqual([]);
	expect(load(`${BEFORE}exists (x=1)\n`).properties).toBeUndefined();
});

test("a filter is a formula of its own and adds nothing to a state", () => {
	const program = load(`${BEFORE}filter (0:r0=1)\nexists (x=1)\n`);
	expect(print(program, program.filter)).toBe("0:r0=1");
	expect(program.observed.map(({ label }) => label)).toEqual(["x"]);
});

test("a state lists registers by thread and name, then memory by name, each once", () => {
	const program = load(`${BEFORE}locations [y; 1:r9; b; *p; 1:r10; x]\nexists (x=1 /\\ 0:r0=1 /\\ y=2)\n`);
	expect(program.observed.map(({ label }) => label)).toEqual([
		"0:r0",
		"1:r10",
		"1:r9",
		"*p",
		"b[0]",
		"b[1]",
		"x",
		"y",
	]);
});

test.each([
	["exists (0:r7=1)", "litmus-unknown-register"],
	["exists (x=99999999999999999999)", "litmus-bad-integer"],
	["exists (r10=1)", "litmus-unused-variable"],
	["locations [nowhere]", "litmus-unused-variable"],
	["exists (4:r0=1)", "litmus-no-such-process"],
	["exists (b=1)", "litmus-whole-array"],
	["exists (b[2]=1)", "litmus-index-outside"],
	["exists (x=1) exists (y=1)", "litmus-duplicate-question"],
	["exists (x=y)", "litmus-compares-address"],
	["exists (p<1)", "litmus-address-in-condition"],
	["exists (&x + 1 = 2)", "litmus-address-in-condition"],
	["exists (x - NULL = 2)", "litmus-address-in-condition"],
	["exists (0:r2 >= 1)", "litmus-address-in-condition"],
	["exists (x % 0 = 1)", "litmus-division-by-zero"],
	["exists (x + 99999999999999999999 = 1)", "litmus-bad-integer"],
	["exists (0:r7 < 1)", "litmus-unknown-register"],
	['forbidden "" (x=1)', "litmus-property-name"],
	['forbidden "a" (x=1) forbidden "a" (x=2)', "litmus-property-name"],
	['forbidden "a" (0:r7 = 1)', "litmus-unknown-register"],
])("%s: %s", (question, code) => {
	expect(diagnose(`${BEFORE}${question}\n`).map((one) => one.code)).toEqual([code]);
});
