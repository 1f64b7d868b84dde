import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Story } from "../../src/execution/story/story.ts";
import { formatSvg } from "../../src/report/page/format-svg.ts";
import { ringStory } from "../report/page/ring-story.ts";
import { allowed, deadlock, forbidden, race } from "../report/page/stories.ts";
import { measurePage } from "./measure.ts";
import { launchBrowser, openPage } from "./open-page.ts";

let browser: Browser;

beforeAll(async () => {
	browser = await launchBrowser();
});

afterAll(() => browser?.close());

/** Where to keep pictures of the pages for somebody to look at; nowhere if it is not set. */
const SHOTS = process.env.SCREENSHOTS;

const stories: Readonly<Record<string, Story>> = { allowed, deadlock, forbidden, race, ring: ringStory(6) };

const settings = (["light", "dark"] as const).flatMap((colorScheme) =>
	[1280, 400].map((width) => ({ colorScheme, width })),
);

for (const { colorScheme, width } of settings)
	test(`${colorScheme} at ${width}: everything can be read, and the page does not scroll sideways`, async () => {
		for (const [name, story] of Object.entries(stories)) {
			const viewport = { width, height: 900 };
			const { page, complaints } = await openPage(browser, story, { colorScheme, viewport });
			for (const at of [0, Math.ceil(story.steps.length / 2)]) {
				await page.evaluate((step) => {
					location.hash = `#${step}`;
				}, at);
				await expect.poll(() => page.textContent("#count")).toBe(`${at} of ${story.steps.length}`);
				expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(width);
				expect(await page.evaluate(measurePage), `${name} at ${at}`).toEqual([]);
				if (SHOTS) {
					await page.waitForTimeout(400);
					await page.screenshot({
						path: join(SHOTS, `${name}-${at}-${colorScheme}-${width}.png`),
						fullPage: true,
					});
				}
			}
			await page.keyboard.press("?");
			expect(await page.evaluate(measurePage), `${name}, help`).toEqual([]);
			expect(complaints).toEqual([]);
			await page.context().close();
		}
	});

test("the switch goes from the system's colours to light, to dark, and back", async () => {
	const { page } = await openPage(browser, forbidden, { colorScheme: "dark" });
	const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	const dark = await background();
	await page.click("#theme");
	const light = await background();
	expect(light).not.toBe(dark);
	expect(await page.textContent("#theme")).toBe("Colours: light");
	await page.click("#theme");
	expect(await background()).toBe(dark);
	await page.click("#theme");
	expect(await page.textContent("#theme")).toBe("Colours: system");
	expect(await background()).toBe(dark);
	await page.context().close();
});

test("the focus shows, and goes from the bar to the panels", async () => {
	const { page } = await openPage(browser, forbidden);
	const outlines: string[] = [];
	for (let press = 0; press < 22; press++) {
		await page.keyboard.press("Tab");
		outlines.push(
			await page.evaluate(() => {
				const { activeElement } = document;
				if (activeElement === null || activeElement === document.body) return "nowhere";
				return getComputedStyle(activeElement).outlineStyle;
			}),
		);
	}
	expect(new Set(outlines)).toEqual(new Set(["solid"]));
	await page.context().close();
});

test("the current event is in sight, without the page moving", async () => {
	const { page } = await openPage(browser, ringStory(12), { reducedMotion: "reduce" });
	for (const key of ["End", "p", "Home", "n", "v", "End"]) {
		await page.keyboard.press(key);
		const place = await page.evaluate(() => {
			const event = document.querySelector(".drawing .event.current")?.getBoundingClientRect();
			return event && { top: event.top, bottom: event.bottom, height: innerHeight, scrolled: scrollY };
		});
		if (key === "Home") expect(place).toBeUndefined();
		else {
			expect(place?.top).toBeGreaterThan(0);
			expect(place?.bottom).toBeLessThan(place?.height ?? 0);
			expect(place?.scrolled).toBe(0);
		}
	}
	await page.context().close();
});

test("with less motion asked for nothing moves by itself", async () => {
	const { page } = await openPage(browser, forbidden, { reducedMotion: "reduce" });
	const moving = await page.evaluate(
		() =>
			[...document.querySelectorAll("*")].filter((found) => {
				const { transitionDuration, animationName } = getComputedStyle(found);
				return transitionDuration !== "0s" || animationName !== "none";
			}).length,
	);
	expect(moving).toBe(0);
	await page.context().close();
});

test("a picture alone is light or dark as the reader's system is", async () => {
	for (const [scheme, expected] of [
		["light", "rgb(255, 255, 255)"],
		["dark", "rgb(21, 24, 28)"],
	] as const) {
		const context = await browser.newContext({ colorScheme: scheme });
		const page = await context.newPage();
		await page.setContent(formatSvg(ringStory(3)));
		expect(
			await page.evaluate(() => {
				const paper = document.querySelector(".paper");
				return paper && getComputedStyle(paper).fill;
			}),
		).toBe(expected);
		expect(await page.evaluate(measurePage)).toEqual([]);
		await context.close();
	}
});
