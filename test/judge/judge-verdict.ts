/** What the judge finds; the fields that a verdict of the checker also has mean the same. */
export interface JudgeVerdict {
	/** Executions on which the proposition is true. */
	readonly positive: number;
	/** Executions on which it is false. */
	readonly negative: number;
	/** Distinct final states, `label=value` joined by `; `, sorted. */
	readonly states: readonly string[];
	/** Names of the flags that some execution raises, sorted. */
	readonly flags: readonly string[];
	/** `positive + negative`. */
	readonly executions: number;
	/** Executions left out because the values that some reads read are not determined. */
	readonly undetermined: number;
	/** Whether some consistent execution reaches the loop bound; it is in none of the counts. */
	readonly cut: boolean;
	/** For each of the program's properties whether it happens. */
	readonly happening: readonly boolean[];
}
