import type { Span } from "../source/span.ts";
import type { Level } from "./level.ts";

/** An instruction of one of the programs that are looked at. */
export interface Spot {
	/** Number of the program. */
	readonly subject: number;
	readonly thread: number;
	readonly index: number;
}

/** A change of a text. */
export interface TextEdit {
	readonly span: Span;
	readonly text: string;
}

/** One of the levels that a site could have instead. */
export interface Alternative {
	readonly to: Level;
	/** What is written then, in one line: `READ_ONCE(*x)`; undefined where the edit is not known, as inside of a macro. */
	readonly edits: readonly TextEdit[] | undefined;
	/** How a reader calls it: `READ_ONCE`, `plain`, `nothing`. */
	readonly name: string;
}

/** A place of the sources that orders something, and could be weaker or stronger. */
export interface Site {
	readonly kind: "store" | "load" | "update" | "fence" | "lock" | "dependency";
	/** As it stands. */
	readonly level: Level;
	/** Where it was written; of threads that do the same, and of a lock, all places, in the order of the text. */
	readonly spans: readonly Span[];
	readonly spots: readonly Spot[];
	/** Weaker levels, strongest first. */
	readonly weaker: readonly Alternative[];
	/** Stronger levels, weakest first. */
	readonly stronger: readonly Alternative[];
}
