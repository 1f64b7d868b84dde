import type { StoryThread } from "../../execution/story/story.ts";
import { cutText, padText } from "./fit-text.ts";
import type { ThreadPlaces } from "./place-threads.ts";
import { line, type TextLine } from "./text-line.ts";
import { textWidth } from "./text-width.ts";

/** What stands over the steps: the threads' names, with what they are where there is room for it, and a rule under each column. */
export function threadHead(
	threads: readonly StoryThread[],
	{ isStaggered, starts }: ThreadPlaces,
	labels: { readonly start: number; readonly width: number },
	width: number,
): TextLine[] {
	const columns = isStaggered ? [...starts] : [...starts].slice(0, 1);
	let titles = " ".repeat(labels.start) + "step".padStart(labels.width);
	let rules = " ".repeat(labels.start) + "-".repeat(labels.width);
	for (const [at, [thread, start]] of columns.entries()) {
		const room = (columns[at + 1]?.[1] ?? width + 2) - start - 2;
		const title = isStaggered ? cutText(titleOf(threads[thread], room), room) : "";
		titles = padText(titles, start) + title;
		rules = padText(rules, start) + "-".repeat(room);
	}
	return [line(titles, "strong"), line(rules, "quiet")];
}

function titleOf(thread: StoryThread | undefined, room: number): string {
	if (thread === undefined) return "";
	const { name, role } = thread;
	return role !== undefined && textWidth(`${name} ${role}`) <= room ? `${name} ${role}` : name;
}
