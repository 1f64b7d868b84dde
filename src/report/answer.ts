import type { RingFinding } from "./ring-outcome.ts";

/** What one trial of a question found, on each model. */
export interface AnswerRow {
	readonly label: string;
	/** The configuration in words: a "never" holds within it. */
	readonly title: string;
	readonly findings: readonly { readonly model: string; readonly properties: readonly RingFinding[] }[];
}

/** A question with what was tried for it, and what follows. */
export interface Answer {
	readonly letter: string;
	readonly text: string;
	readonly rows: readonly AnswerRow[];
	readonly conclusion: string;
	/** Which release was seen to hand on to which acquire, a line each. */
	readonly pairs: readonly string[];
}
