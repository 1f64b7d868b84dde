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
			{ weight: 16, arbitrary: fc.constantFrom("choose", "assume", "assert", "note", "note", "note") },
			{ weight: 4, arbitrary: fc.constant("again" as const) },
			{ weight: 1, arbitrary: fc.constant("cut" as const) },
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
		inserted[index % inserted.length].flatMap((one) => insertionsOf(program, thread, one)),
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

function propertiesOf({ proposition, cells }: Program, asks: Change["asks"]): Property[] {
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
			name: "known elsewhere",
			happens: (execution) =>
				pairsOf(execution).some(
					([one, other]) => one.thread !== other.thread && execution.isKnownAt(one, other),
				),
		},
		{
			kind: "noted",
			name: "what is there in the end",
			happens: (execution) =>
				cells.length > 0 &&
				execution.notes.some(({ values: [value] }) => value !== undefined && value === execution.final(0)),
		},
		{
			kind: "noted",
			name: "read from another thread just before",
			happens: readFromAnother,
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

function readFromAnother(execution: NotedExecution): boolean | string {
	for (const { thread, position } of execution.notes) {
		const [last] = execution.events[thread].slice(0, position).slice(-1);
		const source = last && execution.sourceOf(thread, position - 1);
		if (source !== undefined && source.thread >= 0 && source.thread !== thread && source.cell === last.cell)
			return `from ${source.tags.join(" ")}`;
	}
	return false;
}

function pairsOf({
	notes,
}: NotedExecution): (readonly [NotedExecution["notes"][number], NotedExecution["notes"][number]])[] {
	return notes.flatMap((one) => notes.filter((other) => other !== one).map((other) => [one, other] as const));
}

function insertionsOf(
	program: Program,
	{ code, locals }: ThreadProgram,
	{ at, kind, register, form, value }: Inserted,
): Insertion[] {
	const registers = [...locals.keys()].filter(
		(index) => locals[index].initial === 0n && !/^(%|p0|place|c\d)/.test(locals[index].name),
	);
	const place = at % (code.length + 1);
	if (kind === "cut") return [{ at: place, instruction: { kind } }];
	if (kind === "again") return lockedAgain(program, code, place, form);
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

/** A lock that is taken once more, mostly as soon as it is held; by a thread that takes none, one of another's twice. */
function lockedAgain(
	{ threads }: Program,
	code: readonly Instruction[],
	place: number,
	form: number,
): Insertion[] {
	const taken = code.findIndex(({ kind }) => kind === "lock" || kind === "trylock");
	const own = code.find(({ kind }) => kind === "lock");
	if (taken >= 0 && own !== undefined) return [{ at: form === 0 ? place : taken + 1, instruction: own }];
	const others = threads
		.flatMap((thread) => thread.code)
		.find((instruction) => instruction.kind === "lock" && instruction.address.kind === "constant");
	if (others === undefined) return [];
	return [others, others].map((instruction) => ({ at: place, instruction }));
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
