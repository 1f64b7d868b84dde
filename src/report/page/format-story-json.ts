import type { Story } from "../../execution/story/story.ts";

/**
 * A story as JSON with a line feed at the end. The first member, `ringlit-story`, is the version of the shape: it grows when a
 * member changes its meaning or goes, and stays when one is added.
 */
export function formatStoryJson(story: Story): string {
	return `${JSON.stringify({ "ringlit-story": 1, ...story }, undefined, 2)}\n`;
}
