import type { PaneContent, PaneName } from "./pane.ts";
import { paneContent } from "./pane-content.ts";
import type { Size, ViewerState } from "./viewer-state.ts";

/** The smallest terminal that a story can be stepped through on. */
export const SMALLEST: Size = { columns: 60, rows: 15 };

/** Lines above the panes, for the title and the headline, and below them, for the current step and the keys. */
export const ABOVE = 2;
/** See `ABOVE`. */
export const BELOW = 3;

/** A pane with its place on the screen. */
export interface PlacedPane {
	readonly name: PaneName;
	readonly content: PaneContent;
	readonly left: number;
	readonly top: number;
	readonly width: number;
	/** Its title's line counted. */
	readonly height: number;
	/** The index of the first line that is seen. */
	readonly first: number;
}

interface Draft {
	readonly name: PaneName;
	readonly content: PaneContent;
	height: number;
}

/** From left to right, and from top to bottom. */
const COLUMNS: readonly (readonly PaneName[])[] = [
	["steps", "ring", "reason"],
	["source", "memory", "views"],
];

/** What gives way first comes last. */
const IMPORTANCE: readonly PaneName[] = ["steps", "source", "ring", "reason", "memory", "views"];

/** The rows that a pane must have to be worth showing, title counted, if it has that much to show. */
const LEAST: Readonly<Record<PaneName, number>> = {
	steps: 6,
	source: 6,
	reason: 4,
	memory: 4,
	views: 4,
	ring: 13,
};

/**
 * The panes that are seen, each with its place: together they fill the screen between the lines above and below. The focused pane is always among them. None
 * if the terminal is smaller than `SMALLEST`.
 */
export function placePanes(state: ViewerState): readonly PlacedPane[] {
	const { size, playback, focus, isZoomed } = state;
	if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows) return [];
	const height = size.rows - ABOVE - BELOW;
	const groups = (isZoomed ? [[focus]] : COLUMNS)
		.map((names) => names.filter((name) => playback.panes.includes(name)))
		.filter((names) => names.length > 0);
	// One column between two panes is for the bar.
	const half = Math.floor((size.columns - 1) / 2);
	const widths = groups.length === 1 ? [size.columns] : [half, size.columns - 1 - half];
	return groups.flatMap((names, at) => {
		const left = at === 0 ? 0 : widths[0] + 1;
		return stack(fill(state, names, widths[at], height), left, widths[at], state);
	});
}

/** Chooses the panes of one column that fit, and gives them heights that add up to the column's. */
function fill(
	state: ViewerState,
	names: readonly PaneName[],
	width: number,
	height: number,
): readonly Draft[] {
	const urgency = (name: PaneName): number => (name === state.focus ? -1 : IMPORTANCE.indexOf(name));
	const chosen: Draft[] = [];
	let room = height;
	for (const name of [...names].sort((one, other) => urgency(one) - urgency(other))) {
		const content = paneContent(state, name, width);
		const least = Math.min(LEAST[name], Math.max(1, content.wanted) + 1);
		if (chosen.length > 0 && least > room) continue;
		chosen.push({ name, content, height: Math.min(least, room) });
		room -= Math.min(least, room);
	}
	// A row for each in turn, so that a pane which lacks little gets it even beside one that could take all.
	for (let short = chosen; room > 0 && short.length > 0; ) {
		short = short.filter(({ content, height: own }) => own < content.wanted + 1);
		for (const draft of short.slice(0, room)) draft.height++;
		room -= Math.min(room, short.length);
	}
	const widest = chosen.toSorted(
		(one, other) => IMPORTANCE.indexOf(one.name) - IMPORTANCE.indexOf(other.name),
	);
	widest[0].height += room;
	return chosen.toSorted((one, other) => names.indexOf(one.name) - names.indexOf(other.name));
}

function stack(
	drafts: readonly Draft[],
	left: number,
	width: number,
	state: ViewerState,
): readonly PlacedPane[] {
	let top = ABOVE;
	return drafts.map(({ name, content, height }) => {
		const first = firstLine(content, height - 1, state.scroll.get(name, 0));
		const placed = { name, content, left, top, width, height, first };
		top += height;
		return placed;
	});
}

/** Where a pane of so many rows begins: with the line to follow in its middle, and from there as far down as the reader scrolled. */
function firstLine({ lines, follow }: PaneContent, rows: number, scroll: number): number {
	const last = Math.max(0, lines.length - rows);
	const within = (line: number): number => Math.max(0, Math.min(last, line));
	return within(within(follow - Math.floor(rows / 2)) + scroll);
}

/** How much of its own accord a pane would begin further up than it does; what `ViewerState.scroll` may say of it. */
export function scrolledBy({ content, height, first }: PlacedPane): number {
	return first - firstLine(content, height - 1, 0);
}
