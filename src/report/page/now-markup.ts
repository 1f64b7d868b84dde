import type { Story } from "../../execution/story/story.ts";
import { fileName } from "../story/name-step.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { labelEvent } from "./label-event.ts";
import { threadClass } from "./picture/palette.ts";
import { sayStep, sayTiming } from "./say-step.ts";

/** The last of the first `at` steps: what happens, its source, how it lies to program order, what the code noted down before it. */
export function nowMarkup(story: Story, at: number): string {
	const step = story.steps[at - 1];
	if (step === undefined)
		return '<p class="event"><span class="what">Before the first step</span> <span class="mark">all locations hold their initial values; <kbd>→</kbd> steps on</span></p>';
	const { text, mark } = labelEvent(story, step);
	const thread = story.threads[step.thread]?.name ?? "";
	const { place, notes } = step;
	const origin =
		step.kind !== "R" || step.from === undefined || mark === ""
			? ""
			: step.from === 0
				? "initial value"
				: `from step ${step.from}`;
	const details = [mark, origin].filter((part) => part !== "").join(" · ");
	const timing = sayTiming(step);
	return [
		`<p class="event ${threadClass(step.thread)}"><span class="plate">${step.number}</span> <span class="who">${escapeMarkup(thread)}</span> `,
		`<span class="what">${escapeMarkup(text)}</span> <span class="mark">${escapeMarkup(details)}</span></p>`,
		'<p class="details">',
		place &&
			`<span class="where">${escapeMarkup(fileName(story, place.source))}:${place.line}</span> <code>${escapeMarkup(place.text)}</code> `,
		timing && `<span class="timing">${escapeMarkup(timing)}</span> `,
		notes.length > 0 && `<span class="notes">before it: ${escapeMarkup(notes.join("; "))}</span>`,
		"</p>",
	]
		.filter((part) => part)
		.join("");
}

/** The same in one line of plain text, for a reader who hears it. */
export function nowText(story: Story, at: number): string {
	const step = story.steps[at - 1];
	const count = story.steps.length;
	if (step === undefined) return `Before the first of ${count} steps`;
	const end = at === story.climax ? ". Here it has happened" : "";
	return `Step ${at} of ${count}: ${sayStep(story, step)}${end}`;
}
