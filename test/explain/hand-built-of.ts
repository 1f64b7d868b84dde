import type { Event } from "../../src/execution/event.ts";
import type { Execution } from "../../src/execution/execution.ts";
import { isPointer, type Value } from "../../src/execution/value.ts";
import type { HandBuilt } from "../cat/hand-built.ts";

/** An execution as the naive evaluator takes it: each base set and relation straight from its meaning. */
export function handBuiltOf({ events, values, rf, co, rmw, addr, data, ctrl }: Execution): HandBuilt {
	const sets = new Map<string, number[]>();
	for (const [id, { kind, tags }] of events.entries())
		for (const name of new Set(["_", kind, ...(kind === "F" ? [] : ["M"]), ...tags]))
			sets.set(name, [...(sets.get(name) ?? []), id]);
	const where = (test: (from: Event, to: Event) => boolean): [number, number][] =>
		events.flatMap((from, i) =>
			events.flatMap((to, j): [number, number][] => (test(from, to) ? [[i, j]] : [])),
		);
	const isInternal = (from: Event, to: Event): boolean => from.thread === to.thread && from.thread >= 0;
	const relations = new Map<string, readonly (readonly [number, number])[]>([
		["po", where((from, to) => isInternal(from, to) && from.index < to.index)],
		["int", where(isInternal)],
		["ext", where((from, to) => from !== to && !isInternal(from, to))],
		["loc", where((from, to) => from.cell >= 0 && from.cell === to.cell)],
		["id", where((from, to) => from === to)],
		["same-value", where((from, to) => isSame(values[events.indexOf(from)], values[events.indexOf(to)]))],
		["rf", rf],
		[
			"co",
			co.flatMap((writes) =>
				writes.flatMap((from, i) => writes.slice(i + 1).map((to): [number, number] => [from, to])),
			),
		],
		["rmw", rmw],
		["addr", addr],
		["data", data],
		["ctrl", ctrl],
	]);
	return { size: events.length, sets, relations };
}

function isSame(left: Value | undefined, right: Value | undefined): boolean {
	if (left === undefined || right === undefined) return false;
	if (!isPointer(left) || !isPointer(right)) return left === right;
	return left.object === right.object && left.offset === right.offset;
}
