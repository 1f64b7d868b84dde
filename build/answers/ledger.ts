import type { TrialOutcome } from "../../src/cli/ringbuf/answer-question.ts";

/** What a check found, kept until something changes on which it hangs. */
export interface LedgerEntry extends TrialOutcome {
	/** Names all that the outcome hangs on. */
	readonly key: string;
	/** For readers: which question, trial and model this is. */
	readonly about: string;
}

/** Outcomes as a file: a line each, so that changes show. */
export function formatLedger(entries: readonly LedgerEntry[]): string {
	return `[\n${entries.map((entry) => JSON.stringify(entry)).join(",\n")}\n]\n`;
}
