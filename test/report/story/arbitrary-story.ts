import fc from "fast-check";
import type { Reason } from "../../../src/execution/story/reason.ts";
import type { RingFrame } from "../../../src/execution/story/ring-frame.ts";
import type { Story } from "../../../src/execution/story/story.ts";
import type { StoryStep } from "../../../src/execution/story/story-step.ts";

/** Lines of code and names as they come, and as they should not. */
const text = fc.oneof(
	fc.constantFrom("WRITE_ONCE(*x, 1);", "r0 = smp_load_acquire(&rb->consumer_pos);", "x", "smp_mb();", ""),
	fc.constantFrom(
		"a\tb",
		"変数 = 読む(流れ);",
		"e\u0301\u0301",
		"\u001b[31mred",
		"\u202eabc",
		"x".repeat(200),
	),
	fc.string({ unit: "grapheme", maxLength: 90 }),
	fc.string({ unit: "binary", maxLength: 20 }),
);

const tag = fc.constantFrom(
	...["ONCE", "ACQUIRE", "RELEASE", "MB", "Rmb", "RMW", "NORETURN", "LKR", "LKW", "UL", "LF", "RU"],
	...["Rcu-lock", "Rcu-unlock", "Sync-rcu", "Srcu-lock", "Srcu-unlock", "Made-up"],
);

const relation = fc.constantFrom("po", "rf", "co", "fr", "addr", "ctrl", "rmw", "po-loc", "[Acquire]", "own");

function reasonAmong(steps: number, threads: number, cells: number): fc.Arbitrary<Reason> {
	const number = fc.nat({ max: steps });
	const part = fc.record({ from: number, to: number, relation, isInverse: fc.boolean() });
	const edge = fc.record({
		from: number,
		to: number,
		names: fc.array(fc.constantFrom("hb", "prop", "po-rel", "mb", "made-up"), { maxLength: 3 }),
		parts: fc.array(part, { maxLength: 6 }),
	});
	const cycle = fc.record({
		axiom: fc.constantFrom("happens-before", "coherence", "made-up"),
		test: fc.constantFrom("acyclic" as const, "irreflexive" as const, "empty" as const),
		edges: fc.array(edge, { maxLength: 4 }),
	});
	const gap = fc.record({ from: number, to: number, reached: number, missing: number });
	const wait = fc.record({
		thread: fc.nat({ max: threads - 1 }),
		cell: fc.nat({ max: cells - 1 }),
		what: fc.constantFrom("value" as const, "lock" as const),
		heldBy: number,
	});
	return fc.oneof(
		fc.record({ kind: fc.constant("cycle" as const), cycles: fc.array(cycle, { maxLength: 2 }) }),
		fc.record({
			kind: fc.constant("race" as const),
			first: number,
			second: number,
			gaps: fc.array(gap, { maxLength: 2 }),
		}),
		fc.record({ kind: fc.constant("waits" as const), waits: fc.array(wait, { maxLength: 3 }) }),
	);
}

function stepsAmong(count: number, threads: number, cells: number): fc.Arbitrary<StoryStep[]> {
	const nat = (max: number): fc.Arbitrary<number> => fc.nat({ max });
	return fc.tuple(
		...Array.from({ length: count }, (_, at) =>
			fc
				.record({
					kind: fc.constantFrom("R" as const, "W" as const, "F" as const),
					thread: nat(threads - 1),
					cell: fc.option(nat(cells - 1), { nil: undefined }),
					value: fc.option(text, { nil: undefined }),
					tags: fc.array(tag, { maxLength: 2 }),
					place: fc.option(fc.record({ source: nat(1), line: nat(100_000), text }), { nil: undefined }),
					from: fc.option(nat(count), { nil: undefined }),
					partner: fc.constantFrom(undefined, at, at + 2),
					timing: fc.constantFrom("inOrder" as const, "inOrder" as const, "late" as const, "early" as const),
					overtakes: fc.array(nat(count), { maxLength: 8 }),
					notes: fc.oneof(fc.constant([]), fc.array(text, { maxLength: 2 })),
				})
				.map(
					({ cell, value, place, from, partner, ...rest }): StoryStep => ({
						...rest,
						number: at + 1,
						index: at,
						...(cell !== undefined && { cell }),
						...(value !== undefined && { value }),
						...(place !== undefined && { place }),
						...(from !== undefined && { from }),
						...(partner !== undefined && { partner }),
					}),
				),
		),
	);
}

const frame: fc.Arbitrary<RingFrame> = fc.record({
	size: fc.constantFrom(16, 64),
	start: fc.constant(0),
	records: fc.constant([]),
	positions: fc.array(fc.record({ name: fc.constantFrom("consumer_pos", "producer_pos"), at: fc.nat(64) }), {
		maxLength: 2,
	}),
});

/** Stories of any shape, also such as no execution has. */
export const arbitraryStory: fc.Arbitrary<Story> = fc
	.record({
		threads: fc.integer({ min: 1, max: 9 }),
		cells: fc.integer({ min: 1, max: 4 }),
		count: fc.nat(25),
	})
	.chain(({ threads, cells, count }) =>
		fc.record({
			title: text,
			model: fc.constantFrom("lkmm", "armv8"),
			kind: fc.constantFrom("allowed" as const, "forbidden" as const, "race" as const, "property" as const),
			headline: text,
			remarks: fc.array(text, { maxLength: 2 }),
			state: text,
			threads: fc.array(fc.record({ name: text }), { minLength: threads, maxLength: threads }),
			cells: fc.array(
				fc.record({
					name: text,
					initial: text,
					writes: fc.array(fc.nat(count), { maxLength: 5 }),
					isShared: fc.boolean(),
				}),
				{ minLength: cells, maxLength: cells },
			),
			sources: fc.array(fc.record({ path: text, text }), { maxLength: 2 }),
			steps: stepsAmong(count, threads, cells),
			climax: fc.nat(count + 1),
			more: fc.record(
				{
					reason: reasonAmong(count, threads, cells),
					replay: text,
					ring: fc.array(frame, { minLength: count + 1, maxLength: count + 1 }),
				},
				{ requiredKeys: [] },
			),
		}),
	)
	.map(({ more, ...story }): Story => ({ ...story, ...more }));
