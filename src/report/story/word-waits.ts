import type { Wait } from "../../execution/story/reason.ts";
import type { Story } from "../../execution/story/story.ts";
import { cellName } from "./cell-name.ts";
import { placeName } from "./name-step.ts";

/** Who waits for what, a line a thread, of any length. */
export function wordWaits(story: Story, waits: readonly Wait[]): string[] {
	return ["No thread can go on:", ...waits.map((wait) => `  ${wordWait(story, wait)}`)];
}

function wordWait(story: Story, { thread, cell, what, heldBy, lastRead, place }: Wait): string {
	const name = threadName(story, thread);
	const where = place === undefined ? "" : ` at ${placeName(story, place)}, ${place.text.replace(/;$/, "")},`;
	const lock = cellName(story, { cell });
	const seen = lastRead === undefined ? "" : `; it has last read step ${lastRead}`;
	if (what === "value")
		return `${name} waits${where} for another value of ${lock}, which nobody writes${seen}`;
	const holder = heldBy === undefined ? undefined : story.steps[heldBy - 1];
	if (heldBy === undefined || holder === undefined) return `${name} waits${where} for the lock ${lock}`;
	const who = holder.thread === thread ? `${name} itself` : threadName(story, holder.thread);
	const since = holder.place === undefined ? "" : ` (${placeName(story, holder.place)})`;
	return `${name} waits${where} for the lock ${lock}, which ${who} has held since step ${heldBy}${since}`;
}

function threadName(story: Story, thread: number): string {
	return story.threads[thread]?.name ?? `thread ${thread}`;
}
