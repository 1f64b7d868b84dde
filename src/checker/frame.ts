import type { Way } from "./decision.ts";
import type { GraphForm } from "./graph-form.ts";
import type { Harvest } from "./harvest.ts";

/** A partial execution whose ways on are being tried. */
export interface Frame {
	readonly ways: readonly Way[];
	/** The way to be tried next; the one before is being tried, if there is a frame above. */
	next: number;
	/** The first way that is somebody else's to try; as many as there are ways if all are tried here. */
	end: number;
	readonly mark: number;
	readonly assumptions: number;
	/** Whether the axioms had been tested on it. */
	readonly tested: boolean;
	/** Whether some decision could be entered. */
	fruitful: boolean;
	/** What was found below it, but for the way that is being tried. */
	readonly harvest: Harvest;
	/** Its form, if it is worth being known again and all that is below it is looked at here. */
	form: GraphForm | undefined;
}
