import { expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { cycleModel, read, tinyProgram, write } from "./tiny.ts";

const options = { unroll: 4 };

test("store buffering has three executions on SC and four with coherence alone", () => {
	const program = tinyProgram(2, [
		[write(0, 1n), read(0, 1)],
		[write(1, 1n), read(0, 0)],
	]);
	const sc = check(program, cycleModel("po"), options);
	expect([sc.positive, sc.negative]).toEqual([3, 0]);
	const loose = check(program, cycleModel("po-loc"), options);
	expect([loose.positive, loose.negative]).toEqual([4, 0]);
	expect(loose.states).toContain("0:r0=0; 0:r1=0; 1:r0=0; 1:r1=0");
	expect(sc.states).not.toContain("0:r0=0; 0:r1=0; 1:r0=0; 1:r1=0");
});

test("load buffering is found: a read may read from a write that is made after it", () => {
	const program = tinyProgram(2, [
		[read(0, 0), write(1, 1n)],
		[read(0, 1), write(0, 1n)],
	]);
	expect(check(program, cycleModel("po"), options).states).not.toContain("0:r0=1; 0:r1=0; 1:r0=1; 1:r1=0");
	expect(check(program, cycleModel("po-loc"), options).states).toContain("0:r0=1; 0:r1=0; 1:r0=1; 1:r1=0");
});

test("n writes to one location have n! coherence orders", () => {
	const program = tinyProgram(1, [[write(0, 1n)], [write(0, 2n)], [write(0, 3n)], [write(0, 4n)]]);
	const verdict = check(program, cycleModel("po"), options);
	expect(verdict.positive).toBe(24);
	expect(verdict.explored.deadEnds).toBe(0);
});

test("branches that justify each other are explored where the model does not forbid it", () => {
	const guarded = (from: number, to: number) => [
		read(0, from),
		{
			kind: "branch" as const,
			condition: { kind: "local" as const, local: 0 },
			whenTrue: 2,
			whenFalse: 3,
			join: 3,
		},
		write(to, 1n),
	];
	const program = tinyProgram(2, [guarded(0, 1), guarded(1, 0)]);
	const loose = check(program, cycleModel("po-loc"), options);
	expect(loose.states).toEqual(["0:r0=0; 0:r1=0; 1:r0=0; 1:r1=0", "0:r0=1; 0:r1=0; 1:r0=1; 1:r1=0"]);
	expect(check(program, cycleModel("po"), options).states).toEqual(["0:r0=0; 0:r1=0; 1:r0=0; 1:r1=0"]);
});

test("a lock orders its critical sections, and threads of one body count for each other", () => {
	const section = [
		{ kind: "lock" as const, address: { kind: "constant" as const, value: { object: 0, offset: 0 } } },
		read(0, 1),
		write(1, 1n),
		{ kind: "unlock" as const, address: { kind: "constant" as const, value: { object: 0, offset: 0 } } },
	];
	const program = tinyProgram(2, [section, section, section], 1);
	for (const symmetry of [true, false]) {
		const verdict = check(program, cycleModel("po"), { ...options, symmetry });
		expect(verdict.positive).toBe(6);
		expect(verdict.states).toHaveLength(3);
		expect(verdict.explored.deadEnds).toBe(0);
		expect(verdict.explored.executions).toBe(symmetry ? 1 : 6);
	}
});

test("a condition without a meaning ends its execution, and the verdict says so", () => {
	const int = { bits: 32, signed: true } as const;
	const local = { kind: "local", local: 0 } as const;
	const one = { kind: "constant", value: 1n } as const;
	const program = tinyProgram(2, [
		[
			read(0, 0),
			{
				kind: "branch",
				condition: { kind: "binary", operator: "/", type: int, left: one, right: local },
				whenTrue: 2,
				whenFalse: 3,
				join: 3,
			},
			write(1, 1n),
		],
		[write(0, 1n)],
	]);
	const verdict = check(program, cycleModel("po"), options);
	expect(verdict.states).toEqual(["0:r0=1; 0:r1=0; 1:r0=0; 1:r1=0"]);
	expect(verdict.flags).toEqual(["undefined-behaviour"]);
});
