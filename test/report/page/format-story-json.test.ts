import fc from "fast-check";
import { expect, test } from "vitest";
import { formatStoryJson } from "../../../src/report/page/format-story-json.ts";
import { ringStory } from "./ring-story.ts";
import { allowed, deadlock, forbidden, race } from "./stories.ts";
import { anyStory } from "./story-arbitrary.ts";
import { storySchema } from "./story-schema.ts";

test("a story as JSON has the documented shape", () => {
	for (const story of [allowed, deadlock, forbidden, race, ringStory(4)])
		storySchema.parse(JSON.parse(formatStoryJson(story)));
	expect(formatStoryJson(race).startsWith('{\n  "ringlit-story": 1,\n  "model"')).toBe(true);
	expect(formatStoryJson(race).endsWith("}\n")).toBe(true);
	expect(storySchema.safeParse({ ...forbidden, "ringlit-story": 2 }).success).toBe(false);
	expect(storySchema.safeParse({ ...forbidden, "ringlit-story": 1, more: 1 }).success).toBe(false);
});

test("nothing of a story is lost", () => {
	fc.assert(
		fc.property(anyStory, (story) => {
			const { "ringlit-story": version, ...read } = storySchema.parse(JSON.parse(formatStoryJson(story)));
			expect(version).toBe(1);
			expect(read).toEqual(JSON.parse(JSON.stringify(story)));
		}),
		{ numRuns: 100 },
	);
});
