import fc from "fast-check";
import { expect, test } from "vitest";
import { Folder } from "../../../src/checker/evaluation/fold.ts";
import { definition } from "../../cat/load.ts";
import { NaiveEvaluator } from "../../cat/naive-evaluator.ts";
import { arbitraryNode } from "./arbitrary-nodes.ts";
import { arbitraryStructure, type RandomStructure, spelledOut } from "./arbitrary-structure.ts";

function without({ events, ...rest }: RandomStructure): RandomStructure {
	const kept = events.map((event) => ({ ...event, tags: event.tags.filter((tag) => tag !== "A") }));
	return { ...rest, events: kept, addr: [], rmw: [] };
}

/** Reads-from leads from writes to reads, coherence is a strict order of writes. */
function lawful({ rf, ...rest }: RandomStructure): RandomStructure {
	const kinds = rest.events.map(({ kind }) => kind);
	const writes = [...kinds.keys()].filter((i) => kinds[i] === "W");
	const co = writes.flatMap((from) =>
		writes
			.filter((to) => from < to && rest.events[from].cell === rest.events[to].cell)
			.map((to) => [from, to] as const),
	);
	return { ...rest, co, rf: rf.filter(([from, to]) => kinds[from] === "W" && kinds[to] === "R") };
}

test("folding changes nothing where the names it was told are empty", () => {
	const isEmpty = (name: string): boolean => name === "A" || name === "addr" || name === "rmw";
	fc.assert(
		fc.property(arbitraryNode, arbitraryStructure(10).map(lawful), (node, structure) => {
			const folded = new Folder(1000, isEmpty).fold(node);
			const evaluator = new NaiveEvaluator(spelledOut(without(structure)));
			expect(evaluator.pairs(folded).sort()).toEqual(evaluator.pairs(node).sort());
		}),
		{ numRuns: 1500 },
	);
});

test.each([
	["[A] ; po", "empty"],
	["po & (A * R)", "empty"],
	["po | [A]", "base"],
	["po \\ [A]", "base"],
	["addr+", "empty"],
	["domain(addr ; rf)", "empty"],
])("%s becomes %s without A and addr", (text, op) => {
	const node = definition(`let x = ${text.replaceAll("A", "ACQUIRE")}`);
	expect(new Folder(1000, (name) => name === "ACQUIRE" || name === "addr").fold(node).op).toBe(op);
});

test("a recursion that never gets started is empty, and what it is made of is gone", () => {
	const text = "let rec x = addr | (x ; rf) | y and y = x & po";
	const folder = new Folder(1000, (name) => name === "addr");
	expect(folder.fold(definition(text, "x")).op).toBe("empty");
	expect(folder.fold(definition("let rec x = addr | rf | (x ; rf)", "x")).op).toBe("recursive");
});
