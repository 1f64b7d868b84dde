import type { Story } from "../../execution/story/story.ts";
import type { StoryStep } from "../../execution/story/story-step.ts";
import { wordTiming } from "../story/word-timing.ts";
import { labelEvent } from "./label-event.ts";

/** A step as a sentence without a full stop, its thread first: `P1 reads flag = 1 (acquire), from step 3`. */
export function sayStep(story: Story, step: StoryStep): string {
	const { text, mark } = labelEvent(story, step);
	const thread = story.threads[step.thread]?.name ?? "";
	return mark === "" ? `${thread} ${text}` : `${thread} ${text} (${mark})${sayOrigin(step)}`;
}

/** Where a step's value comes from, behind a comma; empty for what does not read. */
function sayOrigin({ kind, from }: StoryStep): string {
	if (kind !== "R" || from === undefined) return "";
	return from === 0 ? ", the initial value" : `, from step ${from}`;
}

/** How a step lies to program order, as a sentence without a full stop; empty for one in order. */
export function sayTiming(step: StoryStep): string {
	return wordTiming(step) ?? "";
}
