import fc from "fast-check";
import { expect, test } from "vitest";
import { createPaint } from "../../../src/report/paint.ts";
import { formatMail } from "../../../src/report/story/format-mail.ts";
import { formatStory } from "../../../src/report/story/format-story.ts";
import { storyRows } from "../../../src/report/story/story-rows.ts";
import { textWidth } from "../../../src/report/story/text-width.ts";
import { arbitraryStory } from "./arbitrary-story.ts";

test("no line of a random story is too wide, on a terminal or in a mail", () => {
	fc.assert(
		fc.property(arbitraryStory, fc.boolean(), (story, all) => {
			const lines = formatStory(story, createPaint(false), { all }).split("\n");
			expect(lines.filter((line) => textWidth(line) > 80)).toEqual([]);
			const mail = formatMail(story, { all });
			expect(mail).toMatch(/^[\n -~]*$/);
			expect(mail.split("\n").filter((line) => line.length > 74)).toEqual([]);
		}),
		{ numRuns: 300 },
	);
});

test("a terminal gets no control characters, nor such as turn the direction of writing", () => {
	fc.assert(
		fc.property(arbitraryStory, (story) => {
			const text = formatStory(story, createPaint(false));
			// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
			expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
		}),
		{ numRuns: 200 },
	);
});

test("every step of a random story is in one row, and its number in front of that", () => {
	fc.assert(
		fc.property(arbitraryStory, fc.boolean(), (story, all) => {
			const rows = storyRows(story, all);
			const told = rows.flatMap(({ steps }) => steps.map(({ number }) => number));
			expect(told).toEqual(story.steps.map(({ number }) => number));
			const bare = { ...story, title: "t", headline: "h", remarks: [], state: "" };
			const steps = formatStory(bare, createPaint(false), { all })
				.split("\n\n")
				.find((paragraph) => /^ +step\s/.test(paragraph));
			const lines = steps?.split("\n") ?? [];
			const end = (lines[0] ?? "").indexOf("step") + "step".length;
			const labels = lines.slice(2).flatMap((line) => line.slice(0, end).match(/\d+(-\d+)?$/)?.[0] ?? []);
			expect(labels).toEqual(
				rows.map(({ steps }) => {
					const [first, last] = [steps[0].number, steps[steps.length - 1].number];
					return first === last ? `${first}` : `${first}-${last}`;
				}),
			);
		}),
		{ numRuns: 200 },
	);
});

test("what is asked for as a width is kept to, down to 40 columns", () => {
	fc.assert(
		fc.property(arbitraryStory, fc.integer({ min: 40, max: 140 }), (story, width) => {
			const lines = formatStory(story, createPaint(false), { width }).split("\n");
			expect(lines.filter((line) => textWidth(line) > width)).toEqual([]);
		}),
		{ numRuns: 150 },
	);
});
