import { formatDuration } from "./format-duration.ts";
import type { Paint } from "./paint.ts";
import type { TestOutcome } from "./test-outcome.ts";

/** What a run of tests has beside its outcomes. */
export interface RunFacts {
	/** The model as the user named it. */
	readonly model: string;
	/** Those that it was compared with. */
	readonly others?: readonly string[];
	/** Wall time of the whole run. */
	readonly seconds: number;
	/** Tests that were selected and not begun, because the run stopped before. */
	readonly notRun: number;
}

/** The line below a table of outcomes: how many of each status there are. No line feed at the end. */
export function formatSummary(outcomes: readonly TestOutcome[], facts: RunFacts, paint: Paint): string {
	const count = (status: TestOutcome["status"]): number =>
		outcomes.filter((outcome) => outcome.status === status).length;
	const passed = count("pass");
	const failed = count("fail");
	const incomplete = count("incomplete");
	const errors = count("error");

	const parts = [passed > 0 ? paint.good(`${passed} as expected`) : `${passed} as expected`];
	if (failed > 0) parts.push(paint.bad(`${failed} failed`));
	if (incomplete > 0) parts.push(paint.doubtful(`${incomplete} incomplete`));
	if (errors > 0) parts.push(paint.bad(errors === 1 ? "1 error" : `${errors} errors`));
	if (facts.notRun > 0) parts.push(paint.doubtful(`${facts.notRun} not run`));

	const tests = outcomes.length === 1 ? "1 test" : `${outcomes.length} tests`;
	const others = facts.others?.length ? ` beside ${facts.others.join(", ")}` : "";
	const time = formatDuration(facts.seconds);
	return `${tests}: ${parts.join(", ")}  (model ${facts.model}${others}, ${time})`;
}
