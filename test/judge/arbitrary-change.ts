import fc from "fast-check";
import type { BinaryOperator, Expression } from "../../src/execution/expression.ts";
import type { Instruction } from "../../src/execution/instruction.ts";
import type { NotedExecution } from "../../src/execution/noted-execution.ts";
import type { Cell, Program } from "../../src/execution/program.ts";
import type { Property } from "../../src/execution/property.ts";
import type { ThreadProgram } from "../../src/execution/thread-program.ts";
import { type Insertion, insertInstructions } from "./insert-instructions.ts";

/** What a random program is given beyond what its text says. */
export interface Change {
	/** For each thread, by number modulo their number. */
	readonly inserted: readonly (readonly Inserted[])[];
	/** A cell that becomes constant, or gets a size, where there are any such. */
	readonly cell: { readonly index: number; readonly kind: "as it is" | "constant" | "sized" };
	/** Whether threads that break are asked for. */
	readonly asks: "nothing" | "undefined" | "hang" | "both";
	/** Whether executions are dismissed that note a 1 first. */
	readonly dismisses: boolean;
}

interface Inserted {
	readonly at: number;
	readonly kind: "choose" | "assume" | "assert" | "note" | "again" | "cut";
	readonly register: number;
	readonly form: number;
	readonly value: number;
}

/** A random change; shrinks by putting in less. */
export function arbitraryChange(): fc.Arbitrary<Change> {
	const inserted = fc.record<Inserted>({
		at: fc.nat(12),
		kind: fc.oneof(
			{ weight: 12, arbitrary: fc.constantFrom("choose", "assume", "assert", "note") },
			{ weight: 1, arbitrary: fc.constantFrom("again", "cut") },
		),
		register: fc.nat(1),
		form: fc.nat(4),
		value: fc.nat(2),
	});
	return fc.record({
		inserted: fc.array(fc.array(inserted, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
		cell: fc.record({
			index: fc.nat(5),
			kind: fc.constantFrom("as it is", "as it is", "as it is", "constant", "sized"),
		}),
		asks: fc.constantFrom("both", "undefined", "hang", "nothing"),
		dismisses: fc.integer({ min: 0, max: 9 }).map((n) => n === 9),
	});
}

const ASSERTIONS = 2;

/** A program with a change made to it. */
export function changed(program: Program, { inserted, cell, asks, dismisses }: Change): Program {
	const insertions = program.threads.map((thread, index) =>
		inserted[index % inserted.length].flatMap((one) => insertionOf(thread, one)),
	);
	const sized = (instruction: Instruction): Instruction =>
		instruction.kind === "load" || instruction.kind === "store" || instruction.kind === "update"
			? { ...instruction, size: 4 }
			: instruction;
	const with_ = insertInstructions(program, insertions);
	return {
		...with_,
		threads: with_.threads.map((thread, index) =>
			index === 0 && cell.kind === "sized" ? { ...thread, code: thread.code.map(sized) } : thread,
		),
		cells: program.cells.map((one, index): Cell => {
			if (index !== cell.index || one.isLock || cell.kind === "as it is") return one;
			return cell.kind === "constant" ? { ...one, isConstant: true } : { ...one, size: 8 };
		}),
		properties: propertiesOf(program, asks),
		...(dismisses && {
			dismisses: ({ notes }: NotedExecution) => notes.some(({ values }) => values[0] === 1n),
		}),
	};
}

function propertiesOf({ proposition }: Program, asks: Change["asks"]): Property[] {
	const properties: Property[] = [];
	for (let index = 0; index < ASSERTIONS; index++)
		properties.push({ kind: "assertion", name: `assertion ${index}` });
	if (asks === "undefined" || asks === "both") properties.push({ kind: "undefined", name: "undefined" });
	if (asks === "hang" || asks === "both") properties.push({ kind: "hang", name: "hang" });
	return [
		...properties,
		{ kind: "final", name: "condition", proposition },
		{ kind: "flag", name: "race", flag: "data-race" },
		{
			kind: "noted",
			name: "unknown",
			happens: ({ notes }) => notes.some(({ values }) => values.includes(undefined)),
		},
		{
			kind: "noted",
			name: "known, and what is there in the end",
			happens: (execution) =>
				pairsOf(execution).some(
					([one, other]) =>
						one.thread !== other.thread &&
						execution.isKnownAt(one, other) &&
						typeof one.values[0] === "bigint" &&
						execution.final(0) === one.values[0],
				),
		},
		{
			kind: "noted",
			name: "neither known",
			happens: (execution) =>
				pairsOf(execution).some(
					([one, other]) => !execution.isKnownAt(one, other) && !execution.isKnownAt(other, one),
				),
		},
	];
}

function pairsOf({
	notes,
}: NotedExecution): (readonly [NotedExecution["notes"][number], NotedExecution["notes"][number]])[] {
	return notes.flatMap((one) => notes.filter((other) => other !== one).map((other) => [one, other] as const));
}

function insertionOf(
	{ code, locals }: ThreadProgram,
	{ at, kind, register, form, value }: Inserted,
): Insertion[] {
	const registers = [...locals.keys()].filter(
		(index) => locals[index].initial === 0n && !/^(%|p0|place|c\d)/.test(locals[index].name),
	);
	const place = at % (code.length + 1);
	if (kind === "cut") return [{ at: place, instruction: { kind } }];
	if (kind === "again") {
		const lock = code.find((instruction) => instruction.kind === "lock");
		return lock === undefined ? [] : [{ at: place, instruction: lock }];
	}
	if (registers.length === 0) return [];
	const local = registers[register % registers.length];
	const condition = conditionOf({ kind: "local", local }, form, BigInt(value));
	switch (kind) {
		case "choose":
			return [{ at: place, instruction: { kind, local, values: value + 1 } }];
		case "assume":
			return [{ at: place, instruction: { kind, condition } }];
		case "assert":
			return [{ at: place, instruction: { kind, property: form % ASSERTIONS, condition } }];
		case "note":
			return [
				{ at: place, instruction: { kind, name: "here", operands: [{ kind: "local", local }, condition] } },
			];
	}
}

function conditionOf(left: Expression, form: number, value: bigint): Expression {
	const operators: readonly BinaryOperator[] = ["==", "!=", "<", "<=", "/"];
	const operator = operators[form];
	const type = { bits: 32, signed: true } as const;
	const right: Expression = { kind: "constant", value };
	return operator === "/"
		? { kind: "binary", operator, type, left: { kind: "constant", value: 2n }, right: left }
		: { kind: "binary", operator, type, left, right };
}
