import fc from "fast-check";
import { expect, test } from "vitest";
import { closeAmong } from "../../src/relation/close-among.ts";
import { closeTransitively } from "../../src/relation/closure.ts";
import { Relation } from "../../src/relation/relation.ts";

const CAPACITY = 96;

const arbitraryMembers = fc.uniqueArray(fc.nat(CAPACITY - 1), { maxLength: CAPACITY, size: "max" });
const arbitraryEdges = fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { maxLength: 300, size: "max" });

/** Closes edges between members both ways; one that would go backwards is turned round if there are to be no cycles. */
function close(members: readonly number[], edges: readonly [number, number][], isForward: boolean): Relation {
	const among = new Relation(CAPACITY);
	const plain = new Relation(CAPACITY);
	for (const [one, other] of members.length === 0 ? [] : edges) {
		const [from, to] = [one % members.length, other % members.length];
		if (isForward && from === to) continue;
		const [first, last] = isForward ? [Math.min(from, to), Math.max(from, to)] : [from, to];
		among.add(members[first], members[last]);
		plain.add(members[first], members[last]);
	}
	closeAmong(among, members);
	closeTransitively(plain, CAPACITY);
	expect(among.pairs()).toEqual(plain.pairs());
	return among;
}

test("few or many events, in whatever order, are closed as all events are", () => {
	let most = 0;
	const property = fc.property(arbitraryMembers, arbitraryEdges, (members, edges) => {
		most = Math.max(most, close(members, edges, true).pairs().length);
	});
	fc.assert(property, { numRuns: 300 });
	expect(most).toBeGreaterThan(500);
});

test("so they are where there are cycles", () => {
	let circular = 0;
	const property = fc.property(arbitraryMembers, arbitraryEdges, (members, edges) => {
		const closed = close(members, edges, false);
		if (members.length > 30 && members.some((event) => closed.has(event, event))) circular++;
	});
	fc.assert(property, { numRuns: 300 });
	expect(circular).toBeGreaterThan(50);
});

test("rows of other events stay as they are", () => {
	const relation = new Relation(CAPACITY);
	const members = Array.from({ length: 40 }, (_, i) => 2 * i);
	for (const event of members.slice(1)) relation.add(event - 2, event);
	relation.add(1, 3);
	relation.add(3, 5);
	closeAmong(relation, members);
	expect(relation.has(0, 78)).toBe(true);
	expect(relation.has(1, 5)).toBe(false);
	expect(relation.pairs()).toHaveLength((40 * 39) / 2 + 2);
});
