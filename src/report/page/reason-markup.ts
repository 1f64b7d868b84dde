import type { Story } from "../../execution/story/story.ts";
import { wordRace } from "../story/word-race.ts";
import { wordReason } from "../story/word-reason.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { threadClass } from "./picture/palette.ts";
import { type ReasonRow, reasonRows } from "./reason-rows.ts";
import { sayCycle } from "./say-cycle.ts";

const TITLES = {
	cycle: "Why it cannot happen",
	race: "Why they race",
	waits: "Who waits for what",
	values: "Why it cannot happen",
	circular: "Why it cannot happen",
} as const;

/** The panel with a story's reason, an edge a button; empty where it has none. */
export function reasonMarkup(story: Story): string {
	const { reason } = story;
	if (reason === undefined) return "";
	return `<section class="panel reason" aria-labelledby="reason-title"><h2 id="reason-title">${TITLES[reason.kind]}</h2>${body(story)}</section>`;
}

function body(story: Story): string {
	const { reason } = story;
	const rows = reasonRows(story);
	switch (reason?.kind) {
		case undefined:
			return "";
		case "cycle":
			return reason.cycles
				.map((cycle, group) => {
					const { demand, conclusion } = sayCycle(story, cycle);
					const items = rows.filter((row) => row.group === group);
					return paragraph("axiom", demand) + list(story, items) + paragraph("so", conclusion);
				})
				.join("");
		case "race": {
			// Between the first line and the gaps stand the two steps, which the list has.
			const [head, , , ...gaps] = wordRace(story, reason);
			return paragraph("axiom", head) + list(story, rows) + gaps.map((gap) => paragraph("so", gap)).join("");
		}
		case "waits":
			return list(story, rows);
		default:
			return reason === undefined
				? ""
				: wordReason(story, reason)
						.map((line) => paragraph("axiom", line))
						.join("");
	}
}

function paragraph(className: string, text: string): string {
	return text === "" ? "" : `<p class="${className}">${escapeMarkup(text)}</p>`;
}

function list(story: Story, rows: readonly ReasonRow[]): string {
	return `<ol>${rows.map((row) => `<li>${rowMarkup(story, row)}</li>`).join("")}</ol>`;
}

function rowMarkup(story: Story, { id, badge, title, names, from, to, kind }: ReasonRow): string {
	const ends = kind === "wait" ? [] : [...new Set([from, to])];
	const chain = names.length === 0 ? "" : `<span class="names">${escapeMarkup(names.join(" › "))}</span>`;
	return (
		`<button type="button" class="row" data-reason="${id}" aria-pressed="false"><span class="badge">${escapeMarkup(badge)}</span>` +
		`<span class="said"><span class="title">${escapeMarkup(title)}</span>${chain}${ends.map((step) => placeMarkup(story, step)).join("")}</span></button>`
	);
}

function placeMarkup(story: Story, number: number): string {
	const step = story.steps[number - 1];
	if (step?.place === undefined) return "";
	const { line, text } = step.place;
	return `<span class="place ${threadClass(step.thread)}"><span class="plate">${number}</span><code>${line}: ${escapeMarkup(text)}</code></span>`;
}
