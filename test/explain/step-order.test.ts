import { expect, test } from "vitest";
import type { Leaf } from "../../src/checker/leaf.ts";
import { startCheck } from "../../src/checker/start-check.ts";
import type { Execution } from "../../src/execution/execution.ts";
import { keptOrder } from "../../src/explain/kept-order.ts";
import { reorderings, stepOrder } from "../../src/explain/step-order.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { readOracle } from "../oracle/read-oracle.ts";
import { shippedModel } from "../oracle/shipped-model.ts";

const model = shippedModel("lkmm");

/** Of each of some random tests an execution, and some that no interleaving has. */
const executions = readOracle()
	.filter((_, index) => index % 8 === 0)
	.flatMap(({ name, litmus }): Execution[] => {
		const loaded = loadProgram({ path: name, text: litmus });
		if (!loaded.ok) return [];
		const found: Execution[] = [];
		const odd: Execution[] = [];
		const visit = (leaf: Leaf): void => {
			if (!leaf.isComplete || odd.length === 3) return;
			const execution = leaf.copy();
			if (found.length === 0) found.push(execution);
			else if (reorderings(execution) > 0) odd.push(execution);
		};
		const run = startCheck(loaded.value, model, { unroll: 4, visit });
		while (!run.advance(1000));
		return [...found, ...odd];
	});

/** Whether all events of each thread but some are in program order somewhere in a telling of the execution: found by trying. */
function canBeTold({ events, rf, co }: Execution, moved: ReadonlySet<number>): boolean {
	const before: [number, number][] = [];
	for (const writes of co)
		for (let at = 1; at < writes.length; at++) before.push([writes[at - 1], writes[at]]);
	for (const [write, read] of rf) {
		before.push([write, read]);
		const rank = co[events[write].cell].indexOf(write);
		for (const later of co[events[write].cell].slice(rank + 1)) before.push([read, later]);
	}
	const ids = [...events.keys()];
	for (const a of ids)
		for (const b of ids) {
			const isOrdered = events[a].thread === events[b].thread && events[a].thread >= 0;
			if (isOrdered && events[a].index < events[b].index && !moved.has(a) && !moved.has(b))
				before.push([a, b]);
		}
	let left = ids;
	for (;;) {
		const free = left.filter((id) => !before.some(([a, b]) => b === id && left.includes(a)));
		if (free.length === 0) return left.length === 0;
		left = left.filter((id) => !free.includes(id));
	}
}

function fewest(execution: Execution): number {
	const own = [...execution.events.keys()].filter((id) => execution.events[id].thread >= 0);
	for (let size = 0; ; size++)
		for (const moved of subsets(own, size)) if (canBeTold(execution, new Set(moved))) return size;
}

function subsets(all: readonly number[], size: number): number[][] {
	if (size === 0) return [[]];
	return all.flatMap((first, i) => subsets(all.slice(i + 1), size - 1).map((rest) => [first, ...rest]));
}

test("there are executions to look at, some of them with no interleaving", () => {
	expect(executions.length).toBeGreaterThan(200);
	expect(executions.filter((execution) => reorderings(execution) > 0).length).toBeGreaterThan(25);
});

test("each read comes after the write that it reads, and before the next one", () => {
	for (const execution of executions) {
		const { events, rf, co } = execution;
		const { order } = stepOrder(execution, keptOrder(execution, model));
		const own = [...events.keys()].filter((id) => events[id].thread >= 0);
		expect([...order].sort((a, b) => a - b)).toEqual(own);
		const last = new Map<number, number>(co.map((writes, cell) => [cell, writes[0]]));
		const source = new Map(rf.map(([write, read]) => [read, write]));
		for (const id of order) {
			const { kind, cell } = events[id];
			if (kind === "R") expect(last.get(cell)).toBe(source.get(id));
			if (kind === "W") last.set(cell, id);
		}
		for (const [cell, writes] of co.entries()) expect(last.get(cell)).toBe(writes.at(-1));
	}
});

test("what is said to be out of order is, and nothing else", () => {
	for (const execution of executions) {
		const { events } = execution;
		const { order, displaced } = stepOrder(execution, keptOrder(execution, model));
		const place = new Map(order.map((id, at) => [id, at]));
		const at = (id: number): number => place.get(id) ?? -1;
		for (const a of order)
			for (const b of order) {
				if (events[a].thread !== events[b].thread || events[a].index >= events[b].index || at(a) < at(b))
					continue;
				const isSaid = [displaced.get(a)?.overtakes.includes(b), displaced.get(b)?.overtakes.includes(a)];
				expect(isSaid).toContain(true);
			}
		for (const [id, { timing, overtakes }] of displaced) {
			expect(overtakes.length).toBeGreaterThan(0);
			for (const other of overtakes) {
				const isFollower = events[other].index > events[id].index;
				expect([isFollower, at(other) < at(id)]).toEqual(timing === "late" ? [true, true] : [false, false]);
			}
		}
	}
});

test("no fewer events could be out of order", () => {
	for (const execution of executions.filter(({ events }) => events.length <= 14))
		expect(reorderings(execution)).toBe(fewest(execution));
}, 60_000);
