import type { Event } from "../execution/event.ts";
import type { Execution } from "../execution/execution.ts";
import { isPointer, type Value } from "../execution/value.ts";
import { lineColumn } from "../source/line-column.ts";
import { originalSpan } from "../source/original-span.ts";

/** How an execution can be told. */
export interface Steps {
	/** Whether the lines are in an order in which the accesses can happen one after the other, each read seeing the last write. */
	readonly isInterleaving: boolean;
	readonly lines: readonly string[];
}

/**
 * The accesses of an execution through which its threads meet, a line each: fences, and what is on a cell that one
 * thread writes and another accesses. Interleaved where an interleaving exists, else thread by thread; a
 * read names the write that it sees. Costs a step for each pair of neighbours in program order, reads-from and coherence.
 * @param cellNames by index
 */
export function counterexampleSteps(execution: Execution, cellNames: readonly string[]): Steps {
	const { events } = execution;
	const shown = [...events.keys()].filter((index) => isShown(execution, index));
	const order = interleaving(execution);
	const isInterleaving = order !== undefined;
	const ordered = order === undefined ? shown : order.filter((index) => shown.includes(index));
	if (order === undefined)
		ordered.sort((a, b) => events[a].thread - events[b].thread || events[a].index - events[b].index);
	const numbers = new Map(ordered.map((index, at) => [index, at + 1]));
	const sources = new Map(execution.rf.map(([write, read]) => [read, write]));
	const width = String(ordered.length).length;
	const lines = ordered.map((index) => {
		const number = String(numbers.get(index)).padStart(width);
		return `${number}  P${events[index].thread}  ${whatHappens(index)}`;
	});
	if (!isInterleaving)
		for (const [cell, writes] of execution.co.entries()) {
			const told = writes.flatMap((write) => numbers.get(write) ?? []);
			const inOrder = told.every((number, at) => at === 0 || told[at - 1] < number);
			if (told.length > 1 && !inOrder)
				lines.push(`writes to ${cellNames[cell]} in their order: ${told.join(", ")}`);
		}
	return { isInterleaving, lines };

	function whatHappens(index: number): string {
		const event = events[index];
		const place = placeOf(event);
		const tags = event.tags.filter((tag) => tag !== "RMW").join(", ");
		if (event.cell < 0) return `${tags}${place}`;
		const marked = tags === "" ? "plain" : tags;
		const value = textOf(execution.values[index]);
		const what = `${event.kind === "R" ? "reads" : "writes"} ${cellNames[event.cell]} ${value} (${marked})`;
		return `${what}${event.kind === "R" ? seenAt(sources.get(index)) : ""}${place}`;
	}

	function seenAt(write: number | undefined): string {
		if (write === undefined) return "";
		const number = numbers.get(write);
		if (events[write].thread < 0) return ", as it was initially";
		return number === undefined ? "" : `, from ${number}`;
	}
}

function textOf(value: Value | undefined): string {
	if (value === undefined) return "= ?";
	return isPointer(value) ? "= an address" : `= ${value}`;
}

function placeOf({ span }: Event): string {
	if (span === undefined) return "";
	const { file, start } = originalSpan(span);
	return `   ${file.path.replace(/^<(.*)>$/, "$1")}:${lineColumn(file, start).line}`;
}

/** Whether an event is a fence, or on a cell by which threads meet. */
function isShown({ events }: Execution, index: number): boolean {
	const { thread, cell, kind } = events[index];
	if (thread < 0) return false;
	if (cell < 0) return true;
	return events.some(
		(other) =>
			other.cell === cell &&
			other.thread >= 0 &&
			other.thread !== thread &&
			(other.kind === "W" || kind === "W"),
	);
}

/** An order of all events by program order, reads-from, from-reads and coherence; undefined if they form a circle. */
function interleaving({ events, rf, co }: Execution): readonly number[] | undefined {
	const after: number[][] = events.map(() => []);
	const waitsFor: number[] = events.map(() => 0);
	const add = (from: number, to: number): void => {
		after[from].push(to);
		waitsFor[to]++;
	};
	const threads = new Map<number, number[]>();
	for (const [index, { thread }] of events.entries())
		threads.set(thread, [...(threads.get(thread) ?? []), index]);
	for (const [thread, own] of threads) {
		if (thread < 0) continue;
		own.sort((a, b) => events[a].index - events[b].index);
		for (let at = 1; at < own.length; at++) add(own[at - 1], own[at]);
	}
	const next = new Map<number, number>();
	for (const writes of co)
		for (let at = 1; at < writes.length; at++) {
			add(writes[at - 1], writes[at]);
			next.set(writes[at - 1], writes[at]);
		}
	for (const [write, read] of rf) {
		add(write, read);
		const later = next.get(write);
		if (later !== undefined && later !== read) add(read, later);
	}
	// A thread goes on as long as it can: the fewer the changes of thread, the easier to read.
	const ready = [...events.keys()].filter((index) => waitsFor[index] === 0);
	const order: number[] = [];
	for (let current = -1; ready.length > 0; ) {
		const same = ready.findIndex((index) => events[index].thread === current);
		const [index] = ready.splice(Math.max(0, same), 1);
		current = events[index].thread;
		order.push(index);
		for (const follower of after[index]) if (--waitsFor[follower] === 0) ready.push(follower);
	}
	return order.length === events.length ? order : undefined;
}
