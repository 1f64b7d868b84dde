import type { Count } from "../../execution/count.ts";
import type { Limit } from "../../execution/verdict.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";

/** What one side of a comparison has and the other has not. */
export interface Change {
	readonly sort: "state" | "flag" | "property" | "deadlock";
	/** The state as it is printed, the flag's or the property's name; empty for a deadlock. */
	readonly name: string;
	/** The side that has it: it vanishes from the first to the second, or appears. */
	readonly side: "first" | "second";
}

/** An execution that shows a change. */
export interface ChangeWitness {
	/** The command that tells it, as a shell takes it. */
	readonly command: string;
	/** Its final state; empty where nothing is observed. Absent where no execution was looked for, or none completes. */
	readonly state?: string;
	/** How a property happens in it, where it says so. */
	readonly detail?: string;
}

/** Something that was counted, or observed, otherwise on each side. */
export interface Amount {
	readonly name: string;
	readonly first: Count | string;
	readonly second: Count | string;
}

/** What is on one side of a comparison. */
export interface Side {
	/** A file, a file of a revision, a model, a variant. */
	readonly label: string;
	/** Why not everything was seen of it; empty if it was. */
	readonly limits: readonly Limit[];
}

/** Two sides that were compared. */
export interface ComparedPair {
	readonly kind: "compared";
	/** What they have in common: the test's or the model's name. */
	readonly title: string;
	readonly first: Side;
	readonly second: Side;
	readonly changes: readonly (Change & { readonly witness: ChangeWitness })[];
	readonly amounts: readonly Amount[];
	/** What a reader should know, a sentence each. */
	readonly remarks: readonly string[];
}

/** What came of one pair. */
export type Difference =
	| ComparedPair
	/** A test that only one side has. */
	| {
			readonly kind: "alone";
			readonly title: string;
			readonly side: "first" | "second";
			readonly label: string;
	  }
	| { readonly kind: "error"; readonly title: string; readonly diagnostics: readonly Diagnostic[] };

/** All that a run has compared. */
export interface DiffReport {
	readonly differences: readonly Difference[];
	/** Tests that read the same on both sides, and were not checked for that. */
	readonly unchanged: number;
	/** Whether the run was stopped before its end. */
	readonly isCut: boolean;
}

/** How a pair came out. */
export type Standing = "same" | "differs" | "incomplete" | "error";

/** Whether a pair differs; that goes before what is not known. */
export function standingOf(difference: Difference): Standing {
	if (difference.kind === "error") return "error";
	if (difference.kind === "alone") return "differs";
	const { changes, amounts, first, second } = difference;
	if (changes.length > 0 || amounts.length > 0) return "differs";
	const isOpen = [...first.limits, ...second.limits].some((limit) => limit !== "decided");
	return isOpen ? "incomplete" : "same";
}
