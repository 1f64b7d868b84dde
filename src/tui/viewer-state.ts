import { Map as ImmutableMap, Record } from "immutable";
import type { StoryStep } from "../execution/story/story-step.ts";
import type { PaneName } from "./pane.ts";
import { openPlayback, type Playback } from "./playback.ts";
import type { Snapshot } from "./snapshot.ts";

/** How large a terminal is, in characters. */
export interface Size {
	readonly columns: number;
	readonly rows: number;
}

interface Fields {
	readonly playback: Playback;
	readonly size: Size;
	/** How many steps have happened. */
	readonly step: number;
	/** The pane that keys for scrolling are about. */
	readonly focus: PaneName;
	/** How many lines further down than by itself a pane begins; 0 where a pane is not in it. */
	readonly scroll: ImmutableMap<PaneName, number>;
	/** Whether the focused pane has the whole screen. */
	readonly isZoomed: boolean;
	/** Whether the keys are explained instead of the story. */
	readonly isHelp: boolean;
	/** Whether the reader has had enough. */
	readonly isOver: boolean;
}

const nothing = openPlayback({
	title: "",
	model: "",
	kind: "allowed",
	headline: "",
	remarks: [],
	state: "",
	threads: [],
	cells: [],
	sources: [],
	steps: [],
});

/** What the reader of a story sees, but for the story itself as far as it is common to all moments. Values are never changed. */
export class ViewerState extends Record<Fields>({
	playback: nothing,
	size: { columns: 80, rows: 24 },
	step: 0,
	focus: "steps",
	scroll: ImmutableMap(),
	isZoomed: false,
	isHelp: false,
	isOver: false,
}) {
	/** The step that has happened last; undefined before the first. */
	get current(): StoryStep | undefined {
		return this.playback.story.steps[this.step - 1];
	}

	/** Memory and threads as they are now. */
	get now(): Snapshot | undefined {
		return this.playback.snapshots.get(this.step);
	}
}
