import type { Story } from "../../../execution/story/story.ts";
import { element } from "./elements.ts";

/** The story that the page carries. It was written by the program that wrote this script, so its shape is taken for granted. */
export function readStory(): Story {
	const story: Story = JSON.parse(element("story", HTMLScriptElement).text);
	return story;
}
