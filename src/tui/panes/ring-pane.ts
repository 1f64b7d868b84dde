import type { RingFrame } from "../../execution/story/ring-frame.ts";
import { drawRing } from "../../report/ring/draw-ring.ts";
import type { PaneContent } from "../pane.ts";
import { type Line, span } from "../span.ts";
import type { ViewerState } from "../viewer-state.ts";

/** Drawings that have been asked for, by the ring's frames and the width. */
const drawn = new WeakMap<readonly RingFrame[], Map<number, readonly (readonly Line[])[]>>();

/** The ring as it is now. All moments are drawn when the first one is, so that it is known how much room the largest needs. */
export function ringPane({ playback, step }: ViewerState, width: number): PaneContent {
	const drawings = drawingsOf(playback.story.ring ?? [], width);
	const wanted = Math.max(0, ...drawings.map(({ length }) => length));
	return { title: "Ring", lines: drawings[step] ?? [], wanted, follow: 0 };
}

function drawingsOf(frames: readonly RingFrame[], width: number): readonly (readonly Line[])[] {
	const byWidth = drawn.get(frames) ?? new Map<number, readonly (readonly Line[])[]>();
	drawn.set(frames, byWidth);
	const known = byWidth.get(width);
	if (known !== undefined) return known;
	const drawings = frames.map((frame) => drawRing(frame, width).map((text): Line => [span(text)]));
	byWidth.set(width, drawings);
	return drawings;
}
