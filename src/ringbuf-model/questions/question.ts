import type { Configuration } from "../configuration.ts";

/** A memory model that questions are asked of. */
export type QuestionModel = "lkmm" | "armv8" | "tso" | "sc";

/** Whether something happens: proven not to, shown to, or neither. */
export type Finding = "never" | "possible" | "incomplete";

/** One configuration that is tried for an answer. */
export interface Trial {
	/** What sets it apart, as a row of the answer's table is called. */
	readonly label: string;
	readonly configuration: Configuration;
	/** Names of the properties that matter here. */
	readonly properties: readonly string[];
	readonly models: readonly QuestionModel[];
}

/** What was found about all trials of a question. */
export interface Findings {
	/**
	 * What a trial found about a property.
	 * @throws Error if that was not tried
	 */
	of(label: string, property: string, model: QuestionModel): Finding;
}

/** An open question of the protocol's reviews. */
export interface Question {
	/** `a` to `j`, as the reviews' list has them. */
	readonly letter: string;
	readonly text: string;
	readonly trials: readonly Trial[];
	/** Those of which it is asked, too, which accesses pair with which. */
	readonly pairsOf?: readonly Trial[];
	/** Whether the conclusion tells what was found about each trial: there are too many for tables. */
	readonly isSummary?: boolean;
	/** One or a few sentences in Markdown, computed from what was found. */
	conclude(findings: Findings): string;
}
