import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { openPlayback } from "../../src/tui/playback.ts";
import { resize, update } from "../../src/tui/update.ts";
import { view } from "../../src/tui/view.ts";
import { ViewerState } from "../../src/tui/viewer-state.ts";
import { typed } from "./keys.ts";
import { randomStory } from "./random-story.ts";
import { ring } from "./ring-story.ts";
import { mp } from "./stories.ts";

const start = new ViewerState({ playback: openPlayback(mp) });
const press = (state: ViewerState, ...keys: readonly string[]): ViewerState => keys.reduce(update, state);
const screen = (state: ViewerState): string[] =>
	view(state).map((line) => line.map(({ text }) => text).join(""));
const shown = (state: ViewerState): string => screen(state).join("\n");

test("nothing is wider than the terminal, and all rows are filled, whatever the story and the size", () => {
	fc.assert(
		fc.property(
			randomStory,
			fc.record({ columns: fc.integer({ min: 1, max: 160 }), rows: fc.integer({ min: 1, max: 60 }) }),
			typed,
			(story, size, keys) => {
				const state = keys.reduce(update, new ViewerState({ playback: openPlayback(story), size }));
				const lines = screen(state);
				expect(lines).toHaveLength(size.rows);
				for (const line of lines) {
					expect(stringWidth(line, { countAnsiEscapeCodes: true })).toBe(size.columns);
					expect(line).not.toMatch(/\p{Cc}|\p{Cs}/u);
				}
			},
		),
		{ numRuns: 200 },
	);
});

test("the current step is pointed at, and late steps and the climax are marked", () => {
	const text = shown(press(start, "n"));
	expect(text).toMatch(/^▶ 1 P0 .*flag/m);
	expect(text).toMatch(/^ !3 P1 .*data/m);
	expect(text).toMatch(/^ {2}4 P0 late .*data/m);
	expect(text).toContain("step 1 of 4");
	expect(text.match(/▶/g)).toHaveLength(3);
});

test("the source shows where each thread is", () => {
	const text = shown(press(start, "v"));
	expect(text).toMatch(/│▶P1 +14 {5}int r1 = READ_ONCE/);
	expect(text).toMatch(/│ P0 +8 {5}WRITE_ONCE/);
	expect(text).toMatch(/│ +9 }/);
});

test("memory has values, who wrote them, and what the step reads or writes", () => {
	const written = shown(press(start, "n"));
	expect(written).toContain("│W flag = 1  P0, step 1");
	expect(written).toContain("│  data = 0  initially");
	expect(shown(press(start, "n", "n"))).toContain("│R flag = 1  P0, step 1");
	expect(shown(press(start, "n", "p"))).toBe(shown(start));
});

test("what may be read is listed by thread", () => {
	const text = shown(press(start, "n"));
	expect(text).toMatch(/P0 data {2}0 \(initially\)/);
	expect(text).toMatch(/flag {2}0 \(initially\) or 1 \(step 1\)/);
	const { views: _, ...without } = mp;
	expect(shown(start.set("playback", openPlayback(without)))).not.toContain("may still read");
});

test("the current step is told in full with its code, notes and timing", () => {
	const read = screen(press(start, "1"));
	expect(read.at(-3)).toContain("2. P1: ");
	expect(read.at(-2)).toContain("mp.litmus:13: int r0 = smp_load_acquire(flag);   seen(1)");
	expect(screen(press(start, "end")).at(-3)).toContain("late: takes effect after step 1");
	expect(screen(press(start, "v")).at(-3)).toContain("here: the outcome");
});

test("the reason has the state, the remarks and how to have it again", () => {
	const text = shown(press(start, "r"));
	expect(text).toContain("In the end: 1:r0=1; 1:r1=0;");
	expect(text).toContain("Note: the search did not see everything");
	expect(text).toMatch(/--replay \\ +│.*\n +1\.0\.2 +│/);
	expect(text).toMatch(/^═ What it shows ═+│/m);
});

test("a headline that is too long for the head is told in full by the reason", () => {
	const headline = "long words ".repeat(12).trim();
	const text = shown(press(start.set("playback", openPlayback({ ...mp, headline })), "r", "z"));
	expect(text.match(/long words/g)).toHaveLength(7 + 12);
	expect(shown(press(start, "r", "z")).match(/P1 sees the flag/g)).toHaveLength(1);
});

test("how to quit is told at every size", () => {
	for (const keys of [[], ["m"], ["r", "z"], ["s", "z"]])
		for (const [columns, rows] of [
			[60, 15],
			[80, 24],
		])
			expect(screen(resize(press(start, ...keys), { columns, rows })).at(-1)).toMatch(
				/ \? keys {2}q quit *$/,
			);
});

test("panes that there is no room for are named with their keys, and come when asked for", () => {
	const small = resize(start, { columns: 70, rows: 15 });
	expect(shown(small)).not.toContain("Each thread may still");
	expect(screen(small).at(-1)).toContain("w what may be read");
	expect(shown(press(small, "w"))).toContain("═ Each thread may still");
});

test("a pane can have the whole screen", () => {
	const text = shown(press(start, "s", "enter"));
	expect(text).toContain("int r0 = smp_load_acquire(flag);");
	expect(text).not.toContain("│");
	expect(screen(press(start, "s", "enter")).at(-1)).toContain("Enter all panes");
});

test("all panes fit on 120x40", () => {
	const text = shown(resize(start, { columns: 120, rows: 40 }));
	for (const title of ["Steps", "Source: mp.litmus", "Memory", "Each thread may still read", "What it shows"])
		expect(text).toContain(` ${title} `);
	expect(text).not.toMatch(/ of (?!4)\d+ ─/);
});

test("a terminal that is too small says how large it must be", () => {
	const text = shown(resize(start, { columns: 59, rows: 15 }));
	expect(text).toContain("This terminal is 59x15.");
	expect(text).toContain("60x15");
	expect(shown(resize(start, { columns: 60, rows: 14 }))).toContain("60x15");
	expect(shown(resize(start, { columns: 60, rows: 15 }))).toContain("Steps");
});

test("the keys fit the smallest terminal", () => {
	const lines = screen(press(resize(start, { columns: 60, rows: 15 }), "?"));
	expect(lines.join("\n")).toContain("q, Escape, Ctrl-C");
	expect(lines.join("\n")).not.toContain("…");
});

test("the ring is drawn as it is at the step", () => {
	const state = new ViewerState({ playback: openPlayback(ring), size: { columns: 120, rows: 40 } });
	expect(shown(state)).toMatch(/consumer_pos 0/);
	const later = press(state, "end");
	expect(shown(later)).toMatch(/producer_pos 32/);
	expect(shown(later)).toMatch(/consumer_pos 16/);
	expect(shown(later)).toMatch(/─ Ring ─/);
	expect(shown(press(state, "b"))).toMatch(/═ Ring ═/);
	const places = (text: string): number[] =>
		text.split("\n").flatMap((line, row) => (line.includes(" Ring ") ? [row] : []));
	expect(places(shown(later))).toEqual(places(shown(state)));
});

test("steps that the reason speaks of are marked, and the last of them decides", () => {
	const { climax: _, ...story } = mp;
	const race = openPlayback({
		...story,
		kind: "race",
		reason: { kind: "race", first: 1, second: 2, gaps: [] },
	});
	const text = shown(start.set("playback", race));
	expect(text).toMatch(/^ \*1 P0 /m);
	expect(text).toMatch(/^ !2 P1 /m);
	expect(text).toMatch(/^ {2}3 P1 /m);
	expect(text).toContain("v the race");
	expect(text).toContain("Why it is a race");
});

test("a title that is too long leaves the model and the step", () => {
	const long = openPlayback({ ...mp, title: "ring buffer ".repeat(20) });
	expect(screen(start.set("playback", long))[0]).toMatch(/^ring buffer .*… {2}model lkmm {2}step 0 of 4$/);
});

test("a story without steps can be looked at", () => {
	const { climax: _, views: __, ...story } = mp;
	const empty = openPlayback({ ...story, cells: [], steps: [], kind: "forbidden" });
	const state = press(start.set("playback", empty), "n", "v", "]", "[", "0", "end", "r");
	expect(state.step).toBe(0);
	expect(shown(state)).toContain("Why the model forbids it");
	expect(shown(state)).toContain("step 0 of 0");
});
