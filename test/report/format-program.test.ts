import { expect, test } from "vitest";
import type { Event } from "../../src/execution/event.ts";
import type { Program } from "../../src/execution/program.ts";
import type { ThreadPath } from "../../src/execution/thread-path.ts";
import { formatProgram } from "../../src/report/format-program.ts";
import { formatProposition } from "../../src/report/format-proposition.ts";
import { createPaint } from "../../src/report/paint.ts";
import { wrapList } from "../../src/report/wrap-list.ts";

const TEXT = "C T\n{ }\nP0(int *x, int *y)\n{\n\tint r0 = READ_ONCE(*x);\n\tif (r0)\n\t\txchg(y, r0);\n}\n";
const file = { path: "T.litmus", text: TEXT };

const program: Program = {
	name: "T",
	file,
	objects: [
		{ name: "x", cells: new Map([[0, 0]]) },
		{ name: "y", cells: new Map([[0, 1]]) },
		{ name: "l", cells: new Map([[0, 2]]) },
	],
	cells: [
		{ name: "x", object: 0, initial: 0n, isLock: false },
		{ name: "y", object: 1, initial: { object: 0, offset: 0 }, isLock: false },
		{ name: "l", object: 2, initial: 0n, isLock: true },
	],
	threads: [
		{
			index: 0,
			locals: [
				{ name: "x", initial: { object: 0, offset: 0 } },
				{ name: "r0", initial: 0n },
				{ name: "r9", initial: 5n },
			],
			code: [],
			loops: 0,
		},
	],
	quantifier: "exists",
	proposition: { kind: "true" },
	filter: { kind: "true" },
	observed: [{ label: "0:r0", term: { kind: "local", thread: 0, local: 1 } }],
	expectation: { result: "Never", race: true },
};

function eventAt(text: string, event: Pick<Event, "kind" | "cell" | "tags" | "index">): Event {
	const start = TEXT.indexOf(text);
	return { ...event, thread: 0, span: { file, start, end: start + text.length } };
}

const path: ThreadPath = {
	events: [
		eventAt("READ_ONCE", { kind: "R", cell: 0, tags: ["ONCE"], index: 0 }),
		eventAt("xchg", { kind: "R", cell: 1, tags: ["RMW", "MB"], index: 1 }),
		eventAt("xchg", { kind: "W", cell: 1, tags: ["RMW", "MB"], index: 2 }),
	],
	addr: [],
	data: [[0, 2]],
	ctrl: [
		[0, 1],
		[0, 2],
	],
	rmw: [[1, 2]],
	choices: ["r0: true"],
	notes: [],
	end: "exit",
};

const empty: ThreadPath = {
	events: [],
	addr: [],
	data: [],
	ctrl: [],
	rmw: [],
	choices: [],
	notes: [],
	end: "bound",
};
const show = (shown: number) =>
	formatProgram(program, [[path, empty]], shown, createPaint(false)).split("\n");

test("prints the whole test", () => {
	expect(show(2)).toEqual([
		"T  T.litmus",
		"",
		"memory",
		"  x=0  y=x  l (lock)",
		"",
		"locals",
		"  0:r9=5",
		"",
		"P0, path 1 of 2",
		"  where r0: true",
		"  line  source                     event        depends on",
		"     5  int r0 = READ_ONCE(*x);  a R[ONCE] x",
		"     7  xchg(y, r0);             b R[RMW,MB] y  ctrl a",
		"                                 c W[RMW,MB] y  data a  ctrl a  rmw b",
		"",
		"P0, path 2 of 2  (ends at a loop's bound)",
		"  no events",
		"",
		"exists (true)",
		"",
		"observed",
		"  0:r0",
		"",
		"expected Never DATARACE",
	]);
});

test("says how many paths are hidden", () => {
	expect(show(1)).toContain("P0: 1 more, see --paths");
	expect(show(1)).not.toContain("P0, path 2 of 2  (ends at a loop's bound)");
});

test("shows what a test forbids, what paths note down and how they end", () => {
	const noting: ThreadPath = { ...path, notes: [{ position: 1, text: "note(seen, r0)" }], end: "hang" };
	const forbidding: Program = {
		...program,
		properties: [
			{ kind: "final", name: "late", proposition: { kind: "true" } },
			{ kind: "hang", name: "stuck" },
		],
	};
	const lines = formatProgram(forbidding, [[noting]], 1, createPaint(false)).split("\n");
	expect(lines).toContain("P0  (waits for a lock that it holds)");
	expect(lines[lines.findIndex((line) => line.includes("a R[ONCE] x")) + 1]).toBe("  note  note(seen, r0)");
	expect(lines).toEqual(expect.arrayContaining(["forbidden late (true)", "forbidden stuck"]));
});

test("propositions are written as tests write them", () => {
	const local = { kind: "local", thread: 0, local: 1 } as const;
	const isOne = { kind: "equal", left: local, right: { kind: "constant", value: 1n } } as const;
	const atPointer = { kind: "dereference", pointer: { kind: "cell", cell: 1 } } as const;
	const pointsToX = { kind: "equal", left: atPointer, right: { kind: "cell", cell: 0 } } as const;
	const either = { kind: "or", operands: [isOne, pointsToX] } as const;
	expect(
		formatProposition(program, { kind: "and", operands: [isOne, { kind: "not", operand: either }] }),
	).toBe("0:r0=1 /\\ ~(0:r0=1 \\/ *y=x)");
});

test("lists are wrapped at their width", () => {
	expect(wrapList(["aaa", "bbb", "cccccccccccc", "d"], "  ", 10)).toEqual([
		"  aaa  bbb",
		"  cccccccccccc",
		"  d",
	]);
	expect(wrapList([], "  ", 10)).toEqual([]);
});
