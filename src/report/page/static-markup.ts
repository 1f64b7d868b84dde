import type { Story } from "../../execution/story/story.ts";
import { escapeMarkup } from "./escape-markup.ts";
import type { MainPart } from "./page-body.ts";
import { reasonMarkup } from "./reason-markup.ts";

/** The main part of a page whose story has no steps, because there is no execution: the reason, and the sources in full. */
export function staticMarkup(story: Story): MainPart {
	const sources = story.sources.map(({ path, text }) => {
		const name = escapeMarkup(path);
		const lines = text.replace(/\n$/, "").split("\n");
		const items = lines.map((line, at) => {
			const code = escapeMarkup(line.replace(/\r$/, "").replaceAll("\t", "    ")) || " ";
			return `<li><span class="line">${at + 1}</span><code>${code}</code></li>`;
		});
		return `<section class="panel pane" aria-label="${name}"><h2>${name}</h2><div class="scroll" tabindex="0" role="region" aria-label="Lines of ${name}"><ol class="lines">${items.join("")}</ol></div></section>`;
	});
	return { markup: `${reasonMarkup(story)}\n${sources.join("\n")}`, style: "" };
}
