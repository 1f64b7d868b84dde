import type { Line } from "./span.ts";

/** The panes in the order in which the focus goes through them, with the key that each is reached by. */
export const PANES = [
	{ name: "steps", key: "t" },
	{ name: "source", key: "s" },
	{ name: "memory", key: "m" },
	{ name: "views", key: "w" },
	{ name: "ring", key: "b" },
	{ name: "reason", key: "r" },
] as const;

/** A part of the screen with a title of its own. */
export type PaneName = (typeof PANES)[number]["name"];

/** All that a pane has to show; what of it fits is seen. */
export interface PaneContent {
	readonly title: string;
	/** As wide as they come; too long ones are cut. */
	readonly lines: readonly Line[];
	/** How many lines it has at most while the reader steps, so that its place need not change. */
	readonly wanted: number;
	/** The index of the line that must be seen as long as the reader does not scroll away from it. */
	readonly follow: number;
}
