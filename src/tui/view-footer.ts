import { PANES, type PaneName } from "./pane.ts";
import { type Line, span } from "./span.ts";
import type { ViewerState } from "./viewer-state.ts";
import { climaxWords } from "./wording/climax-words.ts";
import { paneWords } from "./wording/pane-words.ts";

/** The most important keys, and those of panes that there is no room for. */
export function viewFooter({ playback, isZoomed, focus }: ViewerState, shown: readonly PaneName[]): Line {
	const hidden = PANES.filter(({ name }) => playback.panes.includes(name) && !shown.includes(name));
	const keys = [
		"n/p step",
		`v ${climaxWords(playback.story.kind)}`,
		...(focus === "steps" ? [] : ["up/down scroll"]),
		...(isZoomed ? ["Enter all panes"] : hidden.map(({ name, key }) => `${key} ${paneWords(name)}`)),
		"Tab next pane",
		"? keys",
		"q quit",
	];
	return [span(keys.join("  "), "quiet")];
}
