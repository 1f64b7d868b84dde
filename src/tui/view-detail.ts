import { wordEvent } from "../report/story/word-event.ts";
import { wordTiming } from "../report/story/word-timing.ts";
import { type Line, span } from "./span.ts";
import type { ViewerState } from "./viewer-state.ts";
import { climaxWords } from "./wording/climax-words.ts";
import { sourceName } from "./wording/source-name.ts";

/** Two lines on the current step: what it does, and the code that it comes from with what was noted there. */
export function viewDetail({ playback, current }: ViewerState): readonly Line[] {
	const { story, climax } = playback;
	if (current === undefined) return [[span("Before the first step. n goes on.", "quiet")], []];
	const { number, thread, place, notes, closing = [] } = current;
	const { name, role } = story.threads[thread];
	const who = role === undefined ? name : `${name}, ${role}`;
	const timing = wordTiming(current);
	const first = [
		span(`${number}. ${who}`, "strong"),
		...(number === climax ? [span(` (${climaxWords(story.kind)})`, "bad")] : []),
		span(`: ${wordEvent(story, current)}`, "strong"),
		...(timing === undefined ? [] : [span(` - ${timing}`, "doubtful")]),
	];
	const code = place === undefined ? [] : [`${sourceName(story, place.source)}:${place.line}: ${place.text}`];
	return [first, [span(`   ${[...code, ...notes, ...closing].join("   ")}`)]];
}
