import fc from "fast-check";
import { expect, test } from "vitest";
import { formatSvg } from "../../../src/report/page/format-svg.ts";
import { ringStory } from "./ring-story.ts";
import { allowed, deadlock, forbidden, race } from "./stories.ts";
import { anyStory } from "./story-arbitrary.ts";
import { xmlFault } from "./well-formed.ts";

test("the check of XML finds faults", () => {
	expect(xmlFault('<a b="c"><d/>&lt;</a>')).toBeUndefined();
	for (const broken of [
		"<a>",
		"<a></b>",
		"<a>&</a>",
		"<a b=c/>",
		"<a/><b/>",
		"<a>\u0000</a>",
		'<a b="1" b="2"/>',
	])
		expect(xmlFault(broken), broken).toBeDefined();
});

test("every picture is one well-formed element, whatever texts the story has", () => {
	fc.assert(
		fc.property(anyStory, (story) => {
			expect(xmlFault(formatSvg(story))).toBeUndefined();
		}),
		{ numRuns: 150 },
	);
});

test("a picture says what it shows", () => {
	const svg = formatSvg(forbidden);
	expect(svg).toContain("<title>MP+rel+acq</title>");
	expect(svg).toContain("cannot happen: the steps would have to come before");
	expect(svg).toContain("@media (prefers-color-scheme: dark)");
	expect(svg).toContain("and an acquire");
	expect(svg).toContain("hb › ppo › fence › acq-po");
	expect(svg.match(/data-reason="reason-0"/g)).toHaveLength(2);
	expect(svg).not.toContain("undefined");
});

test("events out of order are marked, with a way from where program order has them", () => {
	expect(formatSvg(allowed).match(/class="ghost"/g)).toHaveLength(2);
	expect(formatSvg(allowed)).toContain("late: takes effect after step 1");
	expect(formatSvg(race)).not.toContain('ghost"');
});

test("races, waits and the ring at the end are drawn", () => {
	expect(formatSvg(race)).toContain('class="edge reason race"');
	expect(formatSvg(deadlock)).toContain("waits for b, taken");
	const ring = formatSvg(ringStory(3));
	expect(ring).toContain("The ring at the end");
	expect(ring).toContain("P0, 24 B");
	expect(ring).toContain("producer_pos 72");
});
