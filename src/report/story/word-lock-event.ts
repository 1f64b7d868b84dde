import type { Story } from "../../execution/story/story.ts";
import type { StoryStep } from "../../execution/story/story-step.ts";
import { cellName } from "./cell-name.ts";

/** What one event at a spinlock does, in words; undefined if it is none. */
export function wordLockEvent(story: Story, step: StoryStep): string | undefined {
	const lock = `the lock ${cellName(story, step)}`;
	const since = (step.from ?? 0) > 0 ? ` since step ${step.from}` : "";
	for (const tag of step.tags)
		switch (tag) {
			case "LKR":
				return `finds ${lock} free${since}`;
			case "LKW":
				return `takes ${lock}`;
			case "UL":
				return step.kind === "F" ? `releases ${lock}, which it does not hold` : `releases ${lock}`;
			case "LF":
			case "RL":
				return `finds ${lock} taken${since}`;
			case "RU":
				return `finds ${lock} free${since}`;
		}
	return undefined;
}
