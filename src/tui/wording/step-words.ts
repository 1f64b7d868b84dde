import type { Story } from "../../execution/story/story.ts";
import type { StoryStep } from "../../execution/story/story-step.ts";

/** What a step does, without its number, its thread and whether it is late or early. */
export function stepWords(story: Story, step: StoryStep): string {
	const tags = step.tags.filter((tag) => tag !== "RMW").join(", ");
	if (step.cell === undefined) return tags === "" ? "fence" : tags;
	const verb = step.kind === "R" ? "reads" : step.kind === "W" ? "writes" : "is at";
	const value = step.value === undefined ? "" : ` = ${step.value}`;
	const seen = step.from === undefined ? "" : step.from === 0 ? ", initially" : `, from ${step.from}`;
	return `${verb} ${story.cells[step.cell].name}${value} (${tags === "" ? "plain" : tags})${seen}`;
}
