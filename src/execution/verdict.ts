import type { Count } from "./count.ts";
import type { Execution } from "./execution.ts";
import type { EndlessWait, Stuck } from "./stuck.ts";

/** Why a search did not see everything. */
export type Limit = "unroll" | "timeout" | "steps" | "memory" | "interrupted" | "decided";

/** What the search did, beside what it found. */
export interface Explored {
	/** Leaves that are executions; with symmetric threads one stands for several. */
	readonly executions: number;
	/** Leaves that turned out to be no execution. */
	readonly deadEnds: number;
}

/** What a search found out about a property. */
export interface PropertyFinding {
	readonly name: string;
	/** Whether it happens in some execution. */
	readonly happens: boolean;
	/** How it happens in the witness, in a sentence, where the property says so. */
	readonly detail?: string;
	/** The first such execution that was met. */
	readonly witness?: Execution;
	/** Of a hang, what threads wait for in the witness. */
	readonly waits?: readonly EndlessWait[];
}

/** What all verdicts have: the counts are exact unless the verdict is incomplete. */
interface Findings {
	readonly positive: Count;
	readonly negative: Count;
	/** Each distinct final state as printed, sorted. */
	readonly states: readonly string[];
	/** Names of the flags raised by some execution, sorted. */
	readonly flags: readonly string[];
	/** Whether no execution completes because a thread waits for ever. */
	readonly deadlock: boolean;
	/** How far threads came that wait for ever, where none completes because of that. */
	readonly stuck?: Stuck;
	/** Executions left out because plain accesses determine each other's values in a circle. */
	readonly undetermined: number;
	readonly explored: Explored;
	/** One for each of the program's properties, in their order. */
	readonly properties: readonly PropertyFinding[];
	/** An execution that satisfies the proposition, and one that does not, where there are. */
	readonly witness?: Execution;
	readonly counterWitness?: Execution;
}

/** Whether the test's quantified condition holds and no property happens, over all executions that the model allows. */
export type Verdict =
	| ({ readonly kind: "holds" } & Findings)
	| ({ readonly kind: "violated" } & Findings)
	| ({ readonly kind: "incomplete"; readonly limits: readonly Limit[] } & Findings);
