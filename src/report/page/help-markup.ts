import type { Story } from "../../execution/story/story.ts";
import { escapeMarkup } from "./escape-markup.ts";

/** The dialog that lists a page's keys. */
export function helpMarkup(story: Story): string {
	const threads = story.threads.slice(0, 10).map(({ name }) => escapeMarkup(name));
	const keys = threads.map((name, thread) => `${thread} for ${name}`).join(", ");
	const rows = [
		["<kbd>→</kbd> <kbd>↓</kbd> <kbd>n</kbd> <kbd>Space</kbd>", "next step"],
		["<kbd>←</kbd> <kbd>↑</kbd> <kbd>p</kbd>", "one step back"],
		["<kbd>Home</kbd> <kbd>End</kbd>", "before the first step, after the last"],
		["<kbd>v</kbd>", "to the step with which it has happened"],
		["<kbd>0</kbd> to <kbd>9</kbd>", `next event of a thread: ${keys}`],
		["<kbd>?</kbd>", "this list"],
		["<kbd>Esc</kbd>", "closes it, and lets go of a marked edge"],
	];
	return `<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title">Keys</h2>
<table class="keys">${rows.map(([key, meaning]) => `<tr><th scope="row">${key}</th><td>${meaning}</td></tr>`).join("")}</table>
<p>A click on an event, on a line of the source or on a step in the list goes there. A click on an edge of the reason marks it.</p>
<p>An event with a dashed frame takes effect out of its thread's program order; the small circle on the thread's line is where program order has it.</p>
<form method="dialog"><button type="submit" id="help-close">Close</button></form>
</dialog>`;
}
