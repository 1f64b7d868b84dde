import { expect, test } from "vitest";
import { Graph, type GraphListener } from "../../src/checker/graph.ts";
import { Likeness } from "../../src/checker/likeness.ts";
import { Symmetry } from "../../src/checker/symmetry.ts";
import { ThreadRun } from "../../src/checker/thread-run.ts";
import type { Instruction } from "../../src/execution/instruction.ts";
import { Relation } from "../../src/relation/relation.ts";
import { at, read, tinyProgram, write } from "./tiny.ts";

const CAPACITY = 32;

const nobody = (): GraphListener => ({
	relation: () => new Relation(CAPACITY),
	pushed: () => undefined,
	popped: () => undefined,
});

/** Two threads that read and write cell 1, and two that wait for the lock at cell 0, run to their first stops. */
function start(): Graph {
	const access: Instruction[] = [read(0, 1), write(1, 1n)];
	const section: Instruction[] = [
		{ kind: "lock", address: at(0) },
		{ kind: "unlock", address: at(0) },
	];
	const program = tinyProgram(2, [access, access, section, section], 1);
	const graph = new Graph({ ...program, observed: [] }, CAPACITY, nobody());
	program.threads.forEach((_, thread) => {
		const run = new ThreadRun(program, thread, 1, undefined).run(undefined);
		graph.push({ id: thread, thread, parent: undefined, outcome: undefined, ...run });
	});
	return graph;
}

function form(change: (graph: Graph) => void): string {
	const graph = start();
	change(graph);
	return new Likeness(graph, new Symmetry(graph.program, true)).form().key;
}

const first = (graph: Graph, thread: number): number => graph.ids[thread][0];
const second = (graph: Graph, thread: number): number => graph.ids[thread][1];

/** Lets a thread have its lock, as if by an assumption: nothing says yet where that reads from. */
function goOn(graph: Graph, thread: number): void {
	const parent = graph.nodes[thread];
	const run = new ThreadRun(graph.program, thread, 1, parent).run(true);
	graph.push({ id: 4 + thread, thread, parent, outcome: true, ...run });
}

test.each<[string, (graph: Graph, one: number, other: number) => void]>([
	["a source", (graph, one) => graph.readFrom(first(graph, one), 1)],
	["a source in a twin", (graph, one, other) => graph.readFrom(first(graph, one), second(graph, other))],
	["an order", (graph, one, other) => graph.order(second(graph, one), second(graph, other))],
	["a read put off", (graph, one) => graph.postponeRead(first(graph, one))],
	["an outcome taken", (graph, one) => goOn(graph, one + 2)],
	["a lock put off", (graph, one) => graph.setLockWatermark(one + 2, graph.events.length)],
	[
		"several decisions",
		(graph, one, other) => {
			graph.setLockWatermark(one + 2, 1);
			graph.readFrom(first(graph, one), second(graph, other));
			graph.postponeRead(first(graph, other));
		},
	],
])("%s shows in the form, whichever twin has it, and sets twins apart", (_, change) => {
	const plain = form(() => undefined);
	const here = form((graph) => change(graph, 0, 1));
	expect(here).not.toBe(plain);
	expect(form((graph) => change(graph, 1, 0))).toBe(here);
	const graph = start();
	const likeness = new Likeness(graph, new Symmetry(graph.program, true));
	expect([likeness.areAlike(0, 1), likeness.areAlike(2, 3), likeness.areAlike(1, 2)]).toEqual([
		true,
		true,
		false,
	]);
	change(graph, 0, 1);
	likeness.forget();
	expect(likeness.areAlike(0, 1) && likeness.areAlike(2, 3)).toBe(false);
});

test("different decisions have different forms", () => {
	const forms = [
		form((graph) => graph.readFrom(first(graph, 0), 1)),
		form((graph) => graph.readFrom(first(graph, 0), second(graph, 1))),
		form((graph) => graph.postponeRead(first(graph, 0))),
		form((graph) => graph.order(second(graph, 0), second(graph, 1))),
		form((graph) => graph.setLockWatermark(2, 1)),
	];
	expect(new Set(forms).size).toBe(forms.length);
});
