import type { Count } from "../execution/count.ts";
import type { Quantifier } from "../execution/proposition.ts";
import type { Setting } from "../execution/setting.ts";
import type { Explored } from "../execution/verdict.ts";
import type { Diagnostic } from "../source/diagnostic.ts";

/**
 * What was observed of a test's proposition over all executions that were found. Of a test that has properties and no
 * proposition, whether one of them happens: `Never` or `Sometimes`.
 */
export type Observation = "Never" | "Sometimes" | "Always";

/** What was found out about a property: `open` if it was not met in a search that did not see everything. */
export interface PropertyOutcome {
	readonly name: string;
	readonly result: "never" | "possible" | "open";
	/** The final state of an execution in which it happens, where the test observes something. */
	readonly state?: string;
	/** Brings that execution back. */
	readonly replay?: string;
}

/** What all outcomes have. */
interface Common {
	/** The path as the user named it. */
	readonly file: string;
	/** The model as the user named it: `lkmm`, or a file's path. */
	readonly model: string;
	/** From the start of reading the file to the verdict. */
	readonly seconds: number;
}

/** A test that was checked, and how that compares with what it promises. */
export interface CheckedTest extends Common {
	readonly status: "pass" | "fail" | "incomplete";
	readonly name: string;
	/** Parameters of the test that were given a value. */
	readonly settings?: readonly Setting[];
	readonly quantifier: Quantifier;
	/** Whether the condition holds and no property happens. Absent where an incomplete search leaves it open. */
	readonly holds?: boolean;
	readonly observation: Observation;
	readonly positive: Count;
	readonly negative: Count;
	readonly states: readonly string[];
	readonly flags: readonly string[];
	/** In the test's order; absent if it has none. */
	readonly properties?: readonly PropertyOutcome[];
	/** Set if no execution completes because a thread waits for ever. */
	readonly deadlock?: boolean;
	/** Set if the search did not see everything; the status can still be `fail`. */
	readonly partial?: boolean;
	/** The words of the `Result:` comment, where there is one. */
	readonly expected?: string;
	/** Where in the test's own file that comment stands: a line, from 1. */
	readonly expectedLine?: number;
	readonly explored: Explored;
	/** Why the status is not `pass`, and what else a reader should know; one sentence each, worded. */
	readonly remarks: readonly string[];
	/** The final state of an execution that shows a failure, worded. */
	readonly evidence?: string;
	/** Brings that execution back. */
	readonly replay?: string;
	readonly warnings: readonly Diagnostic[];
}

/** A path on which no test could be checked. */
export interface UncheckedTest extends Common {
	readonly status: "error";
	/** Known if the test itself was in order. */
	readonly name?: string;
	/** At least one. */
	readonly diagnostics: readonly Diagnostic[];
}

/** What came of one path that was to be checked. */
export type TestOutcome = CheckedTest | UncheckedTest;
