import type { Story } from "../../execution/story/story.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { labelEvent } from "./label-event.ts";
import { threadClass } from "./picture/palette.ts";

/** All steps as a list of buttons. */
export function listMarkup(story: Story): string {
	const tag = story.kind === "allowed" ? "good" : "bad";
	const items = story.steps.map((step) => {
		const { text, mark } = labelEvent(story, step);
		const timing = step.timing === "inOrder" ? "" : `<span class="tag">${step.timing}</span>`;
		const climax = step.number === story.climax ? `<span class="tag ${tag}">here</span>` : "";
		return (
			`<li><button type="button" class="${threadClass(step.thread)}" data-go="${step.number}"><span class="plate">${step.number}</span>` +
			`<span class="who">${escapeMarkup(story.threads[step.thread]?.name ?? "")}</span><span class="what">${escapeMarkup(text)}</span>` +
			`<span class="mark">${escapeMarkup(mark)}</span>${timing}${climax}</button></li>`
		);
	});
	return `<section class="panel steps" aria-labelledby="steps-title"><h2 id="steps-title">Steps</h2><div class="scroll" tabindex="0" role="region" aria-label="All steps"><ol>${items.join("")}</ol></div></section>`;
}
