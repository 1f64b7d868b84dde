import type { Story } from "../../execution/story/story.ts";

/** What a location holds after some steps. */
export interface Held {
	readonly value: string;
	/** The step that wrote it, 0 for the initial value. */
	readonly writer: number;
}

/** What each location of a story holds after its first `at` steps. */
export function memoryAt(story: Story, at: number): readonly Held[] {
	const held: Held[] = story.cells.map(({ initial }) => ({ value: initial, writer: 0 }));
	for (const { number, kind, cell, value } of story.steps.slice(0, at))
		if (kind === "W" && cell !== undefined) held[cell] = { value: value ?? "?", writer: number };
	return held;
}

/** For each thread the last of its steps among the first `at`; undefined where it has none. */
export function lastSteps(story: Story, at: number): readonly (number | undefined)[] {
	const last: (number | undefined)[] = story.threads.map(() => undefined);
	for (const { number, thread } of story.steps.slice(0, at)) last[thread] = number;
	return last;
}
