import fc from "fast-check";
import { expect, test } from "vitest";
import { isAcyclic } from "../../src/relation/acyclic.ts";
import { closeTransitively } from "../../src/relation/closure.ts";
import { EventSet } from "../../src/relation/event-set.ts";
import { Relation } from "../../src/relation/relation.ts";
import { shortestCycle } from "../../src/relation/shortest-cycle.ts";

/** Sizes on both sides of a word's end, so that narrow and wide rows are both tried. */
const sizes = fc.constantFrom(3, 31, 32, 33, 70, 96, 110, 128, 130);

const graphs = sizes.chain((size) =>
	fc.record({
		size: fc.constant(size),
		edges: pairsBelow(size),
	}),
);

function pairsBelow(size: number): fc.Arbitrary<[number, number][]> {
	const event = fc.nat(size - 1);
	return fc.array(fc.tuple(event, event), { maxLength: 2 * size });
}

function relationOf(size: number, pairs: readonly (readonly [number, number])[]): Relation {
	const relation = new Relation(size);
	for (const [from, to] of pairs) relation.add(from, to);
	return relation;
}

/** The pairs reachable in at least one step, found the slow way. */
function reachable(size: number, relation: Relation): Set<string> {
	const found = new Set<string>();
	for (let start = 0; start < size; start++) {
		const stack = [start];
		while (stack.length > 0) {
			const from = stack.pop() ?? start;
			for (let to = 0; to < size; to++)
				if (relation.has(from, to) && !found.has(`${start},${to}`)) {
					found.add(`${start},${to}`);
					stack.push(to);
				}
		}
	}
	return found;
}

const texts = (relation: Relation): string[] => relation.pairs().map(([a, b]) => `${a},${b}`);

test("a set holds what was added and not taken away", () => {
	const set = new EventSet(70);
	for (const event of [0, 31, 32, 69]) set.add(event);
	set.remove(32);
	expect([0, 1, 31, 32, 69].filter((event) => set.has(event))).toEqual([0, 31, 69]);
	set.clear();
	expect(set.has(31)).toBe(false);
});

test("closure is reachability", () => {
	fc.assert(
		fc.property(graphs, ({ size, edges }) => {
			const relation = relationOf(size, edges);
			const expected = reachable(size, relation);
			closeTransitively(relation, size);
			expect(new Set(texts(relation))).toEqual(expected);
		}),
	);
});

test("a relation is acyclic exactly if it has no shortest cycle, and that cycle is one", () => {
	fc.assert(
		fc.property(graphs, ({ size, edges }) => {
			const relation = relationOf(size, edges.slice(0, size));
			const cycle = shortestCycle(relation, size);
			expect(isAcyclic(relation, size, new Int32Array(relation.words))).toBe(cycle === undefined);
			cycle?.forEach((event, i) => {
				expect(relation.has(event, cycle[(i + 1) % cycle.length])).toBe(true);
			});
			if (cycle !== undefined) expect(new Set(cycle).size).toBe(cycle.length);
		}),
	);
});

test("the shortest of several cycles is found", () => {
	const relation = relationOf(40, [
		[0, 1],
		[1, 2],
		[2, 0],
		[5, 39],
		[39, 5],
	]);
	expect(shortestCycle(relation, 40)).toHaveLength(2);
});
