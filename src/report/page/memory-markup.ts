import type { Story } from "../../execution/story/story.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { type Held, memoryAt } from "./moment.ts";
import { threadClass } from "./picture/palette.ts";

/**
 * What the memory holds after the first `at` steps as a table, what threads share first; with a column a thread for
 * what it may still read there, where the story has that.
 */
export function memoryMarkup(story: Story, at: number): string {
	const held = memoryAt(story, at);
	const views = story.views?.[at];
	const order = [...story.cells.keys()].sort(
		(one, other) => Number(story.cells[other].isShared) - Number(story.cells[one].isShared) || one - other,
	);
	const columns = views === undefined ? [] : story.threads;
	const heads = columns.map(
		({ name }, thread) =>
			`<th scope="col" class="${threadClass(thread)}">${escapeMarkup(name)} <span class="said">may read</span></th>`,
	);
	const rows = order.map((cell) => {
		const { name, isShared } = story.cells[cell];
		const isNew = at > 0 && held[cell].writer === at;
		const classes = [...(isNew ? ["new"] : []), ...(isShared ? [] : ["own"])].join(" ");
		const seen = columns.map((_, thread) => viewCell(story, cell, held[cell], views?.[thread]?.[cell] ?? []));
		const writer = isShared || held[cell].writer > 0 ? writerMarkup(story, held[cell].writer) : "";
		return `<tr class="${classes}"><th scope="row">${breakable(name)}</th><td><b>${escapeMarkup(held[cell].value)}</b> ${writer}</td>${seen.join("")}</tr>`;
	});
	if (rows.length === 0) return '<p class="none">No step touches memory.</p>';
	return `<table><thead><tr><th scope="col">Location</th><th scope="col">Holds</th>${heads.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function writerMarkup(story: Story, writer: number): string {
	if (writer === 0) return '<span class="by">initially</span>';
	return `<span class="by ${threadClass(story.steps[writer - 1]?.thread ?? 0)}">step ${writer}</span>`;
}

/** The values that a thread may still read, each once: one that the memory no longer holds is marked as old. */
function viewCell(story: Story, cell: number, held: Held, writes: readonly number[]): string {
	const values = writes.map((write) => {
		const value = write === 0 ? story.cells[cell].initial : (story.steps[write - 1]?.value ?? "?");
		const isOld = write !== held.writer && value !== held.value;
		const note = isOld ? '<span class="note"> old</span>' : "";
		return `<span class="value${isOld ? " old" : ""}">${escapeMarkup(value)}${note}</span>`;
	});
	return `<td>${[...new Set(values)].join(" ")}</td>`;
}

/** A location's name, which a narrow page may break behind a dot. */
function breakable(name: string): string {
	return escapeMarkup(name).replaceAll(".", ".<wbr>");
}
