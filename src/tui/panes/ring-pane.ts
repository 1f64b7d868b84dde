import type { PaneContent } from "../pane.ts";
import { printable } from "../printable.ts";
import { span } from "../span.ts";
import type { ViewerState } from "../viewer-state.ts";
import { ringLines } from "../wording/ring-lines.ts";

/** The ring as it is now. */
export function ringPane({ playback, step }: ViewerState, width: number): PaneContent {
	const frames = playback.story.ring ?? [];
	const frame = frames[step];
	const lines = frame === undefined ? [] : ringLines(frame, width).map((text) => [span(printable(text))]);
	// As many as any frame needs, so that panes keep their places while the reader steps.
	const wanted = Math.max(0, ...frames.map((other) => ringLines(other, width).length));
	return { title: "Ring", lines, wanted, follow: 0 };
}
