import { wordEvent } from "../../report/story/word-event.ts";
import type { PaneContent } from "../pane.ts";
import { type Line, span } from "../span.ts";
import { padded, textWidth } from "../text-width.ts";
import type { ViewerState } from "../viewer-state.ts";

/** All steps in the order of telling; the last one that has happened is pointed at, and those to come are dim. */
export function stepsPane({ playback, step: now }: ViewerState): PaneContent {
	const { climax, reasonSteps } = playback;
	const { story } = playback.short;
	const digits = String(story.steps.length).length;
	const names = Math.max(0, ...story.threads.map(({ name }) => textWidth(name)));
	const start: Line = [
		span(`${now === 0 ? "▶" : " "} ${"0".padStart(digits)} before the first step`, "quiet"),
	];
	const lines = story.steps.map((step): Line => {
		const isNow = step.number === now;
		const mark = isNow ? "strong" : step.number > now ? "quiet" : undefined;
		const name = padded(story.threads[step.thread].name, names);
		const sign = step.number === climax ? "!" : reasonSteps.has(step.number) ? "*" : " ";
		const head = `${isNow ? "▶" : " "}${sign}${String(step.number).padStart(digits)} ${name} `;
		const timing = step.timing === "inOrder" ? [] : [span(`${step.timing} `, "doubtful")];
		return [span(head, mark), ...timing, span(wordEvent(story, step), mark)];
	});
	return { title: "Steps", lines: [start, ...lines], wanted: lines.length + 1, follow: now };
}
