import type { Story } from "../../execution/story/story.ts";
import { reproduce } from "../story/reproduce.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { kindWords } from "./kind-words.ts";

/** The top of a page: what kind of story it is, its headline, what it was found in and how to bring it back. */
export function headMarkup(story: Story): string {
	const { text, isBad } = kindWords(story.kind);
	const command = reproduce(story, Number.POSITIVE_INFINITY, false)?.join("\n");
	const facts = [
		story.state && `<dt>Final state</dt><dd><code>${escapeMarkup(story.state)}</code></dd>`,
		command && `<dt>To see it again</dt><dd><code>${escapeMarkup(command)}</code></dd>`,
	].filter((fact) => fact);
	return `<header class="top">
<div class="about">
<p class="eyebrow"><span class="kind ${isBad ? "bad" : "good"}">${text}</span> <span class="test">${escapeMarkup(story.title)}</span> <span class="model">model ${escapeMarkup(story.model)}</span></p>
<h1>${escapeMarkup(story.headline)}</h1>
${facts.length === 0 ? "" : `<dl>${facts.join("")}</dl>`}
${story.remarks.map((remark) => `<p class="remark">${escapeMarkup(remark)}</p>`).join("\n")}
</div>
<div class="tools"><button type="button" id="theme" hidden>Colours: system</button><button type="button" id="help-open" hidden>Keys <kbd>?</kbd></button></div>
</header>`;
}
