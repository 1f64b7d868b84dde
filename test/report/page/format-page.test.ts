import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPage } from "../../../src/report/page/format-page.ts";
import { allowed, deadlock, forbidden, race } from "./stories.ts";
import { anyStory } from "./story-arbitrary.ts";

const SCRIPT = /<script>(.*?)<\/script>/s;
const STORY = /<script type="application\/json" id="story">(.*?)<\/script>/s;

function hashOf(text: string): string {
	return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

test("the page's policy lets run nothing but its own script and style, and load nothing", () => {
	const page = formatPage(forbidden);
	const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
	const script = SCRIPT.exec(page)?.[1] ?? "";
	const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? "";
	expect(script.length).toBeGreaterThan(1000);
	expect(style.length).toBeGreaterThan(1000);
	expect(policy.split("; ")).toEqual([
		"default-src 'none'",
		`script-src ${hashOf(script)}`,
		`style-src ${hashOf(style)}`,
		"base-uri 'none'",
		"form-action 'none'",
	]);
	expect(page.replace(STORY, "")).not.toMatch(/https?:|\bsrc=|\bhref=|\bstyle="|\son\w+="|@import|url\(/);
});

test("no text of a story becomes markup, and the page's story is the one that was given", () => {
	fc.assert(
		fc.property(anyStory, (story) => {
			const page = formatPage(story);
			expect(page.match(/<script/g)).toHaveLength(2);
			expect(page.match(/<\/script/g)).toHaveLength(2);
			expect(page).not.toContain("<!--");
			const json = STORY.exec(page)?.[1] ?? "";
			expect(json).not.toMatch(/[<>]/);
			expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(story)));
		}),
		{ numRuns: 60 },
	);
});

test("a story has the panels that it has something for", () => {
	expect(formatPage(forbidden)).toContain("Why it cannot happen");
	expect(formatPage(race)).toContain("Why they race");
	expect(formatPage(deadlock)).toContain("Who waits for what");
	expect(formatPage(deadlock)).toContain("The search did not end: out of time (--timeout).");
	expect(formatPage(allowed)).not.toContain('class="panel reason"');
	expect(formatPage(allowed)).toContain("Memory, and what each thread may still read");
	expect(formatPage(allowed)).not.toContain('id="ring"');
	expect(formatPage(forbidden)).not.toContain("may still read");
});
