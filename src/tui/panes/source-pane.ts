import type { Story } from "../../execution/story/story.ts";
import type { StoryPlace } from "../../execution/story/story-step.ts";
import type { PaneContent } from "../pane.ts";
import { type Line, span } from "../span.ts";
import { padded, textWidth } from "../text-width.ts";
import type { ViewerState } from "../viewer-state.ts";
import { sourceName } from "../wording/source-name.ts";

/** The text that the current step comes from, with the places at which the threads have arrived; the current step's is pointed at. */
export function sourcePane(state: ViewerState): PaneContent {
	const { story, sources } = state.playback;
	const here = lastPlace(story, state.step);
	const source = here?.source ?? 0;
	const arrived = new Map<number, string[]>();
	const current = state.current?.thread;
	for (const [thread, last] of (state.now?.threads ?? []).entries()) {
		const place = story.steps[last - 1]?.place;
		if (place?.source !== source) continue;
		const names = arrived.get(place.line) ?? [];
		const name = story.threads[thread].name;
		arrived.set(place.line, thread === current ? [name, ...names] : [...names, name]);
	}
	const width = 1 + Math.max(0, ...story.threads.map(({ name }) => textWidth(name)));
	const digits = String(sources[source]?.length ?? 0).length;
	const isHere = (number: number): boolean =>
		number === here?.line && state.current?.place?.source === source && state.current.place.line === number;
	const lines = (sources[source] ?? []).map((text, index): Line => {
		const number = index + 1;
		const names = gutter(arrived.get(number) ?? []);
		const head = `${isHere(number) ? "▶" : " "}${padded(names, width)} ${String(number).padStart(digits)} `;
		return [
			span(head, isHere(number) ? "strong" : "quiet"),
			span(text, isHere(number) ? "strong" : undefined),
		];
	});
	return {
		title: `Source: ${sourceName(story, source)}`,
		lines,
		wanted: Math.max(0, ...sources.map(({ length }) => length)),
		follow: Math.max(0, (here?.line ?? firstLine(story)) - 1),
	};
}

/** Where the last step until now that has a place stands. */
function lastPlace({ steps }: Story, now: number): StoryPlace | undefined {
	for (let at = now; at > 0; at--) {
		const { place } = steps[at - 1];
		if (place !== undefined) return place;
	}
	return undefined;
}

/** Before the first step: the first line of the first source that any step comes from. */
function firstLine({ steps }: Story): number {
	const lines = steps.flatMap(({ place }) => (place?.source === 0 ? [place.line] : []));
	return lines.length === 0 ? 1 : Math.min(...lines);
}

/** The thread that is there; with a plus if it is not alone. */
function gutter([first = "", ...others]: readonly string[]): string {
	return others.length === 0 ? first : `${first}+`;
}
