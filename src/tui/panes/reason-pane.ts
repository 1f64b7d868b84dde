import type { PaneContent } from "../pane.ts";
import { printable } from "../printable.ts";
import { type Line, span } from "../span.ts";
import type { ViewerState } from "../viewer-state.ts";
import { reasonTitle } from "../wording/reason-title.ts";
import { reasonWords } from "../wording/reason-words.ts";
import { wrapWords } from "../wrap-words.ts";

/** What the story shows and why, what else there is to know, its final state and how to have it again. */
export function reasonPane({ playback }: ViewerState, width: number): PaneContent {
	const { story } = playback;
	const wrapped = (text: string, mark?: "strong" | "quiet" | "doubtful"): Line[] =>
		wrapWords(printable(text), width, 2).map((line) => [span(line, mark)]);
	const reason = story.reason === undefined ? [] : reasonWords(story, story.reason);
	const parts = [
		wrapped(story.headline, "strong"),
		reason.flatMap((line) => wrapped(line)),
		story.remarks.flatMap((remark) => wrapped(`Note: ${remark}`, "doubtful")),
		story.state === "" ? [] : wrapped(`In the end: ${story.state}`),
		story.replay === undefined ? [] : wrapped(`To have it again: --replay ${story.replay}`, "quiet"),
	].filter((part) => part.length > 0);
	const lines = parts.flatMap((part, at) => (at === 0 ? part : [[], ...part]));
	return { title: reasonTitle(story), lines, wanted: lines.length, follow: 0 };
}
