import type { Story } from "../../execution/story/story.ts";

/** Where a reader wants to go. */
export type Move =
	| { readonly kind: "next" | "back" | "start" | "end" | "climax" }
	| { readonly kind: "thread"; readonly thread: number }
	| { readonly kind: "step"; readonly step: number };

/**
 * The number of steps that have happened once a reader who is behind `at` steps has moved. One who cannot move stays. The climax is that
 * of the story, else the last step of its reason, else the end; a thread's next event is looked for after `at`.
 */
export function stepTarget(story: Story, at: number, move: Move): number {
	const { length } = story.steps;
	switch (move.kind) {
		case "next":
			return Math.min(length, at + 1);
		case "back":
			return Math.max(0, at - 1);
		case "start":
			return 0;
		case "end":
			return length;
		case "climax":
			return climaxOf(story);
		case "thread":
			return story.steps.find(({ number, thread }) => number > at && thread === move.thread)?.number ?? at;
		case "step":
			return Math.max(0, Math.min(length, Math.trunc(move.step) || 0));
	}
}

function climaxOf({ climax, reason, steps }: Story): number {
	if (climax !== undefined) return climax;
	const involved =
		reason?.kind === "cycle"
			? reason.cycles.flatMap(({ edges }) => edges.flatMap(({ from, to }) => [from, to]))
			: reason?.kind === "race"
				? [reason.first, reason.second]
				: [];
	return Math.min(steps.length, Math.max(0, ...involved)) || steps.length;
}
