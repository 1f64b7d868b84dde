import type { Execution } from "../execution/execution.ts";
import type { Proposition } from "../execution/proposition.ts";

/** An execution as the search meets it. To be asked only while the search shows it: what it stands on changes afterwards. */
export interface Leaf {
	/** How many events it has beside the initial writes, and how many threads make some. */
	readonly events: number;
	readonly threads: number;
	/** Whether it is complete, and otherwise how it ends: nothing of a broken one is counted. */
	readonly isComplete: boolean;
	/** Whether a proposition is true of its final state. */
	satisfies(proposition: Proposition): boolean;
	/** Whether a property of the program, by its place, happens in it; a sentence that says how, where the property has one. */
	happens(property: number): boolean | string;
	/** All flags that it raises. */
	flags(): readonly string[];
	/** A lasting copy. */
	copy(): Execution;
}

/** Is shown each execution that a search meets; of those that are the same up to renaming threads, one. */
export type Visit = (leaf: Leaf) => void;
