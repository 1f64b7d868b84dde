import type { Quantifier } from "../execution/proposition.ts";
import type { Setting } from "../execution/setting.ts";

/** A litmus test that was read: what may be known of it at once. It is checked in the thread that has read it. */
export interface Test {
	readonly name: string;
	/** The path that it was read under. */
	readonly path: string;
	readonly quantifier: Quantifier;
	/** Parameters that were given a value. */
	readonly parameters: readonly Setting[];
	/** Names of what must not happen. */
	readonly properties: readonly string[];
	readonly threads: number;
}
