import type { PaneContent } from "../pane.ts";
import { type Line, span } from "../span.ts";
import { padded, textWidth } from "../text-width.ts";
import type { ViewerState } from "../viewer-state.ts";
import { writerWords } from "../wording/writer-words.ts";

const LONGEST_VALUE = 24;

/** What each location holds and who wrote it, locations where threads meet first. `R` and `W` stand at what the current step reads or writes. */
export function memoryPane(state: ViewerState): PaneContent {
	const { snapshots, short } = state.playback;
	const { story, prefix } = short;
	const order = [...story.cells.keys()].sort(
		(one, other) => Number(story.cells[other].isShared) - Number(story.cells[one].isShared) || one - other,
	);
	const names = order.map((cell) => story.cells[cell].name);
	const longest = Math.max(0, ...names.map(textWidth));
	const values = [
		...story.cells.map(({ initial }) => initial),
		...story.steps.map(({ value }) => value ?? ""),
	];
	const room = Math.min(LONGEST_VALUE, Math.max(0, ...values.map((value) => textWidth(value))));
	const lines = order.map((cell, at): Line => {
		const isNow = state.current?.cell === cell;
		const { value = "?", writer = 0 } = snapshots.get(state.step)?.cells.get(cell) ?? {};
		return [
			span(
				`${isNow ? state.current?.kind : " "} ${padded(names[at], longest)} = `,
				isNow ? "strong" : undefined,
			),
			span(`${padded(value, room)}  `, isNow ? "strong" : undefined),
			span(writerWords(story, writer), "quiet"),
		];
	});
	const follow = state.current?.cell === undefined ? 0 : order.indexOf(state.current.cell);
	return {
		title: prefix === "" ? "Memory" : `Memory (${prefix.slice(0, -1)})`,
		lines,
		wanted: lines.length,
		follow,
	};
}
