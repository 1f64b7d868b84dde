import type { PaneContent } from "../pane.ts";
import { type Line, span } from "../span.ts";
import { padded, textWidth } from "../text-width.ts";
import type { ViewerState } from "../viewer-state.ts";
import { writtenWords } from "../wording/written-words.ts";

/** For each thread, and each location where threads meet, the writes that it may still read. A choice is marked. */
export function viewsPane({ playback, step, current }: ViewerState): PaneContent {
	const { story } = playback.short;
	const views = story.views?.[step] ?? [];
	const shared = [...story.cells.entries()].filter(([, { isShared }]) => isShared);
	const longest = Math.max(0, ...shared.map(([, { name }]) => textWidth(name)));
	const names = Math.max(0, ...story.threads.map(({ name }) => textWidth(name)));
	let follow = 0;
	const lines = story.threads.flatMap(({ name }, thread) => {
		if (thread === current?.thread) follow = thread * shared.length;
		return shared.map(([cell, { name: cellName }], at): Line => {
			const writes = views[thread]?.[cell] ?? [];
			const isNow = thread === current?.thread && cell === current.cell;
			const head = `${isNow ? "▶" : " "}${padded(at === 0 ? name : "", names)} `;
			const choices = writes.map((write) => writtenWords(story, cell, write)).join(" or ");
			return [
				span(head, thread === current?.thread ? "strong" : undefined),
				span(`${padded(cellName, longest)}  `),
				span(choices === "" ? "-" : choices, writes.length > 1 ? "doubtful" : "quiet"),
			];
		});
	});
	return { title: "Each thread may still read", lines, wanted: lines.length, follow };
}
