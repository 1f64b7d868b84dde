import type { RingFinding } from "./ring-outcome.ts";

/** A place of the sources that a trial has changed. */
interface Change {
	readonly file: string;
	readonly from: string;
	readonly to: string;
}

/** What one trial of a question found, on each model. */
export interface AnswerRow {
	readonly label: string;
	/** The configuration in words: a "never" holds within it. */
	readonly title: string;
	readonly changes: readonly Change[];
	readonly findings: readonly { readonly model: string; readonly properties: readonly RingFinding[] }[];
}

/** A question with what was tried for it, and what follows. */
export interface Answer {
	readonly letter: string;
	readonly text: string;
	readonly rows: readonly AnswerRow[];
	/** Markdown. */
	readonly conclusion: string;
	/** Whether the conclusion has what was found about each row: there are too many for tables. */
	readonly isSummary: boolean;
	/** Which release was seen to hand on to which acquire, a line each. */
	readonly pairs: readonly string[];
}
