import fc from "fast-check";
import { expect, test } from "vitest";
import { Coherence } from "../../src/checker/coherence.ts";
import { Graph, type GraphListener } from "../../src/checker/graph.ts";
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

const exchange: Instruction = {
	kind: "update",
	local: 0,
	address: at(0),
	next: { kind: "constant", value: 7n },
	tags: ["ONCE"],
};

/** A graph of threads that work on one cell, all run to their ends. */
function graphOf(threads: readonly string[]): Graph {
	const instruction = (letter: string): Instruction =>
		letter === "r" ? read(0, 0) : letter === "w" ? write(0, 1n) : exchange;
	const program = tinyProgram(
		1,
		threads.map((letters) => [...letters].map(instruction)),
	);
	const graph = new Graph(program, CAPACITY, nobody());
	threads.forEach((_, thread) => {
		const run = new ThreadRun(program, thread, 1, undefined).run(undefined);
		graph.push({ id: thread, thread, parent: undefined, outcome: undefined, ...run });
	});
	return graph;
}

/** All orders of the graph's writes that coherence (and atomicity) allows with its sources as they are. */
function allowedOrders(graph: Graph, atomic: boolean): number[][] {
	const { events, source, partner } = graph;
	const writes = [...events.keys()].filter((id) => id > 0 && events[id].kind === "W");
	return permutations(writes)
		.map((order) => [0, ...order])
		.filter((order) => {
			const place = (write: number): number => order.indexOf(write);
			const isSound = (a: number, b: number): boolean => {
				if (events[a].thread !== events[b].thread || events[a].index >= events[b].index) return true;
				const [first, second] = [a, b].map((id) => (events[id].kind === "W" ? id : source[id]));
				if (first < 0 || second < 0) return true;
				// What a read reads is at least as new as all before it, and older than all writes after it.
				if (events[a].kind === "R" && events[b].kind === "W") return place(first) < place(second);
				return place(first) <= place(second);
			};
			const ids = [...events.keys()];
			const isUpdate = (id: number): boolean =>
				events[id].kind === "R" && partner[id] >= 0 && source[id] >= 0;
			return (
				ids.every((a) => ids.every((b) => isSound(a, b))) &&
				(!atomic || ids.filter(isUpdate).every((id) => place(partner[id]) === place(source[id]) + 1))
			);
		});
}

function permutations(items: readonly number[]): number[][] {
	if (items.length === 0) return [[]];
	return items.flatMap((first) =>
		permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
	);
}

const arbitraryThreads = fc.array(fc.stringMatching(/^[rwu]{1,3}$/), { minLength: 1, maxLength: 3 });

test.each([false, true])("propagation decides what all allowed orders agree on (atomic: %s)", (atomic) => {
	const property = fc.property(arbitraryThreads, fc.array(fc.nat(20)), (threads, picks) => {
		const graph = graphOf(threads);
		const coherence = new Coherence(graph, true, atomic);
		const reads = [...graph.events.keys()].filter((id) => graph.events[id].kind === "R");
		const writes = [...graph.events.keys()].filter((id) => graph.events[id].kind === "W");
		if (writes.length > 6) return;
		for (const [i, pick] of picks.slice(0, reads.length).entries())
			graph.readFrom(reads[i], writes[pick % writes.length]);
		const allowed = allowedOrders(graph, atomic);
		const kept = coherence.propagate(0);
		if (!kept) expect(allowed).toEqual([]);
		for (const a of writes)
			for (const b of writes)
				if (kept && graph.co.has(a, b))
					for (const order of allowed) expect(order.indexOf(a)).toBeLessThan(order.indexOf(b));
		// What is left open can be ordered one pair after the other, without ever having to go back.
		if (!kept) return;
		for (const a of writes)
			for (const b of writes) {
				if (a >= b || graph.co.has(a, b) || graph.co.has(b, a)) continue;
				graph.order(a, b);
				expect(coherence.propagate(0)).toBe(true);
			}
		const total = [...writes].sort((a, b) => (graph.co.has(a, b) ? -1 : 1));
		expect(allowed).toContainEqual(total);
	});
	fc.assert(property, { numRuns: 1500 });
});

test("a read is refused no write that some allowed order has it read, and is refused some", () => {
	let refused = 0;
	const property = fc.property(arbitraryThreads, fc.nat(20), fc.nat(20), (threads, first, pick) => {
		const graph = graphOf(threads);
		const coherence = new Coherence(graph, true, false);
		const ids = [...graph.events.keys()];
		const reads = ids.filter((id) => graph.events[id].kind === "R");
		const writes = ids.filter((id) => graph.events[id].kind === "W");
		if (reads.length < 2 || writes.length > 6) return;
		graph.readFrom(reads[first % reads.length], writes[pick % writes.length]);
		if (!coherence.propagate(0)) return;
		for (const read of reads.filter((id) => graph.source[id] < 0))
			for (const write of writes) {
				const could = coherence.sourcesOf(read).includes(write);
				const mark = graph.mark();
				graph.readFrom(read, write);
				if (!could) expect(allowedOrders(graph, false)).toEqual([]);
				if (!could) refused++;
				graph.undoTo(mark);
			}
	});
	fc.assert(property, { numRuns: 500 });
	expect(refused).toBeGreaterThan(100);
});

test("without coherence nothing is decided but what was said, closed transitively", () => {
	const graph = graphOf(["wr", "ww"]);
	const [own, , first, second] = [1, 2, 3, 4];
	const coherence = new Coherence(graph, false, false);
	graph.readFrom(2, 0);
	expect(coherence.propagate(0)).toBe(true);
	expect(graph.co.pairs()).toEqual([own, first, second].map((write) => [0, write]));
	graph.order(second, own);
	graph.order(own, first);
	expect(coherence.propagate(0)).toBe(true);
	expect(graph.co.has(second, first)).toBe(true);
	graph.order(first, second);
	expect(coherence.propagate(0)).toBe(false);
});

test("what is known of a cell is the same whatever was decided and taken back before", () => {
	let undone = 0;
	const arbitraryDecision = fc.record({ read: fc.nat(20), write: fc.nat(20), back: fc.nat(3) });
	const property = fc.property(arbitraryThreads, fc.array(arbitraryDecision), (threads, decisions) => {
		const graph = graphOf(threads);
		const coherence = new Coherence(graph, true, true);
		const ids = [...graph.events.keys()];
		const marks = [graph.mark()];
		for (const { read, write, back } of decisions) {
			const open = ids.filter((id) => graph.events[id].kind === "R" && graph.source[id] < 0);
			if (back === 0 || open.length === 0) {
				graph.undoTo(marks[write % marks.length]);
				undone++;
			} else {
				const reader = open[read % open.length];
				const sources = coherence.sourcesOf(reader);
				expect(sources).toEqual(new Coherence(graph, true, true).sourcesOf(reader));
				if (sources.length === 0) continue;
				graph.readFrom(reader, sources[write % sources.length]);
				if (coherence.propagate(0)) marks.push(graph.mark());
				else graph.undoTo(marks[0]);
			}
			marks.splice(0, marks.length, ...marks.filter((mark) => mark <= graph.mark()));
		}
	});
	fc.assert(property, { numRuns: 300 });
	expect(undone).toBeGreaterThan(50);
});
