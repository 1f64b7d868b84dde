import type { Story } from "../../execution/story/story.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { threadClass } from "./picture/palette.ts";
import { type SourceLine, sourceExcerpts } from "./source-lines.ts";

/**
 * A pane a thread with the lines that its steps come from. A line that has steps carries their numbers in `data-steps`, with
 * spaces between.
 */
export function sourceMarkup(story: Story): string {
	const panes = story.threads.map(({ name, role }, thread) => {
		const title = escapeMarkup(role === undefined ? name : `${name} ${role}`);
		const parts = sourceExcerpts(story, thread).map(({ source, lines }) => {
			const path = escapeMarkup(story.sources[source].path);
			return `<p class="path">${path}</p><ol class="lines">${lines.map(lineMarkup).join("")}</ol>`;
		});
		const body =
			parts.length === 0 ? '<p class="none">No step of this thread names a line.</p>' : parts.join("");
		return (
			`<section class="panel pane ${threadClass(thread)}" data-thread="${thread}" aria-label="Source of ${title}">` +
			`<h2><span class="dot"></span>${title}</h2><div class="scroll" tabindex="0" role="region" aria-label="Lines of ${title}">${body}</div></section>`
		);
	});
	return panes.join("");
}

function lineMarkup(line: SourceLine): string {
	if (line.kind === "gap") return `<li class="gap">${line.count} more lines</li>`;
	const steps = line.steps.length === 0 ? "" : ` class="touched" data-steps="${line.steps.join(" ")}"`;
	const number = line.steps.length === 0 ? "" : String(line.steps[0]);
	return `<li${steps}><span class="at">${number}</span><span class="line">${line.line}</span><code>${escapeMarkup(line.text) || " "}</code></li>`;
}
