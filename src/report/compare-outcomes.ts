import type { CheckedTest, TestOutcome } from "./test-outcome.ts";

/** How the verdicts of two models on a test can differ, told from the model that is named first. */
export type DifferenceKind =
	/** One shows the outcome that the test asks for, and the other never does. */
	| "shows"
	/** Both show it, and one of them in each of its executions. */
	| "always"
	/** Neither shows it, one because no execution completes under it. */
	| "deadlocks";

/** What one model says of some tests, and another does not. */
export interface Difference {
	readonly kind: DifferenceKind;
	readonly model: string;
	readonly other: string;
	/** Names of the tests, at least one. */
	readonly tests: readonly string[];
}

/** Where models differ on a run's tests. */
export interface Comparison {
	/** The models as the user named them. */
	readonly models: readonly string[];
	/** Tests that every model was asked about. */
	readonly compared: number;
	/** Those of them that every model was asked about to the end and on which all agree. */
	readonly agreed: number;
	/** By pair of models in their order, then by kind. */
	readonly differences: readonly Difference[];
}

const KINDS: readonly DifferenceKind[] = ["shows", "always", "deadlocks"];

/**
 * Compares what models say of tests. Of an incomplete search only what it has found counts, so that more of
 * it could not undo a difference.
 *
 * @param rows for each test an outcome a model, in the order of `models`
 */
export function compareOutcomes(
	models: readonly string[],
	rows: readonly (readonly TestOutcome[])[],
): Comparison {
	const checked = rows.map(checkedRow).filter((row) => row.length > 0);
	const differences: Difference[] = [];
	for (const [i, model] of models.entries())
		for (const [j, other] of models.entries()) {
			if (i >= j) continue;
			for (const kind of KINDS)
				for (const [a, b] of [
					[i, j],
					[j, i],
				]) {
					const tests = checked.filter((row) => differs(kind, row[a], row[b])).map(([{ name }]) => name);
					if (tests.length === 0) continue;
					differences.push({ kind, model: a === i ? model : other, other: a === i ? other : model, tests });
				}
		}
	const agreed = checked.filter((row) => row.every((test) => !test.partial && isAlike(test, row[0]))).length;
	return { models, compared: checked.length, agreed, differences };
}

/** Whether two models' verdicts on a test read the same. */
export function isAlike(one: CheckedTest, other: CheckedTest): boolean {
	return one.observation === other.observation && (one.deadlock ?? false) === (other.deadlock ?? false);
}

function checkedRow(row: readonly TestOutcome[]): CheckedTest[] {
	const checked = row.filter((outcome) => outcome.status !== "error");
	return checked.length === row.length ? checked : [];
}

function differs(kind: DifferenceKind, one: CheckedTest, other: CheckedTest): boolean {
	switch (kind) {
		case "shows":
			return one.observation !== "Never" && isQuiet(other);
		case "always":
			return one.observation === "Always" && !one.partial && other.observation === "Sometimes";
		case "deadlocks":
			return one.deadlock === true && !one.partial && isQuiet(other) && other.deadlock !== true;
	}
}

/** Whether a model never shows the outcome, as far as there is anything to see. */
function isQuiet({ observation, partial }: CheckedTest): boolean {
	return observation === "Never" && !partial;
}
