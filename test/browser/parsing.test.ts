import fc from "fast-check";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formatPage } from "../../src/report/page/format-page.ts";
import { formatSvg } from "../../src/report/page/format-svg.ts";
import { anyStory } from "../report/page/story-arbitrary.ts";
import { printable } from "../report/page/well-formed.ts";
import { launchBrowser, openPage } from "./open-page.ts";

let browser: Browser;

beforeAll(async () => {
	browser = await launchBrowser();
});

afterAll(() => browser?.close());

test("a browser's parser takes every picture as XML, and finds the title that was put in", async () => {
	const page = await browser.newPage();
	const stories = fc.sample(anyStory, 60);
	const found = await page.evaluate(
		(svgs) =>
			svgs.map((svg) => {
				const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
				return parsed.querySelector("parsererror")?.textContent ?? parsed.querySelector("title")?.textContent;
			}),
		stories.map(formatSvg),
	);
	expect(found.map((title) => title?.replace(/\r\n?/g, "\n"))).toEqual(
		stories.map(({ title }) => printable(title).replace(/\r\n?/g, "\n")),
	);
	await page.close();
});

test("pages of random stories run: they step to their end without a complaint, and run nothing of the story", async () => {
	const stepped = anyStory.filter(({ steps }) => steps.length > 0);
	for (const story of fc.sample(stepped, 12)) {
		const { page, complaints } = await openPage(browser, story);
		await page.keyboard.press("End");
		expect(await page.textContent("#count")).toBe(`${story.steps.length} of ${story.steps.length}`);
		await page.keyboard.press("p");
		await page.keyboard.press("v");
		await page.keyboard.press("2");
		expect(await page.locator("script").count()).toBe(2);
		expect(complaints, JSON.stringify(story)).toEqual([]);
		await page.context().close();
	}
});

test("a hostile headline is text", async () => {
	const [story] = fc.sample(anyStory, 1);
	const headline = "</h1><img src=x onerror=alert(1)> & <b>";
	const { page, complaints } = await openPage(browser, { ...story, headline });
	expect(await page.textContent("h1")).toBe(headline);
	expect(formatPage({ ...story, headline })).not.toContain("<img");
	expect(complaints).toEqual([]);
	await page.context().close();
});
