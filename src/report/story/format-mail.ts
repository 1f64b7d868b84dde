import type { Story } from "../../execution/story/story.ts";
import { createPaint } from "../paint.ts";
import type { StoryOptions } from "./format-story.ts";
import { storyLines } from "./story-lines.ts";
import { paintLine } from "./text-line.ts";

/** Lists of the kernel want no line longer. */
const MAIL_WIDTH = 74;

/**
 * A whole story as plain ASCII text to send to a mailing list: what was checked, the interleaving, why, and how to reproduce it. No line feed
 * at the end.
 */
export function formatMail(story: Story, options: Omit<StoryOptions, "width"> = {}): string {
	const paint = createPaint(false);
	const style = { width: MAIL_WIDTH, isAscii: true, showsAll: options.all ?? false };
	return storyLines(story, style)
		.map((pieces) => paintLine(pieces, paint))
		.join("\n");
}
