import type { List } from "immutable";
import type { Story } from "../execution/story/story.ts";
import { cleanStory } from "../report/story/clean-story.ts";
import { stepsOfReason } from "../report/story/steps-of-reason.ts";
import { PANES, type PaneName } from "./pane.ts";
import { printable } from "./printable.ts";
import { type ShortNames, shortNames } from "./short-names.ts";
import { type Snapshot, takeSnapshots } from "./snapshot.ts";

/** A story with all that stepping through it needs, computed once. */
export interface Playback {
	/** All of its texts are printable but for those of its sources and what a shell is to take. */
	readonly story: Story;
	/** The same with names of locations that are as short as can be, for lists. */
	readonly short: ShortNames;
	/** Before the first step and after each. */
	readonly snapshots: List<Snapshot>;
	/** The lines of each source, printable. */
	readonly sources: readonly (readonly string[])[];
	/** The panes that have something to show, in the order of the focus. */
	readonly panes: readonly PaneName[];
	/** The step at which the story is decided. */
	readonly climax: number;
	/** The steps that the reason speaks of. */
	readonly reasonSteps: ReadonlySet<number>;
}

/** Prepares a story for stepping. Costs a step for each event and each line of the sources. */
export function openPlayback(told: Story): Playback {
	const story = cleanStory(told, printable);
	const reasonSteps = stepsOfReason(story.reason);
	return {
		story,
		short: shortNames(story),
		snapshots: takeSnapshots(story),
		sources: told.sources.map(({ text }) => text.trimEnd().split(/\r?\n/).map(printable)),
		panes: PANES.map(({ name }) => name).filter((name) => has(story, name)),
		climax: story.climax ?? decidedAt(story, reasonSteps),
		reasonSteps,
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

/** That threads wait for ever shows when all else has happened; what else a reason speaks of has happened with its last step. */
function decidedAt({ reason, steps }: Story, reasonSteps: ReadonlySet<number>): number {
	return reason?.kind === "waits" || reasonSteps.size === 0 ? steps.length : Math.max(...reasonSteps);
}
