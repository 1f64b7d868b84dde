import type { List } from "immutable";
import type { Story } from "../execution/story/story.ts";
import { PANES, type PaneName } from "./pane.ts";
import { printable } from "./printable.ts";
import { type Snapshot, takeSnapshots } from "./snapshot.ts";

/** A story with all that stepping through it needs, computed once. */
export interface Playback {
	readonly story: Story;
	/** Before the first step and after each. */
	readonly snapshots: List<Snapshot>;
	/** The lines of each source, printable. */
	readonly sources: readonly (readonly string[])[];
	/** The panes that have something to show, in the order of the focus. */
	readonly panes: readonly PaneName[];
	/** The step at which the story is decided. */
	readonly climax: number;
}

/** Prepares a story for stepping. Costs a step for each event and each line of the sources. */
export function openPlayback(story: Story): Playback {
	return {
		story,
		snapshots: takeSnapshots(story),
		sources: story.sources.map(({ text }) => text.trimEnd().split(/\r?\n/).map(printable)),
		panes: PANES.map(({ name }) => name).filter((name) => has(story, name)),
		climax: story.climax ?? lastOfReason(story),
	};
}

function has(story: Story, pane: PaneName): boolean {
	switch (pane) {
		case "steps":
		case "reason":
			return true;
		case "source":
			return story.sources.length > 0;
		case "memory":
			return story.cells.length > 0;
		case "views":
			return story.views !== undefined && story.cells.some(({ isShared }) => isShared);
		case "ring":
			return story.ring !== undefined;
	}
}

/** The last step that the reason speaks of; that of the story where it speaks of none. */
function lastOfReason({ reason, steps }: Story): number {
	switch (reason?.kind) {
		case "cycle":
			return Math.max(
				0,
				...reason.cycles.flatMap(({ edges }) => edges.flatMap(({ from, to }) => [from, to])),
			);
		case "race":
			return Math.max(reason.first, reason.second);
		default:
			return steps.length;
	}
}
