import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Story } from "../../../src/execution/story/story.ts";
import { createPaint } from "../../../src/report/paint.ts";
import { formatMail } from "../../../src/report/story/format-mail.ts";
import { formatStory } from "../../../src/report/story/format-story.ts";
import { GOLDEN_STORIES } from "./golden-stories.ts";

// What stories look like lies in golden/ and is refreshed by `npx vitest run test/report/story -u`.

const HERE = new URL(".", import.meta.url).pathname;

const NAMES = Object.keys(GOLDEN_STORIES);
const told = new Map<string, Story>();

/** Told once: some take a search of a second. */
function storyNamed(name: string): Story {
	const story = told.get(name) ?? GOLDEN_STORIES[name]();
	told.set(name, story);
	return story;
}

test.each(NAMES)("%s on a terminal", async (name) => {
	const text = formatStory(storyNamed(name), createPaint(false));
	await expect(`${text}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
});

test.each(NAMES)("%s as a mail", async (name) => {
	await expect(`${formatMail(storyNamed(name))}\n`).toMatchFileSnapshot(`golden/${name}.mail.txt`);
});

test("no golden file is left without its story", () => {
	const files = readdirSync(join(HERE, "golden"));
	const expected = NAMES.flatMap((name) => [`${name}.txt`, `${name}.mail.txt`]);
	expect(files.sort()).toEqual(expected.sort());
});

test("colours only decorate", () => {
	for (const name of NAMES) {
		const text = formatStory(storyNamed(name), createPaint(true));
		// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken away
		const bare = text.replaceAll(/\u001b\[\d+m/g, "");
		expect(bare).toBe(formatStory(storyNamed(name), createPaint(false)));
	}
});
