import type { Story } from "../execution/story/story.ts";
import { createPaint } from "../report/paint.ts";

/** How a story is written. */
export interface StoryFormat {
	/**
	 * `text` for a terminal, `mail` in plain ASCII under 75 columns, `html` as a page to step through, `svg` as a picture, `dot` for Graphviz, `json` as data.
	 * `text` by default.
	 */
	readonly format?: "text" | "mail" | "html" | "svg" | "dot" | "json";
	/** Columns of text: 80 by default. */
	readonly width?: number;
	/** Whether text has colours for a terminal. */
	readonly color?: boolean;
	/** Whether text shows accesses, too, that no other thread can notice. */
	readonly all?: boolean;
}

/** Writes a story down. What makes a form is loaded when it is first asked for. */
export async function formatStory(story: Story, options: StoryFormat = {}): Promise<string> {
	const { format = "text", width = 80, color = false, all = false } = options;
	switch (format) {
		case "text": {
			const text = await import("../report/story/format-story.ts");
			return text.formatStory(story, createPaint(color), { all, width });
		}
		case "mail":
			return (await import("../report/story/format-mail.ts")).formatMail(story, { all });
		case "html":
			return (await import("../report/page/format-page.ts")).formatPage(story);
		case "svg":
			return (await import("../report/page/format-svg.ts")).formatSvg(story);
		case "dot":
			return (await import("../report/page/format-dot.ts")).formatDot(story);
		case "json":
			return (await import("../report/page/format-story-json.ts")).formatStoryJson(story);
	}
}
