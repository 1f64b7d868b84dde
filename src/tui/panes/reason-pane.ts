import { reproduce } from "../../report/story/reproduce.ts";
import { wordReason } from "../../report/story/word-reason.ts";
import type { PaneContent } from "../pane.ts";
import { printable } from "../printable.ts";
import { type Line, span } from "../span.ts";
import { textWidth } from "../text-width.ts";
import type { ViewerState } from "../viewer-state.ts";
import { reasonTitle } from "../wording/reason-title.ts";
import { wrapWords } from "../wrap-words.ts";

/** What the story shows and why, what else there is to know, its final state and how to have it again. */
export function reasonPane({ playback, size }: ViewerState, width: number): PaneContent {
	const { story } = playback;
	const wrapped = (text: string, mark?: "strong" | "quiet" | "doubtful"): Line[] =>
		wrapWords(text, width, 2).map((line) => [span(line, mark)]);
	const reason = story.reason === undefined ? [] : wordReason(story, story.reason);
	const command = (reproduce(story, width, false) ?? []).map(
		(line): Line => [span(printable(line), "quiet")],
	);
	const parts = [
		// What the screen's head has whole is not said twice.
		textWidth(story.headline) <= size.columns ? [] : wrapped(story.headline, "strong"),
		reason.flatMap((line) => wrapped(line)),
		story.remarks.flatMap((remark) => wrapped(`Note: ${remark}`, "doubtful")),
		story.state === "" ? [] : wrapped(`In the end: ${story.state}`),
		command.length === 0 ? [] : [...wrapped("To see it again:"), ...command],
	].filter((part) => part.length > 0);
	const lines = parts.flatMap((part, at) => (at === 0 ? part : [[], ...part]));
	return { title: reasonTitle(story), lines, wanted: lines.length, follow: 0 };
}
