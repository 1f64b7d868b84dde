import type { Story } from "../../execution/story/story.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { threadClass } from "./picture/palette.ts";
import { type ReasonRow, reasonRows } from "./reason-rows.ts";
import { sayAxiom } from "./say-axiom.ts";
import { sayPath } from "./say-path.ts";

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
	const rows = reasonRows(story);
	const groups = reason.kind === "cycle" ? reason.cycles.map((cycle) => sayAxiom(cycle)) : [""];
	const lists = groups.map((title, group) => {
		const head = title && `<p class="axiom">${escapeMarkup(title)}.</p>`;
		const items = rows.filter((row) => row.group === group).map((row) => `<li>${rowMarkup(story, row)}</li>`);
		return `${head}<ol>${items.join("")}</ol>`;
	});
	const race = reason.kind === "race" ? `<ul class="gaps">${gapItems(story)}</ul>` : "";
	return `<section class="panel reason" aria-labelledby="reason-title"><h2 id="reason-title">${TITLES[reason.kind]}</h2>${lists.join("")}${race}</section>`;
}

function rowMarkup(story: Story, { id, badge, title, names, parts, from, to, kind }: ReasonRow): string {
	const places =
		kind === "wait" ? "" : [...new Set([from, to])].map((step) => placeMarkup(story, step)).join("");
	const path = sayPath(parts);
	const chain = names.length === 0 ? "" : `<span class="names">${escapeMarkup(names.join(" › "))}</span>`;
	const steps = path.length < 2 ? "" : `<span class="path">${escapeMarkup(path.join("; "))}</span>`;
	return (
		`<button type="button" class="row" data-reason="${id}" aria-pressed="false"><span class="badge">${escapeMarkup(badge)}</span>` +
		`<span class="said"><span class="title">${escapeMarkup(title)}</span>${chain}${steps}${places}</span></button>`
	);
}

function placeMarkup(story: Story, number: number): string {
	const step = story.steps[number - 1];
	if (step?.place === undefined) return "";
	const { line, text } = step.place;
	return `<span class="place ${threadClass(step.thread)}"><span class="plate">${number}</span><code>${line}: ${escapeMarkup(text)}</code></span>`;
}

/** Between which steps an order is missing, in both directions. */
function gapItems(story: Story): string {
	if (story.reason?.kind !== "race") return "";
	return story.reason.gaps
		.map(({ from, to, reached, missing }) => {
			const far =
				reached === from
					? `nothing is known to come after step ${from}`
					: `what follows step ${from} is known as far as step ${reached}`;
			const near =
				missing === to
					? `nothing is known to come before step ${to}`
					: `what precedes step ${to} begins with step ${missing}`;
			return `<li>From ${from} to ${to}: ${far}, and ${near}; nothing leads from there to here.</li>`;
		})
		.join("");
}
