import type { Story } from "../../execution/story/story.ts";
import type { StoryPlace, StoryStep } from "../../execution/story/story-step.ts";
import { cellName } from "./cell-name.ts";
import { fenceName } from "./fence-name.ts";
import { orderingOf } from "./ordering-of.ts";

/**
 * A step as the subject of a sentence: `P0's release store to flag (line 9)`. The number 0, an initial write, is one to the location of the
 * step `beside`.
 */
export function nameStep(story: Story, number: number, beside?: number): string {
	const step = story.steps[number - 1];
	if (step === undefined) {
		const other = beside === undefined ? undefined : story.steps[beside - 1];
		return other?.cell === undefined ? "the initial write" : `the initial value of ${cellName(story, other)}`;
	}
	const thread = story.threads[step.thread]?.name ?? `thread ${step.thread}`;
	const where = step.place === undefined ? `step ${number}` : placeName(story, step.place);
	return `${thread}'s ${nounOf(story, step)} (${where})`;
}

/** Where a line stands: `line 9` in the test itself, `commit.h:12` elsewhere. */
export function placeName(story: Story, { source, line }: Pick<StoryPlace, "source" | "line">): string {
	return source === 0 ? `line ${line}` : `${fileName(story, source)}:${line}`;
}

/** The name of a source without its folders, and without the brackets of one that comes with ringlit. */
export function fileName(story: Story, source: number): string {
	const path = story.sources[source]?.path ?? "";
	return path.replace(/^<(.*)>$/, "$1").replace(/^.*[/\\]/, "");
}

function nounOf(story: Story, step: StoryStep): string {
	const cell = cellName(story, step);
	for (const tag of step.tags)
		switch (tag) {
			case "LKR":
			case "LKW":
				return `lock of ${cell}`;
			case "UL":
				return `unlock of ${cell}`;
			case "LF":
			case "RL":
			case "RU":
				return `look at the lock ${cell}`;
		}
	if (step.kind === "F" || step.tags.some((tag) => /^srcu-/i.test(tag))) return fenceName(step.tags);
	const ordering = orderingOf(step);
	const kind = ordering === "relaxed" ? "" : `${ordering === "full barrier" ? "fully ordered" : ordering} `;
	const update = step.tags.includes("RMW") ? "RMW " : "";
	return `${kind}${update}${step.kind === "R" ? "load of" : "store to"} ${cell}`;
}
