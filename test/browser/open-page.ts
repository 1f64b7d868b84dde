import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { Story } from "../../src/execution/story/story.ts";
import { formatPage } from "../../src/report/page/format-page.ts";
import { chromiumPath } from "./chromium-path.mjs";

/** A page that shows a story, and what went wrong in it: what the console says, errors of its script, requests to anywhere. */
export interface OpenPage {
	readonly page: Page;
	readonly complaints: readonly string[];
}

/** Starts the browser without a window. */
export function launchBrowser(): Promise<Browser> {
	const executablePath = chromiumPath();
	if (executablePath === undefined) throw new Error("no Chromium: see npm run test:browser");
	return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}

const ADDRESS = "http://story.invalid/";

/**
 * Opens a story's page as a server would hand it out, behind a network that answers nothing else. `fragment` is the part
 * behind `#`.
 */
export async function openPage(
	browser: Browser,
	story: Story,
	options: BrowserContextOptions = {},
	fragment = "",
): Promise<OpenPage> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on("console", (message) => complaints.push(`console: ${message.text()}`));
	page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
	await page.route("**/*", (route) => {
		const url = route.request().url();
		if (url === ADDRESS)
			return route.fulfill({ contentType: "text/html; charset=utf-8", body: formatPage(story) });
		complaints.push(`request: ${url}`);
		return route.abort();
	});
	await page.goto(`${ADDRESS}${fragment}`);
	return { page, complaints };
}
