import { printable } from "./printable.ts";
import { type Line, span } from "./span.ts";
import type { ViewerState } from "./viewer-state.ts";
import { climaxWords } from "./wording/climax-words.ts";
import { stepWords } from "./wording/step-words.ts";
import { timingWords } from "./wording/timing-words.ts";

/** Two lines on the current step: what it does, and the code that it comes from with what was noted there. */
export function viewDetail({ playback, current }: ViewerState): readonly Line[] {
	const { story, climax } = playback;
	if (current === undefined) return [[span("Before the first step. n goes on.", "quiet")], []];
	const { number, thread, place, notes } = current;
	const { name, role } = story.threads[thread];
	const who = role === undefined ? name : `${name}, ${role}`;
	const timing = timingWords(current);
	const first = [
		span(printable(`${number}. ${who}: ${stepWords(story, current)}`), "strong"),
		...(timing === "" ? [] : [span(` - ${timing}`, "doubtful")]),
		...(number === climax ? [span(` - here: ${climaxWords(story.kind)}`, "bad")] : []),
	];
	const code =
		place === undefined ? [] : [`${story.sources[place.source]?.path ?? "?"}:${place.line}: ${place.text}`];
	return [first, [span(printable(`   ${[...code, ...notes].join("   ")}`))]];
}
