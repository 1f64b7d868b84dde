import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { Symmetry } from "../../src/checker/symmetry.ts";
import type { Expression } from "../../src/execution/expression.ts";
import type { Instruction } from "../../src/execution/instruction.ts";
import type { NotedExecution } from "../../src/execution/noted-execution.ts";
import type { Program } from "../../src/execution/program.ts";
import type { Property } from "../../src/execution/property.ts";
import type { Proposition, Term } from "../../src/execution/proposition.ts";
import type { Verdict } from "../../src/execution/verdict.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { at, binary, choose, constant, cycleModel, local, read, tinyProgram, write } from "./tiny.ts";

const equals = (left: Expression, value: bigint): Expression => binary("==", left, constant(value));
const assert = (property: number, condition: Expression): Instruction => ({
	kind: "assert",
	property,
	condition,
});
const note = (name: string, ...operands: Expression[]): Instruction => ({ kind: "note", name, operands });
const localOf = (thread: number, index: number): Term => ({ kind: "local", thread, local: index });
const is = (left: Term, value: bigint): Proposition => ({
	kind: "equal",
	left,
	right: { kind: "constant", value },
});
const lock: Instruction = { kind: "lock", address: at(0) };
const unlock: Instruction = { kind: "unlock", address: at(0) };
const branch = (condition: Expression, whenTrue: number, whenFalse: number): Instruction => ({
	kind: "branch",
	condition,
	whenTrue,
	whenFalse,
	join: Math.max(whenTrue, whenFalse),
});

function withProperties(program: Program, ...properties: Property[]): Program {
	return { ...program, properties };
}

/** The verdict, which must say the same with and without symmetry. */
function verdictOf(program: Program, order: "po" | "po-loc" = "po"): Verdict {
	const [on, off] = [true, false].map((symmetry) =>
		check(program, cycleModel(order), { unroll: 2, symmetry }),
	);
	expect(said(on)).toEqual(said(off));
	return on;
}

function said({ kind, positive, negative, states, flags, deadlock, properties }: Verdict): object {
	return { kind, positive, negative, states, flags, deadlock, happening: namesOf(properties) };
}

function namesOf(properties: Verdict["properties"]): string[] {
	return properties.filter(({ happens }) => happens).map(({ name }) => name);
}

function happening(program: Program, order: "po" | "po-loc" = "po"): string[] {
	return namesOf(verdictOf(program, order).properties);
}

/** Store buffering. */
const buffering = (...behind: Instruction[]): Instruction[][] => [
	[write(0, 1n), read(0, 1)],
	[write(1, 1n), read(0, 0), ...behind],
];

describe("an assertion", () => {
	test("fails where what it says is false in some execution, without a branch of its own", () => {
		const threads = buffering(
			assert(0, equals(local(0), 1n)),
			assert(1, binary("<", local(0), constant(2n))),
		);
		const program = withProperties(
			tinyProgram(2, threads),
			{ kind: "assertion", name: "one" },
			{ kind: "assertion", name: "small" },
		);
		const verdict = verdictOf(program);
		expect(verdict.properties).toMatchObject([
			{ name: "one", happens: true, witness: { state: "0:r0=1; 0:r1=0; 1:r0=0; 1:r1=0" } },
			{ name: "small", happens: false },
		]);
		expect([verdict.kind, verdict.positive, verdict.explored.executions]).toEqual(["violated", 3, 3]);
	});

	test("is judged in an execution that ends without a meaning", () => {
		const broken: Instruction[] = [
			read(0, 1),
			assert(0, equals(local(0), 0n)),
			branch(binary("/", constant(1n), binary("-", local(0), constant(1n))), 3, 3),
		];
		const program = withProperties(
			tinyProgram(2, [broken, [write(1, 1n)]]),
			{ kind: "assertion", name: "a" },
			{ kind: "undefined", name: "u" },
		);
		const verdict = verdictOf(program);
		expect([namesOf(verdict.properties), verdict.positive]).toEqual([["a", "u"], 1]);
	});

	test("of an iteration that does nothing else counts, too", () => {
		const polling: Instruction[] = [
			{ kind: "loop", loop: 0, live: [] },
			read(0, 0),
			assert(0, binary("!=", local(0), constant(1n))),
			branch(equals(local(0), 2n), 5, 4),
			{ kind: "jump", target: 0 },
		];
		const writer = [write(0, 1n), write(0, 2n)];
		const program = tinyProgram(1, [polling, writer]);
		const looping = { ...program, threads: program.threads.map((thread) => ({ ...thread, loops: 1 })) };
		const asserting = withProperties(looping, { kind: "assertion", name: "a" });
		expect(namesOf(check(asserting, cycleModel("po"), { unroll: 2 }).properties)).toEqual(["a"]);
		// What holds in it makes it no deed: the loop needs no bound.
		const without = withProperties(
			{
				...looping,
				threads: looping.threads.map((thread) => ({
					...thread,
					code: thread.code.map((step) =>
						step.kind === "assert" ? assert(0, binary("<", local(0), constant(3n))) : step,
					),
				})),
			},
			{ kind: "assertion", name: "a" },
		);
		const { kind, positive, properties } = verdictOf(without);
		expect([kind, positive, namesOf(properties)]).toEqual(["holds", 1, []]);
	});
});

describe("a property of the final state", () => {
	test("happens where its proposition is true, and does not multiply endings", () => {
		const program = withProperties(
			tinyProgram(1, [[write(0, 1n)], [write(0, 2n)]]),
			{ kind: "final", name: "two", proposition: is({ kind: "cell", cell: 0 }, 2n) },
			{ kind: "final", name: "three", proposition: is({ kind: "cell", cell: 0 }, 3n) },
		);
		const verdict = verdictOf(program);
		expect([namesOf(verdict.properties), verdict.states.length]).toEqual([["two"], 1]);
	});

	test.each([
		[0, 1],
		[1, 0],
	])("may name twins: P%i reads 1, P%i reads 0", (one, other) => {
		const body = [read(0, 0)];
		const proposition: Proposition = {
			kind: "and",
			operands: [is(localOf(one, 0), 1n), is(localOf(other, 0), 0n)],
		};
		const program = withProperties(
			{ ...tinyProgram(1, [body, body, [write(0, 1n)]]), observed: [] },
			{ kind: "final", name: "apart", proposition },
		);
		const verdict = verdictOf(program);
		const [finding] = verdict.properties;
		const { events, values } = finding.witness ?? { events: [], values: [] };
		const readBy = (thread: number): unknown =>
			values[events.findIndex((event) => event.thread === thread && event.kind === "R")];
		expect([readBy(one), readBy(other)]).toEqual([1n, 0n]);
		expect(verdict.explored.executions).toBeLessThan(4);
	});

	test("is not shown by what a filter drops, though the filter names twins", () => {
		const body = [read(0, 0)];
		const proposition = is(localOf(0, 0), 1n);
		for (const [filter, expected] of [
			[is(localOf(1, 0), 0n), ["one"]],
			[is(localOf(0, 0), 0n), []],
		] as const) {
			const program = withProperties(
				{ ...tinyProgram(1, [body, body, [write(0, 1n)]]), filter },
				{ kind: "final", name: "one", proposition },
			);
			expect(happening(program)).toEqual(expected);
		}
	});
});

describe("a property of what was noted", () => {
	const seen = (happens: (execution: NotedExecution) => boolean): Property => ({
		kind: "noted",
		name: "seen",
		happens,
	});
	const passing = [
		[write(0, 1n), note("sent", constant(7n)), write(1, 1n)],
		[read(0, 1), note("got", local(0), binary("/", constant(4n), local(0))), read(1, 0)],
	];

	test("sees notes in program order, with their operands and how many events were before them", () => {
		const lists: string[] = [];
		const property = seen(({ notes }) => {
			lists.push(
				notes
					.map(({ name, thread, position, values }) => `${thread} ${name} ${position} ${values.join()}`)
					.join("; "),
			);
			return false;
		});
		const { kind } = check(withProperties(tinyProgram(2, passing), property), cycleModel("po"), {
			unroll: 2,
		});
		expect(kind).toBe("holds");
		expect(lists.sort()).toEqual([
			"0 sent 1 7; 1 got 1 0,",
			"0 sent 1 7; 1 got 1 0,",
			"0 sent 1 7; 1 got 1 1,4",
		]);
	});

	test("sees final values", () => {
		expect(
			happening(
				withProperties(
					tinyProgram(2, passing),
					seen(({ final }) => final !== undefined),
				),
			),
		).toEqual(["seen"]);
		const property = seen((execution) => execution.final(1) === 1n && execution.final(0) === 0n);
		expect(happening(withProperties(tinyProgram(2, passing), property))).toEqual([]);
	});

	test("knows what could be known where, through program order and reads-from", () => {
		const known: string[] = [];
		const property = seen((execution) => {
			const [sent, got] = execution.notes;
			known.push(`${got.values[0]} ${execution.isKnownAt(sent, got)} ${execution.isKnownAt(got, sent)}`);
			return false;
		});
		check(withProperties(tinyProgram(2, passing), property), cycleModel("po"), { unroll: 2 });
		expect([...new Set(known)].sort()).toEqual(["0 false false", "1 true false"]);
	});

	test("knows through locks and other threads", () => {
		const section = (...inside: Instruction[]): Instruction[] => [lock, ...inside, unlock];
		const threads = [
			section(write(1, 1n), note("first")),
			section(read(0, 1), write(2, 1n)),
			[read(1, 2), note("last")],
		];
		const both = new Set<string>();
		const property = seen((execution) => {
			const [first, last] = execution.notes;
			const [a, b] = execution.notes.map(({ thread }) => thread);
			both.add(`${a}${b} ${execution.isKnownAt(first, last)}`);
			return false;
		});
		check(withProperties(tinyProgram(3, threads, 1), property), cycleModel("po"), { unroll: 2 });
		expect([...both].sort()).toEqual(["02 false", "02 true"]);
	});

	test("keeps threads that note other things from being twins", () => {
		const classes = (...notes: Instruction[]): readonly (readonly number[])[] =>
			new Symmetry(
				tinyProgram(
					1,
					notes.map((left) => [write(0, 1n), left]),
				),
				true,
			).classes;
		expect(classes(note("a", local(0)), note("a", local(1)))).toEqual([
			[0, 1],
			[0, 1],
		]);
		expect(classes(note("a"), note("b"))).toEqual([[0], [1]]);
		expect(classes(note("a", constant(1n)), note("a", constant(2n)))).toEqual([[0], [1]]);
		expect(classes(assert(0, local(0)), assert(1, local(0)))).toEqual([[0], [1]]);
	});
});

test("what a program dismisses, or its filter drops, is not counted, and shows nothing", () => {
	const threads = [[choose(0, 4), note("chose", local(0))]];
	const chosen = ({ notes }: NotedExecution): unknown => notes[0].values[0];
	const shown: unknown[] = [];
	const program: Program = {
		...tinyProgram(1, threads),
		dismisses: (execution) => chosen(execution) === 2n,
		filter: { kind: "not", operand: is(localOf(0, 0), 3n) },
		properties: [
			{
				kind: "noted",
				name: "seen",
				happens: (execution) => {
					shown.push(chosen(execution));
					return false;
				},
			},
		],
	};
	const { positive, states } = check(program, cycleModel("po"), { unroll: 2 });
	expect([positive, states.length, shown]).toEqual([2, 2, [0n, 1n]]);
	const body = [choose(0, 2), note("chose", local(0))];
	const twins = {
		...tinyProgram(1, [body, body, body]),
		dismisses: ({ notes }: NotedExecution) => notes.filter(({ values }) => values[0] === 1n).length === 1,
	};
	expect(verdictOf(twins).positive).toBe(5);
});

describe("a hang", () => {
	const hang: Property = { kind: "hang", name: "hang" };

	test("is a thread that waits for its own lock, and no execution", () => {
		const program = tinyProgram(1, [[lock, lock, unlock, unlock]], 1);
		expect(verdictOf(program)).toMatchObject({ positive: 0, deadlock: true, properties: [] });
		expect(verdictOf(withProperties(program, hang))).toMatchObject({
			kind: "violated",
			positive: 0,
			deadlock: true,
			properties: [{ happens: true }],
		});
	});

	test("is none where another has to unlock first", () => {
		const threads = [
			[lock, unlock, lock, unlock],
			[lock, unlock],
		];
		const verdict = verdictOf(withProperties(tinyProgram(1, threads, 1), hang));
		expect([namesOf(verdict.properties), verdict.positive]).toEqual([[], 3]);
	});

	/** Hangs if it sees that nobody wrote. */
	const doubting = (...end: Instruction[]): Instruction[] => [
		lock,
		read(0, 1),
		branch(local(0), 4, 3),
		lock,
		...end,
	];

	test("is found where it leaves another thread without the lock", () => {
		const writing = [lock, write(1, 1n), unlock];
		expect(happening(withProperties(tinyProgram(2, [doubting(), writing], 1), hang))).toEqual(["hang"]);
		expect(happening(withProperties(tinyProgram(2, [doubting(unlock), writing], 1), hang))).toEqual(["hang"]);
		expect(happening(withProperties(tinyProgram(2, [writing, doubting(unlock)], 1), hang))).toEqual(["hang"]);
	});

	test("is found where it leaves a thread that holds another lock", () => {
		const other: Instruction = { kind: "lock", address: at(2) };
		const free: Instruction = { kind: "unlock", address: at(2) };
		const nested = [other, lock, write(1, 1n), unlock, free];
		const program = { ...tinyProgram(3, [doubting(unlock), nested, [other, free]], 1) };
		const cells = program.cells.map((cell, i) => (i === 2 ? { ...cell, isLock: true } : cell));
		expect(happening(withProperties({ ...program, cells }, hang))).toEqual(["hang"]);
	});

	test("of twins is one, and a deadlock of two locks is none", () => {
		expect(happening(withProperties(tinyProgram(2, [doubting(), doubting(), doubting()], 1), hang))).toEqual([
			"hang",
		]);
		const second: Instruction = { kind: "lock", address: at(1) };
		const free: Instruction = { kind: "unlock", address: at(1) };
		const threads = [
			[lock, second, free, unlock],
			[second, lock, unlock, free],
		];
		const verdict = verdictOf(withProperties(tinyProgram(2, threads, 2), hang));
		expect([namesOf(verdict.properties), verdict.positive]).toEqual([[], 2]);
	});

	test("shows what was asserted before it", () => {
		const threads = [[read(0, 1), assert(1, equals(local(0), 0n)), lock, lock], [write(1, 1n)]];
		const program = withProperties(tinyProgram(2, threads, 1), hang, { kind: "assertion", name: "zero" });
		expect(happening(program)).toEqual(["hang", "zero"]);
	});
});

describe("a step without a meaning", () => {
	const property: Property = { kind: "undefined", name: "undefined" };
	const nowhere: Instruction = { ...write(0, 1n), address: constant(0n) } as Instruction;
	const writing = [lock, write(1, 1n), unlock];
	/** Has no meaning if it sees that nobody wrote. */
	const doubting = [lock, read(0, 1), branch(local(0), 4, 3), nowhere, unlock];

	test("is found though it leaves another thread without its lock", () => {
		const program = tinyProgram(2, [doubting, writing], 1);
		expect(happening(withProperties(program, property))).toEqual(["undefined"]);
		expect(verdictOf(program).flags).toEqual(["undefined-behaviour"]);
		expect(happening(withProperties(tinyProgram(2, [writing, doubting.slice(0, 4)], 1), property))).toEqual([
			"undefined",
		]);
	});

	test("does not hide that another thread waits for itself", () => {
		const program = tinyProgram(2, [[nowhere], [lock, read(0, 1)], [lock, lock]], 1);
		const hang: Property = { kind: "hang", name: "hang" };
		expect(happening(withProperties(program, property, hang))).toEqual(["undefined", "hang"]);
	});

	/** Waits until somebody writes; what it reads besides is live if `live` says so. */
	const waiting = (live: readonly number[]): Instruction[] => [
		{ kind: "loop", loop: 0, live },
		read(0, 0),
		read(1, 1),
		branch(local(0), 5, 4),
		{ kind: "jump", target: 0 },
		write(1, 2n),
	];

	test.each([
		[[]],
		[[1]],
	])("is found though it leaves another thread spinning, of which %j is live", (live) => {
		const threads = [waiting(live), [read(0, 1), branch(local(0), 3, 2), nowhere, write(0, 1n)]];
		const program = tinyProgram(2, threads);
		const looping = { ...program, threads: program.threads.map((thread) => ({ ...thread, loops: 1 })) };
		const verdict = verdictOf(withProperties(looping, property));
		expect([verdict.kind, namesOf(verdict.properties)]).toEqual(["violated", ["undefined"]]);
		const alone = { ...looping, threads: looping.threads.slice(0, 1), observed: [] };
		const stuck = verdictOf(withProperties(alone, property));
		expect([stuck.positive, stuck.deadlock, namesOf(stuck.properties)]).toEqual([0, true, []]);
	});
});

test("a flag is a property where the program says so", () => {
	const plain = (cell: number): Instruction => ({ ...write(cell, 1n), tags: [] }) as Instruction;
	const property: Property = { kind: "flag", name: "race", flag: "data-race" };
	const verdict = (other: Instruction): Verdict =>
		check(withProperties(tinyProgram(2, [[plain(0)], [other]]), property), shippedModel("lkmm"), {
			unroll: 2,
		});
	expect(verdict(plain(0)).properties).toMatchObject([{ happens: true }]);
	expect(verdict(plain(0)).properties[0].witness?.events).toHaveLength(4);
	expect(verdict(plain(1)).properties).toEqual([{ name: "race", happens: false }]);
});

test("a search may stop when every property is decided", () => {
	const threads = [...buffering(), ...buffering()];
	const final = (value: bigint): Property => ({
		kind: "final",
		name: `${value}`,
		proposition: is({ kind: "cell", cell: 0 }, value),
	});
	const run = (...properties: Property[]): Verdict =>
		check(withProperties(tinyProgram(2, threads), ...properties), cycleModel("po"), {
			unroll: 2,
			stopWhenDecided: true,
			symmetry: false,
		});
	const all = run();
	expect(all.kind).toBe("holds");
	const stopped = run(final(1n));
	expect(stopped).toMatchObject({ kind: "incomplete", limits: ["decided"], properties: [{ happens: true }] });
	expect(stopped.explored.executions).toBe(1);
	const open = run(final(1n), final(5n));
	expect([open.kind, open.positive]).toEqual(["violated", all.positive]);
});
