import fc from "fast-check";
import { expect, test } from "vitest";
import { type Answer, findBoundary } from "../../src/audit/boundary.ts";

const always = { mayGoOn: () => true };

/** All subsets of the first numbers. */
function subsets(count: number): Set<number>[] {
	return Array.from(
		{ length: 2 ** count },
		(_, bits) => new Set([...Array(count).keys()].filter((element) => bits & (1 << element))),
	);
}

const isWithin = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean =>
	[...one].every((element) => other.has(element));

const named = (sets: readonly ReadonlySet<number>[]): string[] =>
	sets.map((set) => [...set].sort((a, b) => a - b).join()).sort();

test("the boundary is the one that looking at all sets finds", async () => {
	const conflicts = fc.array(fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }), { maxLength: 5 });
	await fc.assert(
		fc.asyncProperty(conflicts, async (all) => {
			const bad = all.map((one) => new Set(one));
			const isFine = (set: ReadonlySet<number>): boolean => !bad.some((one) => isWithin(one, set));
			const sets = subsets(6);
			const fine = sets.filter(isFine);
			const maximal = fine.filter(
				(set) => !fine.some((other) => other.size > set.size && isWithin(set, other)),
			);
			const rest = sets.filter((set) => !isFine(set));
			const minimal = rest.filter(
				(set) => !rest.some((other) => other.size < set.size && isWithin(other, set)),
			);
			const asked: ReadonlySet<number>[] = [];
			const found = await findBoundary(
				[0, 1, 2, 3, 4, 5],
				async (set): Promise<Answer> => {
					asked.push(set);
					return isFine(set) ? "fine" : "broken";
				},
				always,
			);
			expect(named(found.maximal)).toEqual(named(maximal));
			expect(named(found.minimal)).toEqual(named(minimal));
			expect(found.isComplete).toBe(true);
			// What is told to be fine was looked at itself.
			const lookedAt = new Set(named(asked));
			for (const set of named(found.maximal)) expect(set === "" || lookedAt.has(set)).toBe(true);
		}),
		{ numRuns: 60 },
	);
});

test("the first maximal set takes what comes first", async () => {
	const { maximal } = await findBoundary(
		[2, 0, 1],
		async (set) => (set.has(0) && set.has(2) ? "broken" : "fine"),
		always,
	);
	expect(named(maximal.slice(0, 1))).toEqual(["1,2"]);
});

test("what is open is neither fine nor broken, and not all is known", async () => {
	const { maximal, minimal, isComplete } = await findBoundary(
		[0, 1],
		async (set) => (set.has(1) ? "open" : "fine"),
		always,
	);
	expect([named(maximal), named(minimal), isComplete]).toEqual([["0"], [], false]);
});

test("the smallest sets are all found, and larger ones not looked for", async () => {
	const bad = [new Set([1]), new Set([3]), new Set([0, 2])];
	const { minimal, isComplete } = await findBoundary(
		[0, 1, 2, 3],
		async (set) => (bad.some((one) => isWithin(one, set)) ? "broken" : "fine"),
		{ ...always, onlySmallest: true },
	);
	expect([named(minimal), isComplete]).toEqual([["1", "3"], true]);
});

test("who stops early knows that not all is known", async () => {
	let left = 2;
	const { isComplete } = await findBoundary([0, 1, 2], async (set) => (set.size > 1 ? "broken" : "fine"), {
		mayGoOn: () => left-- > 0,
	});
	expect(isComplete).toBe(false);
});
