import type { ColorChoice } from "../is-colored.ts";

/** Options that say how a story is told, and how long it is looked for. */
export interface TellingOptions {
	/** Seconds after which what is known has to do. */
	readonly timeout: number;
	/** A string that brings an execution back. */
	readonly replay?: string;
	/** Show accesses, too, that no other thread can notice. */
	readonly all: boolean;
	/** Where to write a story in other forms: a file, or `true` for standard output. */
	readonly mail?: string | true;
	readonly json?: string | true;
	readonly dot?: string | true;
	readonly svg?: string | true;
	readonly html?: string | true;
	/** Whether to step through it, on a terminal. */
	readonly interactive: boolean;
	readonly color: ColorChoice;
}
