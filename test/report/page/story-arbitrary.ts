import fc from "fast-check";
import type { Reason } from "../../../src/execution/story/reason.ts";
import type { RingFrame } from "../../../src/execution/story/ring-frame.ts";
import type { Story, StoryKind } from "../../../src/execution/story/story.ts";
import { makeStory, type ShortStep } from "./make-story.ts";

/** Texts with all that markup, scripts and other scripts' letters can break. */
const text = fc.oneof(
	fc.string({ unit: "binary", maxLength: 24 }),
	fc.constantFrom(
		"</script><script>alert(1)</script>",
		"<!--<script>",
		"]]>",
		"&amp; \"quoted\" 'too'",
		"環形緩衝區 ünïcode \u0301\u202e",
		'a\\b\\n\\"c\u2028d',
		"\ud800 \u0000 \u000b",
		"*x = 1;",
		"",
	),
);

const TAGS = ["", "Once", "Acquire", "Release", "MB RMW", "LKR", "LKW", "UL", "Noreturn", "Strange<tag>"];

const shortStep = (threads: number): fc.Arbitrary<ShortStep> =>
	fc
		.record({
			thread: fc.nat({ max: threads - 1 }),
			kind: fc.constantFrom("R" as const, "W" as const, "F" as const),
			cell: fc.constantFrom("x", "y", "rb.<pos>", "環"),
			value: text,
			tags: fc.constantFrom(...TAGS),
			line: fc.nat({ max: 9 }),
			notes: fc.array(text, { maxLength: 1 }),
		})
		.map(({ thread, kind, cell, value, tags, line, notes }) => [
			thread,
			kind,
			kind === "F" ? "" : cell,
			value,
			tags,
			line,
			{ notes },
		]);

const frame: fc.Arbitrary<RingFrame> = fc
	.record({
		size: fc.constantFrom(16, 64, 4096),
		start: fc.nat({ max: 300 }),
		records: fc.array(
			fc.record({
				pos: fc.nat({ max: 200 }).map((pos) => pos * 8),
				length: fc.integer({ min: 1, max: 8 }),
				thread: fc.nat({ max: 4 }),
				header: fc.constantFrom("none" as const, "busy" as const, "ready" as const, "discarded" as const),
				isConsumed: fc.boolean(),
				isOverwritten: fc.boolean(),
			}),
			{ maxLength: 5 },
		),
		positions: fc.array(fc.record({ name: text, at: fc.nat({ max: 2000 }) }), { maxLength: 4 }),
	})
	.map(({ records, ...others }) => ({
		...others,
		records: records.map(({ length, ...record }) => ({
			...record,
			end: record.pos + 8 * length,
			size: 8 * length - 8,
		})),
	}));

function reasonOf(steps: number, threads: number): fc.Arbitrary<Reason> {
	const step = fc.nat({ max: steps });
	const real = fc.integer({ min: 1, max: Math.max(1, steps) });
	const part = fc.record({
		from: step,
		to: step,
		relation: fc.oneof(fc.constantFrom("po", "rf", "co", "fre", "[Acquire]", "addr"), text),
		isInverse: fc.boolean(),
	});
	const edge = fc.record({
		from: step,
		to: step,
		names: fc.array(text, { maxLength: 3 }),
		parts: fc.array(part, { maxLength: 3 }),
	});
	const cycle = fc.record({
		axiom: text,
		test: fc.constantFrom("acyclic" as const, "irreflexive" as const, "empty" as const),
		edges: fc.array(edge, { minLength: 1, maxLength: 4 }),
	});
	const wait = fc.record({
		thread: fc.nat({ max: threads - 1 }),
		cell: fc.nat({ max: 3 }),
		what: fc.constantFrom("value" as const, "lock" as const),
		heldBy: real,
		place: fc.record({ source: fc.constant(0), line: fc.constant(1), text }),
	});
	const gap = fc.record({ from: real, to: real, reached: real, missing: real });
	return fc.oneof(
		fc.record({
			kind: fc.constant("cycle" as const),
			cycles: fc.array(cycle, { minLength: 1, maxLength: 2 }),
		}),
		fc.record({
			kind: fc.constant("race" as const),
			first: real,
			second: real,
			gaps: fc.array(gap, { maxLength: 2 }),
		}),
		fc.constantFrom({ kind: "values" as const }, { kind: "circular" as const }),
		fc.record({ kind: fc.constant("waits" as const), waits: fc.array(wait, { maxLength: 2 }) }),
	);
}

/** Stories of up to four threads and forty steps, with reasons, rings, views and events out of order, and hostile texts all over. */
export const anyStory: fc.Arbitrary<Story> = fc
	.integer({ min: 1, max: 4 })
	.chain((threads) => fc.tuple(fc.constant(threads), fc.array(shortStep(threads), { maxLength: 40 })))
	.chain(([threads, steps]) =>
		fc.record({
			title: text,
			headline: text,
			model: text,
			kind: fc.constantFrom<StoryKind>("allowed", "forbidden", "race", "deadlock", "property"),
			remarks: fc.array(text, { maxLength: 2 }),
			state: text,
			replay: fc.option(text, { nil: undefined }),
			role: fc.option(text, { nil: undefined }),
			source: fc.array(text, { maxLength: 9 }).map((lines) => lines.join("\n")),
			climax: fc.option(fc.integer({ min: 1, max: Math.max(1, steps.length) }), { nil: undefined }),
			reason:
				steps.length === 0
					? fc.constant(undefined)
					: fc.option(reasonOf(steps.length, threads), { nil: undefined }),
			ring: fc.option(fc.array(frame, { minLength: steps.length + 1, maxLength: steps.length + 1 }), {
				nil: undefined,
			}),
			threads: fc.constant(threads),
			steps: fc.constant(steps),
			late: fc.array(fc.nat({ max: Math.max(0, steps.length - 1) }), { maxLength: 4 }),
			hasViews: fc.boolean(),
		}),
	)
	.map(({ threads, steps, source, role, replay, climax, reason, ring, late, hasViews, ...given }) => {
		const story = makeStory(
			{
				...given,
				threads: Array.from({ length: threads }, (_, at) => ({
					name: `P${at}`,
					...(role !== undefined && { role }),
				})),
				...(replay !== undefined && { replay }),
				...(climax !== undefined && steps.length > 0 && { climax }),
				...(reason !== undefined && { reason }),
				...(ring !== undefined && { ring }),
			},
			source,
			steps,
		);
		const view = story.threads.map(() => story.cells.map(({ writes }) => [0, ...writes]));
		return {
			...story,
			...(hasViews && { views: Array.from({ length: steps.length + 1 }, () => view) }),
			steps: story.steps.map((step, at) => {
				const others = story.steps.filter(
					({ thread, number }) => thread === step.thread && number < step.number,
				);
				if (!late.includes(at) || others.length === 0) return step;
				return { ...step, timing: "late" as const, overtakes: others.slice(-2).map(({ number }) => number) };
			}),
		};
	});
