import { printValue } from "../checker/final-state.ts";
import type { Execution } from "../execution/execution.ts";
import type { Note } from "../execution/noted-execution.ts";
import type { Program } from "../execution/program.ts";
import type { Story, StoryCell, StorySource } from "../execution/story/story.ts";
import type { StoryPlace, StoryStep } from "../execution/story/story-step.ts";
import { isPointer, type Value } from "../execution/value.ts";
import { lineColumn } from "../source/line-column.ts";
import { originalSpan } from "../source/original-span.ts";
import type { Span } from "../source/span.ts";
import type { StepOrder } from "./step-order.ts";

/** Numbers from here on are read by their bits: flags, and positions behind a wrap-around. */
const HEXADECIMAL_FROM = 1n << 16n;

/** What a story takes from its execution, and how that is named there. */
export interface Telling {
	readonly told: Pick<Story, "threads" | "cells" | "sources" | "steps" | "state">;
	/** The number of the step that an event is; 0 for an initial write. */
	numberOf(event: number): number;
	/** The place of a cell of the program among the story's. */
	cellOf(cell: number): number;
	placeOf(span: Span): StoryPlace;
}

/**
 * An execution's events as the steps of a story, and what they refer to.
 * @param more cells of the program that the story needs beside those that are accessed
 */
export function tellStory(
	program: Program,
	execution: Execution,
	{ order, displaced }: Pick<StepOrder, "order" | "displaced">,
	more: readonly number[] = [],
): Telling {
	const { events, values, rf, rmw, co } = execution;
	const number = new Map(order.map((event, at) => [event, at + 1]));
	const numberOf = (event: number): number => number.get(event) ?? 0;
	const cells = new Map<number, number>();
	for (const cell of [...order.map((event) => events[event].cell), ...more])
		if (cell >= 0 && !cells.has(cell)) cells.set(cell, cells.size);
	const source = new Map(rf.map(([write, read]) => [read, write]));
	const partner = new Map(rmw.flatMap(([read, write]) => [[read, write] as const, [write, read] as const]));
	const sources = new Sources(program);
	const text = (value: Value | undefined): string => textOf(program, value);
	const notesOf = notesByEvent(execution, text);

	const steps = order.map((event): StoryStep => {
		const { kind, thread, index, cell, tags, span } = events[event];
		const from = source.get(event);
		const half = partner.get(event);
		const { timing = "inOrder", overtakes = [] } = displaced.get(event) ?? {};
		const { before, after } = notesOf(event);
		return {
			number: numberOf(event),
			thread,
			index,
			kind,
			...(cell >= 0 && { cell: cells.get(cell) ?? 0 }),
			...(kind !== "F" && { value: text(values[event]) }),
			tags,
			...(span !== undefined && { place: sources.placeOf(span) }),
			...(from !== undefined && { from: numberOf(from) }),
			...(half !== undefined && { partner: numberOf(half) }),
			timing,
			overtakes: overtakes.map(numberOf).sort((a, b) => a - b),
			notes: before,
			...(after.length > 0 && { closing: after }),
		};
	});
	const told = {
		threads: program.threads.map(({ index }) => ({ name: `P${index}` })),
		cells: [...cells.keys()].map((cell): StoryCell => {
			const { name, initial } = program.cells[cell];
			const writes = co[cell].filter((event) => events[event].thread >= 0).map(numberOf);
			return { name, initial: text(initial), writes, isShared: isShared(execution, cell) };
		}),
		sources: sources.all,
		steps,
		state: execution.state,
	};
	return {
		told,
		numberOf,
		cellOf: (cell) => cells.get(cell) ?? 0,
		placeOf: (span) => sources.placeOf(span),
	};
}

/** The files that steps come from, each once; the test's own is the first. */
class Sources {
	readonly all: StorySource[];

	constructor({ file }: Program) {
		const own = file.origin?.find(({ from }) => from.file.path === file.path)?.from.file ?? file;
		this.all = [{ path: own.path, text: own.text }];
	}

	placeOf(span: Span): StoryPlace {
		const { file, start } = originalSpan(span);
		let source = this.all.findIndex(({ path, text }) => path === file.path && text === file.text);
		if (source < 0) source = this.all.push({ path: file.path, text: file.text }) - 1;
		const { line, column } = lineColumn(file, start);
		const begin = start - (column - 1);
		const end = file.text.indexOf("\n", begin);
		return { source, line, text: file.text.slice(begin, end < 0 ? undefined : end).trim() };
	}
}

/** A value as a reader wants it: large numbers by their bits, addresses as `&x`. */
function textOf(program: Program, value: Value | undefined): string {
	if (value === undefined) return "?";
	if (isPointer(value)) return `&${printValue(program, value)}`;
	return value >= HEXADECIMAL_FROM ? `0x${value.toString(16)}` : String(value);
}

/** Whether one thread writes a cell and another accesses it. */
function isShared({ events }: Execution, cell: number): boolean {
	const accesses = events.filter((event) => event.cell === cell && event.thread >= 0);
	const writer = accesses.find(({ kind }) => kind === "W");
	return writer !== undefined && accesses.some(({ thread }) => thread !== writer.thread);
}

/** For each event what its thread noted before it, and what it noted after it if that is its last one. */
function notesByEvent(
	{ events, notes }: Execution,
	text: (value: Value | undefined) => string,
): (event: number) => { readonly before: readonly string[]; readonly after: readonly string[] } {
	const lengths = new Map<number, number>();
	for (const { thread, index } of events) lengths.set(thread, Math.max(lengths.get(thread) ?? 0, index + 1));
	const worded = ({ name, values }: Note): string => `${name}(${values.map(text).join(", ")})`;
	return (event) => {
		const { thread, index } = events[event];
		const at = (position: number): string[] =>
			notes.filter((note) => note.thread === thread && note.position === position).map(worded);
		return { before: at(index), after: lengths.get(thread) === index + 1 ? at(index + 1) : [] };
	};
}
