import type { Span } from "../../source/span.ts";

/** A key with its value, from the command line or a configuration file. */
export interface Entry {
	readonly key: string;
	readonly value: string;
	/** Where the value stands; absent on the command line. */
	readonly span?: Span;
}
