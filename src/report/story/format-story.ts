import type { Story } from "../../execution/story/story.ts";
import type { Paint } from "../paint.ts";
import { storyLines } from "./story-lines.ts";
import { paintLine } from "./text-line.ts";

/** What may be asked of a story's text. */
export interface StoryOptions {
	/** Columns of the terminal, 80 if not said. */
	readonly width?: number;
	/** Shows accesses, too, that no other thread can notice. */
	readonly all?: boolean;
}

/** A whole story as text for a terminal of 80 columns; colours only decorate. No line feed at the end. */
export function formatStory(story: Story, paint: Paint, options: StoryOptions = {}): string {
	const style = { width: options.width ?? 80, isAscii: false, showsAll: options.all ?? false };
	return storyLines(story, style)
		.map((pieces) => paintLine(pieces, paint))
		.join("\n");
}
