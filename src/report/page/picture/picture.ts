import type { EventLabel } from "../label-event.ts";
import type { PictureEdge } from "./picture-edge.ts";

/** A place in a picture, in its own units. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

/** A rectangle in a picture. */
export interface Frame extends Point {
	readonly width: number;
	readonly height: number;
}

/** A step's box; 0 is that of the initial state. */
export interface PictureBox extends Frame {
	readonly step: number;
	readonly column: number;
	readonly label: EventLabel;
	/** Its line of source, or its mark in a compact picture, cut to the box; absent where it has none or the box is a small one. */
	readonly below?: string;
}

/** A thread's column. */
export interface PictureColumn {
	readonly x: number;
	readonly width: number;
	/** Its name and what it is, cut to the column. */
	readonly title: string;
}

/** An edge with its way: corners of a line of horizontal and vertical pieces, the tip at the last. */
export interface PictureRoute {
	readonly edge: PictureEdge;
	readonly points: readonly Point[];
}

/** Where program order has a step that takes effect elsewhere: a mark on its thread's line, and the way from it to the step. */
export interface PictureGhost {
	readonly step: number;
	readonly points: readonly Point[];
}

/** What a thread waits for in the end. */
export interface PictureWait extends Frame {
	readonly column: number;
	readonly lines: readonly string[];
	/** The step that has the lock. */
	readonly heldBy?: number;
}

/** A story's events as a drawing: threads side by side, time downwards. No two boxes overlap, and no edge runs through one. */
export interface Picture {
	readonly isCompact: boolean;
	readonly width: number;
	readonly height: number;
	readonly columns: readonly PictureColumn[];
	/** The threads' lines go from here to `lifeEnd`. */
	readonly lifeStart: number;
	readonly lifeEnd: number;
	readonly boxes: readonly PictureBox[];
	readonly routes: readonly PictureRoute[];
	readonly ghosts: readonly PictureGhost[];
	readonly waits: readonly PictureWait[];
}
