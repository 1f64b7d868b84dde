import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { outlineThread } from "../../src/checker/outline-thread.ts";
import { ThreadRun } from "../../src/checker/thread-run.ts";
import type { Expression } from "../../src/execution/expression.ts";
import type { Instruction } from "../../src/execution/instruction.ts";
import type { Program } from "../../src/execution/program.ts";
import type { Verdict } from "../../src/execution/verdict.ts";
import { at, binary, choose, constant, cycleModel, local, read, tinyProgram, write } from "./tiny.ts";

const isOne = (index: number): Expression => binary("==", local(index), constant(1n));
const assume = (condition: Expression): Instruction => ({ kind: "assume", condition });
const store = (cell: number, value: Expression): Instruction => ({
	kind: "store",
	address: at(cell),
	value,
	tags: ["ONCE"],
});

function verdictOf(program: Program, symmetry = true, order: "po" | "po-loc" = "po"): Verdict {
	return check(program, cycleModel(order), { unroll: 2, symmetry });
}

describe("a choice", () => {
	test("gives an execution for each value", () => {
		const program = tinyProgram(1, [[choose(0, 3), store(0, local(0))]]);
		const { positive, states } = verdictOf(program);
		expect([positive, states]).toEqual([3, ["0:r0=0; 0:r1=0", "0:r0=1; 0:r1=0", "0:r0=2; 0:r1=0"]]);
	});

	test("of one value is none, and of no value leaves nothing", () => {
		expect(verdictOf(tinyProgram(1, [[choose(0, 1)]])).explored.executions).toBe(1);
		expect(verdictOf(tinyProgram(1, [[choose(0, 0)]])).positive).toBe(0);
	});

	test("of twins is counted for each, and explored up to renaming", () => {
		const body = [choose(0, 2), store(0, local(0))];
		const program = tinyProgram(1, [body, body, body]);
		const [on, off] = [true, false].map((symmetry) => verdictOf(program, symmetry));
		// 8 choices, and 6 orders of the writes.
		expect([on.positive, off.positive]).toEqual([48, 48]);
		expect(on.states).toEqual(off.states);
		expect(on.explored.executions).toBeLessThan(off.explored.executions / 2);
	});

	test("that ends a loop is bounded by --unroll, unless the loop does nothing", () => {
		const loop = (...body: Instruction[]): Program => {
			const code: Instruction[] = [
				{ kind: "loop", loop: 0, live: [] },
				choose(0, 2),
				{
					kind: "branch",
					condition: local(0),
					whenTrue: 3,
					whenFalse: 4 + body.length,
					join: 4 + body.length,
				},
				...body,
				{ kind: "jump", target: 0 },
			];
			const program = tinyProgram(1, [code]);
			return { ...program, threads: program.threads.map((thread) => ({ ...thread, loops: 1 })) };
		};
		const writing = verdictOf(loop(write(0, 1n)));
		expect([writing.kind, writing.positive]).toEqual(["incomplete", 3]);
		expect(verdictOf(loop({ kind: "note", name: "again", operands: [] })).kind).toBe("incomplete");
		const idle = verdictOf(loop());
		expect([idle.kind, idle.positive]).toEqual(["holds", 1]);
	});
});

describe("an assumption", () => {
	const buffering = (...assumed: Instruction[]): Program =>
		tinyProgram(2, [
			[write(0, 1n), read(0, 1)],
			[write(1, 1n), read(0, 0), ...assumed],
		]);

	test("leaves the executions in which it is true", () => {
		expect(verdictOf(buffering()).positive).toBe(3);
		expect(verdictOf(buffering(assume(isOne(0)))).states).toEqual([
			"0:r0=0; 0:r1=0; 1:r0=1; 1:r1=0",
			"0:r0=1; 0:r1=0; 1:r0=1; 1:r1=0",
		]);
	});

	test("that is never true leaves none, and is no deadlock", () => {
		for (const condition of [constant(0n), binary("==", local(0), constant(7n))]) {
			const { positive, negative, deadlock, kind } = verdictOf(buffering(assume(condition)));
			expect([positive, negative, deadlock, kind]).toEqual([0, 0, false, "violated"]);
		}
	});

	test("orders nothing: a write behind it may be what makes it true", () => {
		const program = tinyProgram(2, [
			[read(0, 0), assume(isOne(0)), write(1, 1n)],
			[read(0, 1), store(0, local(0))],
		]);
		expect(verdictOf(program, true, "po-loc").states).toEqual(["0:r0=1; 0:r1=0; 1:r0=1; 1:r1=0"]);
	});

	test("without a meaning is undefined behaviour", () => {
		const quotient = binary("/", constant(1n), local(0));
		const { positive, flags } = verdictOf(buffering(assume(quotient)));
		expect([positive, flags]).toEqual([2, ["undefined-behaviour"]]);
		expect(verdictOf(buffering(assume(binary("/", constant(1n), constant(0n))))).flags).toHaveLength(1);
	});
});

describe("sizes and constants", () => {
	const withCell = (program: Program, changes: Partial<Program["cells"][number]>): Program => ({
		...program,
		cells: program.cells.map((cell, i) => (i === 0 ? { ...cell, ...changes } : cell)),
	});

	test("an access of another size has no meaning", () => {
		const sized = (size: number): Program =>
			withCell(tinyProgram(1, [[{ kind: "load", local: 0, address: at(0), size, tags: [] }]]), { size: 4 });
		expect([verdictOf(sized(4)).positive, verdictOf(sized(4)).flags]).toEqual([1, []]);
		expect([verdictOf(sized(8)).positive, verdictOf(sized(8)).flags]).toEqual([0, ["undefined-behaviour"]]);
	});

	test("a constant is read without an event, and not written", () => {
		const constantCell = { isConstant: true, initial: 5n };
		const program = withCell(tinyProgram(2, [[read(0, 0), write(1, 1n)]]), constantCell);
		const run = new ThreadRun(program, 0, 2, undefined).run(undefined);
		expect(run.events.map(({ kind, cell }) => [kind, cell])).toEqual([["W", 1]]);
		expect(verdictOf(program).states).toEqual(["0:r0=5; 0:r1=0"]);
		const written = withCell(tinyProgram(1, [[write(0, 1n)]]), constantCell);
		expect(verdictOf(written).flags).toEqual(["undefined-behaviour"]);
	});

	test("what is read from a constant depends on how it was found", () => {
		const indexed: Instruction = {
			kind: "load",
			local: 1,
			address: { kind: "offset", pointer: at(0), index: local(0), scale: 4 },
			tags: [],
		};
		const program = withCell(tinyProgram(2, [[read(0, 1), indexed, store(1, local(1))]]), {
			isConstant: true,
		});
		let run = new ThreadRun(program, 0, 2, undefined).run(undefined);
		run = new ThreadRun(program, 0, 2, run).run({ object: 0, offset: 0 });
		expect([run.stop.kind, run.data]).toEqual(["done", [[0, 1]]]);
	});
});

test("a cut ends a thread, and the verdict is incomplete", () => {
	expect(verdictOf(tinyProgram(1, [[{ kind: "cut" }, write(0, 1n)]]))).toMatchObject({
		kind: "incomplete",
		limits: ["unroll"],
	});
});

test("an outline tells choices and notes, and has no path on which an assumption is false", () => {
	const program = tinyProgram(1, [
		[choose(0, 3), write(0, 1n), { kind: "note", name: "done", operands: [] }, assume(local(0))],
	]);
	const paths = outlineThread(program, 0, 2);
	expect(paths.map(({ choices }) => choices)).toEqual([["choose: 1"], ["choose: 2"]]);
	expect(paths[0].notes).toEqual([{ position: 1, text: "done" }]);
});
