import { expect, test } from "vitest";
import { memoryMarkup } from "../../../src/report/page/memory-markup.ts";
import { lastSteps, memoryAt } from "../../../src/report/page/moment.ts";
import { nowMarkup, nowText } from "../../../src/report/page/now-markup.ts";
import { sourceExcerpts } from "../../../src/report/page/source-lines.ts";
import { makeStory } from "./make-story.ts";
import { ringStory } from "./ring-story.ts";
import { allowed, forbidden } from "./stories.ts";

const plain = (markup: string): string =>
	markup
		.replace(/<[^>]*>/g, " ")
		.replace(/\s+/g, " ")
		.trim();

test("memory holds the last write so far", () => {
	expect(memoryAt(forbidden, 0)).toEqual([
		{ value: "0", writer: 0 },
		{ value: "0", writer: 0 },
	]);
	expect(memoryAt(forbidden, 4)).toEqual([
		{ value: "1", writer: 4 },
		{ value: "1", writer: 2 },
	]);
	expect(lastSteps(forbidden, 3)).toEqual([2, 3]);
	expect(lastSteps(forbidden, 1)).toEqual([undefined, 1]);
});

test("what a thread may still read stands beside what the memory holds", () => {
	expect(plain(memoryMarkup(allowed, 3))).toBe(
		"Location Holds P0 may read P1 may read y 0 initially 0 0 x 1 step 3 1 0 old 1",
	);
	expect(memoryMarkup(allowed, 3)).toContain('<tr class="new"><th scope="row">x</th>');
});

test("what only one thread touches comes last", () => {
	const rows = [...memoryMarkup(ringStory(1), 0).matchAll(/scope="row">([^<]*)/g)].map(([, name]) => name);
	expect(rows).toEqual(["rb.consumer_pos", "rb.producer_pos", "hdr[0].len", "rb.spinlock", "payload[0]"]);
});

test("the current step is told with its source and its timing", () => {
	expect(plain(nowMarkup(allowed, 3))).toBe(
		"3 P0 writes x = 1 once test.litmus:7 WRITE_ONCE(*x, 1); late: takes effect after step 1, which it precedes in program order",
	);
	expect(nowText(forbidden, 3)).toBe("Step 3 of 4: P1 reads flag = 1 (acquire), from step 2");
	expect(nowText(allowed, 2)).toBe(
		"Step 2 of 4: P1 reads x = 0 (once), the initial value. Here it has happened",
	);
	expect(nowText(forbidden, 0)).toBe("Before the first of 4 steps");
});

test("a thread's source is cut to what its steps come from", () => {
	const text = Array.from({ length: 40 }, (_, line) => `line ${line + 1}`).join("\n");
	const given = {
		title: "t",
		kind: "allowed" as const,
		headline: "h",
		threads: [{ name: "P0" }, { name: "P1" }],
	};
	const story = makeStory(given, text, [
		[0, "W", "x", "1", "Once", 20],
		[0, "W", "x", "2", "Once", 20],
		[0, "W", "x", "3", "Once", 29],
	]);
	const [{ lines }] = sourceExcerpts(story, 0);
	expect(lines.map((line) => (line.kind === "gap" ? `-${line.count}` : String(line.line))).join(" ")).toBe(
		"-16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 -8",
	);
	expect(lines[4]).toEqual({ kind: "line", line: 20, text: "line 20", steps: [1, 2] });
	expect(sourceExcerpts(story, 1)).toEqual([]);
});
