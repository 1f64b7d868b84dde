import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import type { NotedExecution } from "../../src/execution/noted-execution.ts";
import type { Program } from "../../src/execution/program.ts";
import type { Verdict } from "../../src/execution/verdict.ts";
import { formatDiagnostic } from "../../src/source/format-diagnostic.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { diagnose, load } from "./load.ts";
import { printThread } from "./print-code.ts";

const model = shippedModel("sc");
const verdictOf = (text: string): Verdict => check(load(text), model, { unroll: 3 });
const happening = (text: string): readonly string[] =>
	verdictOf(text).properties.map(({ name, happens }) => `${name}: ${happens ? "possible" : "never"}`);
const process = (body: string, externals = ""): string =>
	`C t\nint x, y;\n${externals}\n{ }\nP0() {\n${body}\n}\n`;

describe("assertions are properties", () => {
	test("of the process or function that they stand in, by line, each place once", () => {
		const text = process(
			"twice(1);\ntwice(2);\nassert(x == 2); assert(x == 3);",
			"static void twice(int a) { x = a; BUG_ON(x == 2); }",
		);
		expect(happening(text)).toEqual([
			"assertion in twice, line 3: possible",
			"assertion in P0, line 8: never",
			"assertion in P0, line 8 (2): possible",
		]);
	});

	test("of an included file by its line there", () => {
		const text = `C t\n#define CHECK(e) BUG_ON(!(e))\nint x;\n{ }\nP0() {\n\n\tCHECK(x == 0); }`;
		expect(happening(text)).toEqual(["assertion in P0, line 7: never"]);
	});

	test.each([
		["assert(x);", ["possible"]],
		["assert(!x);", ["never"]],
		["BUG_ON(x);", ["never"]],
		["WARN_ON(!x);", ["possible"]],
		["if (WARN_ON_ONCE(x == 1)) x = 2; assert(x == 0);", ["never", "never"]],
		["if (WARN_ON(x == 0)) x = 2; assert(x == 0);", ["possible", "possible"]],
		['WARN(x, "x is %d", x);', ["never"]],
		['WARN_ONCE(x == 0, "x");', ["possible"]],
		["int *p = &x; assert(p);", ["never"]],
	])("%s", (body, expected) => {
		expect(happening(process(body)).map((one) => one.replace(/.*: /, ""))).toEqual(expected);
	});

	test("they end no execution, and the count is as without", () => {
		const body = "x = choose(3); assert(x != 1); y = 1;";
		expect(verdictOf(process(body))).toMatchObject({ kind: "violated", positive: 3 });
		expect(verdictOf(process(body.replace("assert(x != 1);", "")))).toMatchObject({
			kind: "holds",
			positive: 3,
		});
	});

	test("those that are not reached cannot fail", () => {
		expect(happening(process("if (x) assert(0);"))).toEqual(["assertion in P0, line 6: never"]);
	});
});

describe("choices and assumptions", () => {
	const states = (body: string): readonly string[] => verdictOf(`${process(body)}locations [x; y]`).states;

	test.each([
		["x = choose(3);", ["x=0; y=0", "x=1; y=0", "x=2; y=0"]],
		["x = choose(1);", ["x=0; y=0"]],
		["x = choose_range(-1, 1);", ["x=-1; y=0", "x=0; y=0", "x=1; y=0"]],
		["x = choose(4); assume(x % 2); y = choose(2);", ["x=1; y=0", "x=1; y=1", "x=3; y=0", "x=3; y=1"]],
		["assume(0);", []],
		["int r = choose(2); if (r) x = 1; else y = 1;", ["x=0; y=1", "x=1; y=0"]],
	])("%s", (body, expected) => {
		expect(states(body)).toEqual(expected);
	});

	test("an assumption holds for the whole execution, also of what came before it", () => {
		const text = `C t\nint x;\n{ }\nP0() { assert(0); x = 1; assume(x == 2); }`;
		expect(happening(text)).toEqual(["assertion in P0, line 4: never"]);
	});

	test.each([
		["x = choose(0);", "litmus-choice at choose(0)"],
		["x = choose(y);", "litmus-not-constant at y"],
		["x = choose_range(2, 1);", "litmus-choice at choose_range(2, 1)"],
		["x = choose(1, 2);", "litmus-argument-count at choose(1, 2)"],
		["assert();", "litmus-argument-count at assert()"],
		["x = assert(1);", "litmus-no-value at assert(1)"],
	])("%s", (body, expected) => {
		const [first] = diagnose(process(body));
		const at = first?.span?.file.text.slice(first.span.start, first.span.end);
		expect(`${first?.code} at ${at}`).toBe(expected);
	});
});

describe("notes", () => {
	const program: Program = load(`C t
int x; static void f(int a) { trace_called(a, x); }
{ } P0() { trace_begin(); int r = READ_ONCE(x); f(r + 1); trace_end(&x, 7); }`);

	test("stand where they are written, with what their arguments are computed from", () => {
		expect(printThread(program, 0)).toEqual([
			"note begin ",
			"r = load{ONCE} &x",
			"f.a%1 = (r + 1)",
			"%2 = load &x",
			"note called f.a%1, %2",
			"note end &x, 7",
		]);
	});

	test("are seen by properties, with the events that came before them", () => {
		const seen = new Set<string>();
		const happens = ({ notes }: NotedExecution): boolean => {
			for (const { name, position, values } of notes) {
				seen.add(`${name} ${position} ${values.map((one) => (typeof one === "bigint" ? one : "address"))}`);
			}
			return false;
		};
		check({ ...program, properties: [{ kind: "noted", name: "all", happens }] }, model, { unroll: 1 });
		expect([...seen]).toEqual(["begin 0 ", "called 2 1,0", "end 2 address,7"]);
	});

	test("a function of that name is a function", () => {
		const text = "C t\nint x; static void trace_it(void) { x = 5; }\n{ } P0() { trace_it(); }";
		expect(printThread(load(text), 0)).toEqual(["store &x = 5"]);
	});
});

test("in_nmi() is 0 where nothing interrupts", () => {
	expect(printThread(load(process("x = in_nmi();")), 0)).toEqual(["store &x = 0"]);
});

test("messages show the line, a caret and a hint", () => {
	const [first] = diagnose(process("x = chose(3);"));
	expect(formatDiagnostic(first)).toContain("chose(3)");
	expect(formatDiagnostic(first)).toMatch(/\^{5}/);
	expect(first.hint).toContain("`choose`");
});
