import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createPaint } from "../../../src/report/paint.ts";
import { formatMail } from "../../../src/report/story/format-mail.ts";
import { formatStory } from "../../../src/report/story/format-story.ts";
import { STORIES } from "./stories.ts";

// What stories look like lies in golden/ and is refreshed by `npx vitest run test/report/story -u`.

const HERE = new URL(".", import.meta.url).pathname;

test.each(Object.keys(STORIES))("%s on a terminal", async (name) => {
	const text = formatStory(STORIES[name], createPaint(false));
	await expect(`${text}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
});

test.each(Object.keys(STORIES))("%s as a mail", async (name) => {
	await expect(`${formatMail(STORIES[name])}\n`).toMatchFileSnapshot(`golden/${name}.mail.txt`);
});

test("no golden file is left without its story", () => {
	const files = readdirSync(join(HERE, "golden"));
	const expected = Object.keys(STORIES).flatMap((name) => [`${name}.txt`, `${name}.mail.txt`]);
	expect(files.sort()).toEqual(expected.sort());
});

test("colours only decorate", () => {
	const colored = createPaint(true);
	for (const story of Object.values(STORIES)) {
		// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken away
		const bare = formatStory(story, colored).replaceAll(/\u001b\[\d+m/g, "");
		expect(bare).toBe(formatStory(story, createPaint(false)));
	}
});
