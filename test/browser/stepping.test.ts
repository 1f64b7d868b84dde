import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Story } from "../../src/execution/story/story.ts";
import { ringStory } from "../report/page/ring-story.ts";
import { allowed, deadlock, forbidden, race } from "../report/page/stories.ts";
import { launchBrowser, openPage } from "./open-page.ts";

let browser: Browser;

beforeAll(async () => {
	browser = await launchBrowser();
});

afterAll(() => browser?.close());

/** What the page shows of the moment: the counter, the current step, and what is marked as current in list, picture and source. */
async function shown(page: Page) {
	return page.evaluate(() => {
		const text = (selector: string): string => document.querySelector(selector)?.textContent?.trim() ?? "";
		const all = (selector: string): string[] =>
			[...document.querySelectorAll(selector)].map((found) => found.textContent ?? "");
		return {
			count: text("#count"),
			said: text("#said"),
			list: text('[aria-current="step"] .plate'),
			picture: text(".drawing .event.current .number"),
			ahead: new Set(
				[...document.querySelectorAll<SVGElement>(".event.ahead")].map((found) => found.dataset.step),
			).size,
			sources: all(".lines .here .line"),
			changed: text(".memory .new th"),
		};
	});
}

test("keys step through the story: list, picture, source and memory follow", async () => {
	const { page, complaints } = await openPage(browser, allowed);
	expect(await shown(page)).toEqual({
		count: "0 of 4",
		said: "Before the first of 4 steps",
		list: "",
		picture: "",
		ahead: 0,
		sources: [],
		changed: "",
	});
	await page.keyboard.press("n");
	expect(await shown(page)).toMatchObject({
		count: "1 of 4",
		list: "1",
		picture: "1",
		ahead: 3,
		sources: ["8"],
	});
	await page.keyboard.press("ArrowRight");
	await page.keyboard.press("ArrowDown");
	expect(await shown(page)).toEqual({
		count: "3 of 4",
		said: "Step 3 of 4: P0 writes x = 1 (once)",
		list: "3",
		picture: "3",
		ahead: 1,
		sources: ["7", "14"],
		changed: "x",
	});
	expect(await page.textContent("#now")).toContain("late: takes effect after step 1");
	await page.keyboard.press("p");
	expect((await shown(page)).count).toBe("2 of 4");
	await page.keyboard.press("ArrowLeft");
	await page.keyboard.press("ArrowUp");
	expect((await shown(page)).count).toBe("0 of 4");
	await page.keyboard.press("ArrowLeft");
	expect((await shown(page)).count).toBe("0 of 4");
	await page.keyboard.press("End");
	expect(await shown(page)).toMatchObject({ count: "4 of 4", ahead: 0, changed: "y" });
	await page.keyboard.press("Home");
	await page.keyboard.press("v");
	expect(await shown(page)).toMatchObject({ count: "2 of 4", picture: "2" });
	await page.keyboard.press("0");
	expect((await shown(page)).count).toBe("3 of 4");
	await page.keyboard.press("1");
	expect((await shown(page)).count).toBe("4 of 4");
	await page.keyboard.press("9");
	await page.keyboard.press("Control+Home");
	expect((await shown(page)).count).toBe("4 of 4");
	expect(complaints).toEqual([]);
	await page.context().close();
});

test("clicks on buttons, events, steps, lines and the slider lead there", async () => {
	const { page, complaints } = await openPage(browser, ringStory(4));
	await page.click("text=Next →");
	expect((await shown(page)).count).toBe("1 of 54");
	await page.click('[data-go="3"]');
	expect(await shown(page)).toMatchObject({ count: "3 of 54", list: "3", picture: "3" });
	await page.click('.drawing .event[data-step="6"]');
	expect((await shown(page)).count).toBe("6 of 54");
	await page.click("[data-move=back]");
	expect((await shown(page)).count).toBe("5 of 54");
	await page.click('[data-move=thread][data-thread="2"]');
	expect((await shown(page)).count).toBe("9 of 54");
	await page.click('.pane[data-thread="1"] [data-steps] >> nth=0');
	expect((await shown(page)).count).toBe("15 of 54");
	await page.click("[data-move=climax]");
	expect((await shown(page)).count).toBe("20 of 54");
	await page.click("[data-move=end]");
	expect((await shown(page)).count).toBe("54 of 54");
	await page.focus("#slider");
	await page.keyboard.press("ArrowLeft");
	expect((await shown(page)).count).toBe("53 of 54");
	await page.keyboard.press("p");
	expect((await shown(page)).count).toBe("52 of 54");
	await page.click("[data-move=start]");
	expect((await shown(page)).count).toBe("0 of 54");
	expect(complaints).toEqual([]);
	await page.context().close();
});

test("a focused button keeps its keys, and the stepping goes on from it", async () => {
	const { page } = await openPage(browser, forbidden);
	await page.focus("[data-move=next]");
	await page.keyboard.press("Space");
	expect((await shown(page)).count).toBe("1 of 4");
	await page.keyboard.press("Enter");
	expect((await shown(page)).count).toBe("2 of 4");
	await page.keyboard.press("n");
	await page.keyboard.press("n");
	await page.keyboard.press("n");
	expect((await shown(page)).count).toBe("4 of 4");
	expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Next →");
	expect(await page.getAttribute("[data-move=next]", "aria-disabled")).toBe("true");
	await page.context().close();
});

test("the ring, the memory and the positions are those of the moment", async () => {
	const { page } = await openPage(browser, ringStory(4));
	const ring = () => page.textContent("#ring");
	expect(await ring()).toContain("producer_pos 0");
	expect(await ring()).not.toContain("BUSY");
	for (let step = 0; step < 5; step++) await page.keyboard.press("n");
	expect(await ring()).toContain("P0, 8 B");
	expect(await ring()).toContain("BUSY");
	expect(await ring()).toContain("locked by P0");
	await page.keyboard.press("n");
	expect(await ring()).toContain("producer_pos 16");
	await page.keyboard.press("End");
	expect(await ring()).toContain("consumed");
	expect(await ring()).toContain("producer_pos 88");
	await page.context().close();
});

test("an edge of the reason is marked by pointing and by a click, with the steps that it joins", async () => {
	const { page, complaints } = await openPage(browser, forbidden);
	const marked = () =>
		page.evaluate(() => [
			...new Set(
				[...document.querySelectorAll<SVGElement>(".picture .event.marked")].map(
					({ dataset }) => dataset.step,
				),
			),
		]);
	await page.hover(".row[data-reason=reason-2]");
	expect((await marked()).toSorted()).toEqual(["1", "4"]);
	await page.hover("h1");
	expect(await marked()).toEqual([]);
	await page.click(".row[data-reason=reason-0]");
	await page.hover("h1");
	expect((await marked()).toSorted()).toEqual(["2", "3"]);
	expect(await page.getAttribute(".row[data-reason=reason-0]", "aria-pressed")).toBe("true");
	await page.keyboard.press("Escape");
	expect(await marked()).toEqual([]);
	await page.click(".drawing.full .badge[data-reason=reason-1]");
	expect((await marked()).toSorted()).toEqual(["1", "3"]);
	expect(await page.getAttribute(".row[data-reason=reason-1]", "class")).toContain("marked");
	expect((await shown(page)).count).toBe("0 of 4");
	expect(complaints).toEqual([]);
	await page.context().close();
});

test("? shows the keys; while they are shown nothing steps", async () => {
	const { page, complaints } = await openPage(browser, forbidden);
	await page.keyboard.press("?");
	expect(await page.isVisible("#help")).toBe(true);
	await page.keyboard.press("n");
	expect((await shown(page)).count).toBe("0 of 4");
	await page.keyboard.press("Escape");
	expect(await page.isVisible("#help")).toBe(false);
	await page.click("#help-open");
	await page.click("#help-close");
	expect(await page.isVisible("#help")).toBe(false);
	await page.keyboard.press("n");
	expect((await shown(page)).count).toBe("1 of 4");
	expect(complaints).toEqual([]);
	await page.context().close();
});

test("the address names the moment, so that it can be sent", async () => {
	const { page } = await openPage(browser, forbidden, {}, "#3");
	expect((await shown(page)).count).toBe("3 of 4");
	await page.keyboard.press("n");
	expect(new URL(page.url()).hash).toBe("#4");
	await page.evaluate(() => {
		location.hash = "#1";
	});
	await expect.poll(async () => (await shown(page)).count).toBe("1 of 4");
	const other = await openPage(browser, forbidden, {}, "#nonsense");
	expect((await shown(other.page)).count).toBe("0 of 4");
	await page.context().close();
	await other.page.context().close();
});

test("without scripts the whole story is there", async () => {
	const { page, complaints } = await openPage(browser, forbidden, { javaScriptEnabled: false });
	const text = await page.textContent("body");
	expect(text).toContain("Stepping needs scripts");
	expect(text).toContain("Why it cannot happen");
	expect(await page.isVisible("#bar")).toBe(false);
	expect(await page.isVisible(".drawing.full .event >> nth=0")).toBe(true);
	expect(complaints).toEqual([]);
	await page.context().close();
});

test("a race and a deadlock say who and what", async () => {
	const one = await openPage(browser, race);
	expect(await one.page.textContent(".reason")).toContain("step 1 and step 4 race");
	const other = await openPage(browser, deadlock);
	expect(await other.page.textContent(".reason")).toContain(
		"P0 waits at line 4, spin_lock(b), for the lock b, which P1 has held since step 4",
	);
	await other.page.hover(".row[data-reason=reason-0]");
	expect(await other.page.getAttribute('.drawing.full .event[data-step="4"]', "class")).toContain("marked");
	expect([...one.complaints, ...other.complaints]).toEqual([]);
	await one.page.context().close();
	await other.page.context().close();
});

test("a story without steps has its reason and its source, and nothing to step through", async () => {
	const story: Story = {
		...allowed,
		kind: "forbidden",
		steps: [],
		cells: [],
		views: [[[], []]],
		reason: { kind: "values" },
	};
	const { climax: _, ...still } = story;
	const { page, complaints } = await openPage(browser, still);
	expect(await page.textContent(".reason")).toContain("the code never computes such values");
	expect(await page.textContent("main")).toContain("WRITE_ONCE(*y, 1);");
	expect(await page.locator("#bar").count()).toBe(0);
	expect(await page.isVisible("#help-open")).toBe(false);
	expect(await page.isVisible("#theme")).toBe(true);
	await page.keyboard.press("n");
	expect(complaints).toEqual([]);
	await page.context().close();
});
