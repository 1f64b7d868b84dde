import { PANES, type PaneName } from "./pane.ts";
import { type Line, span } from "./span.ts";
import type { ViewerState } from "./viewer-state.ts";
import { climaxWords } from "./wording/climax-words.ts";
import { paneWords } from "./wording/pane-words.ts";

/** The most important keys, and those of panes that there is no room for, as many as have room; how to quit is always there. */
export function viewFooter(
	{ playback, isZoomed, focus, size }: ViewerState,
	shown: readonly PaneName[],
): Line {
	const hidden = PANES.filter(({ name }) => playback.panes.includes(name) && !shown.includes(name));
	const first = ["n/p step", `v ${climaxWords(playback.story.kind)}`];
	const last = ["? keys", "q quit"];
	const wanted = [
		...(isZoomed ? ["Enter all panes"] : hidden.map(({ name, key }) => `${key} ${paneWords(name)}`)),
		...(focus === "steps" ? [] : ["up/down scroll"]),
		"Tab next pane",
	];
	const all = (some: readonly string[]): string => [...first, ...some, ...last].join(GAP);
	const fitting = wanted.findLastIndex((_, at) => all(wanted.slice(0, at + 1)).length <= size.columns);
	return [span(all(wanted.slice(0, fitting + 1)), "quiet")];
}

const GAP = "  ";
