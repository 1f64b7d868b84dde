import type { Program } from "../../execution/program.ts";
import type { Proposition, Term } from "../../execution/proposition.ts";
import { isPointer, type Value } from "../../execution/value.ts";
import * as messages from "../../source/messages-litmus.ts";
import type { Result } from "../../source/result.ts";
import { Report } from "../report.ts";
import { dropDead } from "./drop-dead.ts";
import { type PlainNames, plainNames } from "./plain-names.ts";
import { type PlainTypes, plainTypes, typeName } from "./plain-types.ts";
import { QuestionPrinter } from "./print-question.ts";
import { type PrintedThread, printThread } from "./print-thread.ts";
import { unrollThread } from "./unroll-thread.ts";

function localsOfTerm(term: Term, thread: number, found: Set<number>): void {
	if (term.kind === "local" && term.thread === thread) found.add(term.local);
	if (term.kind === "dereference") localsOfTerm(term.pointer, thread, found);
	if (term.kind === "computed") for (const part of [term.left, term.right]) localsOfTerm(part, thread, found);
}

function localsOfProposition(proposition: Proposition, thread: number, found: Set<number>): void {
	switch (proposition.kind) {
		case "true":
			return;
		case "equal":
		case "compare":
			localsOfTerm(proposition.left, thread, found);
			localsOfTerm(proposition.right, thread, found);
			return;
		case "not":
			localsOfProposition(proposition.operand, thread, found);
			return;
		default:
			for (const part of proposition.operands) localsOfProposition(part, thread, found);
	}
}

/** The locals of a thread whose final value somebody asks for. */
function askedLocals({ proposition, filter, observed }: Program, thread: number): Set<number> {
	const found = new Set<number>();
	for (const part of [proposition, filter]) localsOfProposition(part, thread, found);
	for (const { term } of observed) localsOfTerm(term, thread, found);
	return found;
}

/** Reports the properties that plain tests cannot have. */
function refuseProperties({ properties = [], file }: Program, report: Report): void {
	for (const { kind, name, span = { file, start: 0, end: 0 } } of properties) {
		if (kind !== "assertion") report.add(messages.plainQuestion(`\`${name}\``, span));
	}
}

/** How a variable is declared, as a parameter is. */
function declared(
	cell: number,
	{ cells }: Program,
	names: PlainNames,
	types: PlainTypes,
	threads: readonly PrintedThread[],
): string {
	const name = names.cells[cell];
	if (cells[cell].isLock) return `spinlock_t *${name}`;
	if (threads.some(({ srcu }) => srcu.has(cell))) return `struct srcu_struct *${name}`;
	const type = typeName(types.cells[cell], types.pointee);
	return type.endsWith("*") ? `${type}*${name}` : `${type} *${name}`;
}

/** The entries of the initial state: what does not begin as 0, and what no process takes. */
function initialState(
	program: Program,
	names: PlainNames,
	types: PlainTypes,
	threads: readonly PrintedThread[],
	mentioned: Set<number>,
): readonly string[] {
	const text = (value: Value): string => {
		if (!isPointer(value)) return String(value);
		const cell = program.objects.at(value.object)?.cells.get(value.offset);
		if (cell === undefined) return "0";
		mentioned.add(cell);
		return names.cells[cell];
	};
	const entries: string[] = [];
	program.threads.forEach(({ locals }, thread) => {
		locals.forEach(({ initial }, local) => {
			const name = names.locals[thread][local];
			if (initial === 0n || !threads[thread].registers.has(name)) return;
			entries.push(`${thread}:${name} = ${text(initial)};`);
		});
	});
	// A cell may point to one that is mentioned nowhere else: those are added as they are met.
	for (const cell of mentioned) {
		const { initial, isLock } = program.cells[cell];
		const isTaken = threads.some(({ cells }) => cells.has(cell));
		if (isLock ? isTaken : isTaken && initial === 0n) continue;
		const declaration = declared(cell, program, names, types, threads).replace("*", "").replace("  ", " ");
		if (isLock) entries.push(`${declaration};`);
		else entries.push(`${isTaken ? names.cells[cell] : declaration} = ${text(initial)};`);
	}
	return entries;
}

/** What the test asks, a line each. */
function questionLines(program: Program, questions: QuestionPrinter): readonly string[] {
	const { quantifier, proposition, filter, observed } = program;
	const condition = questions.proposition(proposition);
	const shown = observed.map(({ term }) => questions.term(term));
	return [
		...(shown.length > 0 ? [`locations [${shown.map((one) => `${one};`).join(" ")}]`] : []),
		...(filter.kind === "true" ? [] : [`filter (${questions.proposition(filter)})`]),
		`${quantifier} (${condition})`,
	];
}

/**
 * The plain litmus test that a program stands for: with registers and variables of one value, branches and
 * primitives, and nothing else. It has the same executions: the same accesses, dependencies and final states, where an
 * array's elements and a structure's members are variables of their own. Why there is none is told otherwise.
 */
export function writePlain(program: Program): Result<string> {
	const report = new Report();
	refuseProperties(program, report);
	const unrolled = program.threads.map((thread) => unrollThread(program, thread, report));
	if (report.hasErrors()) return report.result(() => "");
	const counts = unrolled.map(({ locals }) => locals);
	const statements = unrolled.map((one, thread) => dropDead(one.statements, askedLocals(program, thread)));
	const names = plainNames(program, counts);
	const types = plainTypes(program, statements, counts);
	const threads = statements.map((one, thread) =>
		printThread(program, thread, one, askedLocals(program, thread), names, types, report),
	);
	const questions = new QuestionPrinter(program, names, report);
	const asked = questionLines(program, questions);
	const mentioned = new Set([...threads.flatMap(({ cells }) => [...cells]), ...questions.cells]);
	const initial = initialState(program, names, types, threads, mentioned);
	const { expectation, name } = program;
	return report.result(() =>
		[
			`C ${name}`,
			"",
			...(expectation
				? [`(* Result: ${expectation.result}${expectation.race ? " DATARACE" : ""} *)`, ""]
				: []),
			...(initial.length > 0 ? ["{", ...initial.map((one) => `\t${one}`), "}"] : ["{}"]),
			"",
			...threads.flatMap(({ lines, cells }, thread) => {
				const parameters = [...cells].sort((a, b) => a - b);
				const list = parameters.map((cell) => declared(cell, program, names, types, threads)).join(", ");
				return [`P${thread}(${list})`, "{", ...lines, "}", ""];
			}),
			...asked,
			"",
		].join("\n"),
	);
}
