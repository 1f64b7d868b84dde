import fc from "fast-check";
import { expect, test } from "vitest";
import { placePanes } from "../../src/tui/layout.ts";
import { openPlayback } from "../../src/tui/playback.ts";
import { resize, update } from "../../src/tui/update.ts";
import { ViewerState } from "../../src/tui/viewer-state.ts";
import { typed } from "./keys.ts";
import { randomStory } from "./random-story.ts";
import { mp } from "./stories.ts";

const start = new ViewerState({ playback: openPlayback(mp) });
const press = (state: ViewerState, ...keys: readonly string[]): ViewerState => keys.reduce(update, state);

test.each([
	[["n"], 1],
	[["right", " "], 2],
	[["n", "n", "p"], 1],
	[["end", "left"], 3],
	[["G", "backspace"], 3],
	[["down", "j", "up"], 1],
	[["j", "k"], 0],
	[["pagedown"], 4],
	[["pagedown", "pageup"], 0],
	[["end", "n"], 4],
	[["p"], 0],
	[["end", "home"], 0],
	[["n", "g"], 0],
	[["v"], 3],
	[["end", "v"], 3],
	[["0"], 1],
	[["0", "0"], 4],
	[["1"], 2],
	[["1", "1", "1"], 3],
	[["9"], 0],
	[["]"], 1],
	[["]", "]"], 4],
	[["]", "]", "["], 1],
	[["n", "["], 1],
	[["x"], 0],
])("%j leads to step %i", (keys, step) => {
	expect(press(start, ...keys)).toMatchObject({ step, isOver: false });
});

test.each(["q", "escape", "ctrl-c", "ctrl-d"])("%s quits", (key) => {
	expect(press(start, key).isOver).toBe(true);
});

test("keys of panes and Tab move the focus", () => {
	expect(["m", "s", "w", "r", "t"].map((key) => press(start, key).focus)).toEqual([
		"memory",
		"source",
		"views",
		"reason",
		"steps",
	]);
	expect(press(start, "b").focus).toBe("steps");
	const round = ["steps", "source", "memory", "views", "reason", "steps"];
	expect(round.map((_, times) => press(start, ...Array(times).fill("tab")).focus)).toEqual(round);
	expect(press(start, "shift-tab").focus).toBe("reason");
	expect(press(start, "shift-tab", "tab").equals(start)).toBe(true);
});

test("help lies over all else, and Escape leaves it and the single pane before it quits", () => {
	const help = press(start, "n", "?");
	expect(help.isHelp).toBe(true);
	expect(press(help, "n")).toMatchObject({ isHelp: false, step: 1 });
	expect(press(help, "escape")).toMatchObject({ isHelp: false, isOver: false });
	expect(press(help, "q").isOver).toBe(true);
	expect(press(start, "enter", "escape")).toMatchObject({ isZoomed: false, isOver: false });
	expect(press(start, "z", "z").equals(start)).toBe(true);
});

test("a focused pane scrolls as far as it has lines, and the way back is as long", () => {
	const source = resize(press(start, "s"), { columns: 60, rows: 15 });
	const down = press(source, "down", "down");
	expect(down.step).toBe(0);
	const first = (state: ViewerState): number | undefined =>
		placePanes(state).find(({ name }) => name === "source")?.first;
	expect(first(down)).toBe((first(source) ?? 0) + 2);
	const far = press(source, ...Array(50).fill("pagedown"));
	expect(first(press(far, "up"))).toBe((first(far) ?? 0) - 1);
	expect(press(source, "down", "up").equals(source)).toBe(true);
	expect(press(source, "down", "n", "p").equals(press(source, "down"))).toBe(true);
});

test("the climax of a story without one is where its reason ends", () => {
	const { climax: _, ...story } = mp;
	expect(openPlayback(story).climax).toBe(4);
	expect(openPlayback({ ...story, reason: { kind: "race", first: 1, second: 2, gaps: [] } }).climax).toBe(2);
	const wait = { thread: 0, cell: 0, what: "lock", heldBy: 2 } as const;
	expect(openPlayback({ ...story, reason: { kind: "waits", waits: [wait] } }).climax).toBe(4);
	const edge = { names: ["co"], parts: [] };
	const cycles = [
		{
			axiom: "happens-before",
			test: "acyclic",
			edges: [
				{ from: 1, to: 3, ...edge },
				{ from: 3, to: 1, ...edge },
			],
		},
	] as const;
	expect(openPlayback({ ...story, reason: { kind: "cycle", cycles } }).climax).toBe(3);
});

const sizes = fc.record({
	columns: fc.integer({ min: 60, max: 200 }),
	rows: fc.integer({ min: 15, max: 60 }),
});

test("whatever is typed, the state stays whole", () => {
	fc.assert(
		fc.property(randomStory, sizes, typed, (story, size, keys) => {
			let state = new ViewerState({ playback: openPlayback(story), size });
			for (const key of keys) {
				state = update(state, key);
				expect(state.step).toBeGreaterThanOrEqual(0);
				expect(state.step).toBeLessThanOrEqual(story.steps.length);
				expect(state.playback.panes).toContain(state.focus);
				expect(state.isOver).toBe(false);
				const placed = placePanes(state);
				expect(placed.map(({ name }) => name)).toContain(state.focus);
				for (const { height, first, content } of placed) {
					expect(height).toBeGreaterThan(1);
					expect(first).toBeGreaterThanOrEqual(0);
					expect(first).toBeLessThanOrEqual(Math.max(0, content.lines.length - (height - 1)));
				}
			}
		}),
	);
});

test("a step on and a step back is no step at all", () => {
	const pairs = fc.constantFrom(["n", "p"], [" ", "backspace"], ["right", "left"]);
	fc.assert(
		fc.property(randomStory, sizes, typed, pairs, (story, size, keys, [on, back]) => {
			const state = keys.reduce(
				update,
				new ViewerState({ playback: openPlayback(story), size, isHelp: false }),
			);
			fc.pre(!state.isHelp);
			if (state.step < story.steps.length) {
				expect(update(state, on).step).toBe(state.step + 1);
				expect(update(update(state, on), back).equals(state)).toBe(true);
			}
			if (state.step > 0) expect(update(update(state, back), on).equals(state)).toBe(true);
		}),
	);
});
