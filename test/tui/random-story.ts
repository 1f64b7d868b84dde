import fc from "fast-check";
import type { Reason } from "../../src/execution/story/reason.ts";
import type { RingFrame } from "../../src/execution/story/ring-frame.ts";
import type { Story, StoryKind } from "../../src/execution/story/story.ts";
import type { StoryStep } from "../../src/execution/story/story-step.ts";

/** Words of all kinds: long ones, wide characters, what terminals obey, characters composed of several, halves of characters. */
const word = fc.oneof(
	fc.string({ maxLength: 12 }),
	fc.constantFrom(
		"data",
		"\tif (x)\t{",
		"日本語のテスト",
		"e\u0301le\u0300ve",
		"👩‍👩‍👧‍👦 🇩🇪",
		"\u001b[31mred\u001b[2J",
		"a\u0007b\rc\nd",
		"\u202ereversed\u200b",
		"\ud800",
		"x".repeat(150),
		"",
	),
);
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));

/** Any story that is whole: indices and numbers lead somewhere. Whether it could have happened does not matter here. */
export const randomStory: fc.Arbitrary<Story> = fc
	.record({
		threads: fc.integer({ min: 1, max: 4 }),
		cells: fc.integer({ min: 0, max: 5 }),
		steps: fc.nat(25),
	})
	.chain(({ threads, cells, steps }) =>
		fc.record({
			title: text,
			model: word,
			kind: fc.constantFrom<StoryKind>("allowed", "forbidden", "race", "deadlock", "property"),
			headline: text,
			remarks: fc.array(text, { maxLength: 2 }),
			state: text,
			replay: optional(word),
			threads: fc.array(fc.record({ name: word }), { minLength: threads, maxLength: threads }),
			cells: fc.array(
				fc.record({ name: word, initial: word, writes: fc.constant([]), isShared: fc.boolean() }),
				{ minLength: cells, maxLength: cells },
			),
			sources: fc.array(fc.record({ path: word, text: fc.array(text, { maxLength: 30 }).map(joinLines) }), {
				maxLength: 2,
			}),
			steps: fc
				.tuple(...Array.from({ length: steps }, (_, at) => randomStep(at + 1, threads, cells)))
				.map((drawn): readonly StoryStep[] => drawn),
			climax: optional(fc.integer({ min: 0, max: steps })),
			reason: optional(randomReason(threads, cells, steps)),
			ring: optional(fc.array(frame, { minLength: steps + 1, maxLength: steps + 1 })),
			views: optional(
				fc.array(
					fc.array(
						fc.array(fc.array(fc.integer({ min: 0, max: steps }), { maxLength: 3 }), {
							minLength: cells,
							maxLength: cells,
						}),
						{ minLength: threads, maxLength: threads },
					),
					{ minLength: steps + 1, maxLength: steps + 1 },
				),
			),
		}),
	)
	.map((fields) => withoutAbsent(fields));

function randomStep(number: number, threads: number, cells: number): fc.Arbitrary<StoryStep> {
	return fc
		.record({
			number: fc.constant(number),
			thread: fc.nat(threads - 1),
			index: fc.nat(9),
			kind: fc.constantFrom("R", "W", "F"),
			cell: cells === 0 ? fc.constant(undefined) : optional(fc.nat(cells - 1)),
			value: optional(word),
			tags: fc.array(fc.constantFrom("ONCE", "ACQUIRE", "Wmb"), { maxLength: 2 }),
			place: optional(fc.record({ source: fc.constant(0), line: fc.integer({ min: 1, max: 40 }), text })),
			from: optional(fc.integer({ min: 0, max: number - 1 })),
			timing: fc.constantFrom("inOrder", "late", "early"),
			overtakes: fc.array(fc.integer({ min: 1, max: number }), { maxLength: 3 }),
			notes: fc.array(text, { maxLength: 2 }),
		})
		.map((fields) => withoutAbsent(fields) as StoryStep);
}

function randomReason(threads: number, cells: number, steps: number): fc.Arbitrary<Reason | undefined> {
	const step = fc.integer({ min: 1, max: Math.max(1, steps) });
	const choices: fc.Arbitrary<Reason>[] = [];
	if (steps > 0) {
		choices.push(
			fc.record({ kind: fc.constant("race"), first: step, second: step, gaps: fc.constant([]) }),
			fc.record({
				kind: fc.constant("cycle"),
				cycles: fc.array(
					fc.record({
						axiom: word,
						test: fc.constantFrom("acyclic", "irreflexive", "empty"),
						edges: fc.array(
							fc.record({
								from: step,
								to: step,
								names: fc.array(word, { minLength: 1, maxLength: 3 }),
								parts: fc.constant([]),
							}),
							{ minLength: 1, maxLength: 3 },
						),
					}),
					{ maxLength: 2 },
				),
			}),
		);
	}
	if (cells > 0)
		choices.push(
			fc.record({
				kind: fc.constant("waits"),
				waits: fc.array(
					fc.record({
						thread: fc.nat(threads - 1),
						cell: fc.nat(cells - 1),
						what: fc.constantFrom("value", "lock"),
					}),
					{ maxLength: 3 },
				),
			}),
		);
	return choices.length === 0 ? fc.constant(undefined) : fc.oneof(...choices);
}

const frame: fc.Arbitrary<RingFrame> = fc.record({
	size: fc.constantFrom(16, 32, 64),
	start: fc.constant(0),
	records: fc.constantFrom([], [
		{ pos: 0, end: 16, size: 8, thread: 0, header: "busy", isConsumed: false, isOverwritten: false },
	] as const),
	positions: fc.constant([
		{ name: "consumer_pos", at: 0 },
		{ name: "producer_pos", at: 16 },
	]),
});

function optional<T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
	return fc.option(values, { nil: undefined });
}

function joinLines(lines: readonly string[]): string {
	return lines.join("\n");
}

/** Absent fields are left out, as in what a story is made of. */
function withoutAbsent<T extends object>(fields: T): Present<T> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
	[K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
