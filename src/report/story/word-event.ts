import type { Story } from "../../execution/story/story.ts";
import type { StoryStep } from "../../execution/story/story-step.ts";
import { cellName } from "./cell-name.ts";
import { fenceName } from "./fence-name.ts";
import { orderingOf } from "./ordering-of.ts";
import { wordLockEvent } from "./word-lock-event.ts";

/** What an event does, in words, but not when it does it: `reads flag = 1 from step 3 (acquire)`. */
export function wordEvent(story: Story, step: StoryStep): string {
	const lock = wordLockEvent(story, step);
	if (lock !== undefined) return lock;
	const cell = cellName(story, step);
	const section = step.tags.map((tag) => tag.toLowerCase()).find((tag) => /^srcu-(un)?lock$/.test(tag));
	if (section === "srcu-lock") return `enters a read-side critical section of ${cell}`;
	if (section === "srcu-unlock") return `leaves the read-side critical section of ${cell}`;
	if (step.kind === "F") {
		const name = fenceName(step.tags);
		return step.cell === undefined ? name : name.replace(/\(\)$/, `(${cell})`);
	}
	const ordering = orderingOf(step);
	const mark = ordering === "relaxed" ? "" : ` (${ordering})`;
	const value = valueShown(step);
	if (step.kind === "W") return `writes ${cell}${value}${mark}`;
	const failed = step.tags.includes("RMW") && step.partner === undefined ? ", and writes nothing" : "";
	return `reads ${cell}${value}${source(step)}${failed}${mark}`;
}

/** What a read-modify-write does whose halves take effect one right after the other. */
export function wordUpdate(story: Story, read: StoryStep, write: StoryStep): string {
	if (read.tags.includes("LKR")) {
		const free = (read.from ?? 0) > 0 ? `, free since step ${read.from}` : "";
		return `takes the lock ${cellName(story, read)}${free}`;
	}
	const marks = [...new Set([orderingOf(read), orderingOf(write)])].filter((mark) => mark !== "relaxed");
	const mark = marks.length === 0 ? "" : ` (${marks.join(", ")})`;
	const written = write.value === undefined ? "writes it" : `writes ${write.value}`;
	return `RMW: reads ${cellName(story, read)}${valueShown(read)}${source(read)}, ${written}${mark}`;
}

function valueShown({ value }: StoryStep): string {
	return value === undefined ? "" : ` = ${value}`;
}

function source({ from }: StoryStep): string {
	if (from === undefined) return "";
	return from === 0 ? ", the initial value" : ` from step ${from}`;
}
