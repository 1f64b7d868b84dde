import { afterEach, expect, test, vi } from "vitest";
import { startCheck } from "../../src/checker/start-check.ts";
import type { Instruction } from "../../src/execution/instruction.ts";
import { closeAmong } from "../../src/relation/close-among.ts";
import { cycleModel, read, tinyProgram, write } from "./tiny.ts";

vi.mock("../../src/relation/close-among.ts", { spy: true });

afterEach(() => {
	vi.restoreAllMocks();
});

/** Makes every look at the clock find so many milliseconds gone by; returns how often it has been looked at. */
function slowClock(milliseconds: number): () => number {
	let looks = 0;
	vi.spyOn(performance, "now").mockImplementation(() => milliseconds * looks++);
	return () => looks;
}

const long = (instruction: (i: number) => Instruction): Instruction[] =>
	Array.from({ length: 300 }, (_, i) => instruction(i));

/** Three hundred reads in one thread, and three writes in others that each of them may read from. */
const manyReads = tinyProgram(1, [long(() => read(0, 0)), ...[1n, 2n, 3n].map((value) => [write(0, value)])]);
const model = cycleModel("po-loc");

test("a search whose steps are slow ends at the first look at the clock after its time", () => {
	const looks = slowClock(1000);
	const run = startCheck(manyReads, model, { unroll: 4, timeoutSeconds: 0 });
	expect(run.advance(50)).toBe(true);
	expect(looks()).toBeLessThan(10);
	// What one step opened, and what the search began with.
	expect(run.save().frames.length).toBeLessThan(3);
	expect(run.verdict()).toMatchObject({ kind: "incomplete", limits: ["timeout"], positive: 0 });
});

test("slow steps are not taken one after the other before signals can be looked at", () => {
	const looks = slowClock(1000);
	const run = startCheck(manyReads, model, { unroll: 4 });
	for (let turn = 0; turn < 5; turn++) {
		const before = looks();
		expect(run.advance(50)).toBe(false);
		expect(looks() - before).toBeLessThan(4);
	}
	expect(run.save().frames.length).toBeLessThan(7);
	expect(run.verdict()).toMatchObject({ kind: "incomplete", limits: ["interrupted"], positive: 0 });
});

test("a short search comes to its end whatever the time limit, where its steps are quick", () => {
	slowClock(0.01);
	const program = tinyProgram(2, [
		[write(0, 1n), read(0, 1)],
		[write(1, 1n), read(0, 0)],
	]);
	const run = startCheck(program, cycleModel("po"), { unroll: 4, timeoutSeconds: 0 });
	expect(run.advance(50)).toBe(true);
});

test("a cell that has not changed is looked at once, however many of its reads are open", () => {
	const run = startCheck(manyReads, model, { unroll: 4 });
	vi.mocked(closeAmong).mockClear();
	run.advance(Number.MAX_SAFE_INTEGER, 2);
	expect(run.save().frames).not.toEqual([]);
	expect(vi.mocked(closeAmong).mock.calls.length).toBeLessThan(20);
});
