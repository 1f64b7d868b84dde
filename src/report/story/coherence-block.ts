import type { Story, StoryCell } from "../../execution/story/story.ts";
import type { StoryStyle } from "./story-style.ts";
import { line, type TextLine } from "./text-line.ts";
import { wrapText } from "./wrap-text.ts";

/**
 * The order of the writes to each location that two threads write; locks are left out, of which the steps say all. Empty where there is no such
 * location.
 */
export function coherenceBlock(story: Story, style: StoryStyle): TextLine[] {
	const lines = story.cells
		.filter((cell) => isContended(story, cell))
		.flatMap((cell) => wrapText(`  ${orderOf(story, cell)}`, style.width - 2, "    "))
		.map((text) => line(`  ${text}`));
	if (lines.length === 0) return [];
	const head = wrapText("Writes to one location by several threads, in coherence order:", style.width);
	return [...head.map((text) => line(text)), ...lines];
}

function isContended({ steps }: Story, { writes }: StoryCell): boolean {
	const made = writes.flatMap((number) => steps[number - 1] ?? []);
	if (made.some(({ tags }) => tags.includes("LKW") || tags.includes("UL"))) return false;
	return new Set(made.map(({ thread }) => thread)).size > 1;
}

function orderOf({ steps, threads }: Story, { name, initial, writes }: StoryCell): string {
	const values = writes.map((number) => {
		const step = steps[number - 1];
		const thread = step === undefined ? "" : `${threads[step.thread]?.name ?? ""}, `;
		return `${step?.value ?? "?"} (${thread}step ${number})`;
	});
	return `${name}: ${[`${initial} initially`, ...values].join(", then ")}`;
}
