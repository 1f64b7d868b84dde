import { PANES } from "./pane.ts";
import { type Line, span } from "./span.ts";
import type { ViewerState } from "./viewer-state.ts";
import { climaxWords } from "./wording/climax-words.ts";
import { paneWords } from "./wording/pane-words.ts";

const KEY_WIDTH = 22;

/** All keys and signs, in lines that the smallest terminal holds. */
export function viewHelp({ playback }: ViewerState): readonly Line[] {
	const panes = PANES.filter(({ name }) => playback.panes.includes(name));
	const keys: readonly (readonly [string, string])[] = [
		["n, space, right", "one step on"],
		["p, backspace, left", "one step back"],
		["down or j, up or k", "in the steps a step; elsewhere scroll"],
		["PageDown, PageUp", "the same, ten at a time"],
		["Home or g, End or G", "before the first step, to the last"],
		["0 to 9", "on to the next step of that thread"],
		["], [", "next and previous step of this thread"],
		["v", `to ${climaxWords(playback.story.kind)}`],
		["Tab, Shift-Tab", "to the next pane, to the one before"],
		...[panes.slice(0, 3), panes.slice(3)].map((some): readonly [string, string] => [
			some.map(({ key }) => key).join(", "),
			some.map(({ name }) => paneWords(name)).join(", "),
		]),
		["Enter or z", "this pane alone, all panes"],
		["?", "this page; any key leaves it"],
		["q, Escape, Ctrl-C", "quit"],
		["▶ ! * in the steps", `where you are, ${climaxWords(playback.story.kind)}, the reason`],
	];
	return keys.map(([key, what]) => [span(` ${key}`.padEnd(KEY_WIDTH), "strong"), span(what)]);
}
