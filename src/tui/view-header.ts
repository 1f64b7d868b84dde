import { fitLine, lineWidth } from "./fit-line.ts";
import { type Line, span } from "./span.ts";
import type { ViewerState } from "./viewer-state.ts";

/** Two lines: what the story is of and how far it is told, and what it shows. */
export function viewHeader({ playback, step, size }: ViewerState): readonly Line[] {
	const { title, model, headline, steps, kind } = playback.story;
	const place = span(` step ${step} of ${steps.length}`, "strong");
	const full = [span(`  model ${model} `, "quiet"), place];
	const right = lineWidth(full) <= size.columns / 2 ? full : [place];
	const mark = kind === "allowed" || kind === "forbidden" ? undefined : "bad";
	const left = fitLine([span(title, "strong")], size.columns - lineWidth(right));
	return [[...left, ...right], [span(headline, mark)]];
}
