import { formatDuration } from "../report/format-duration.ts";
import type { CheckedTest, TestOutcome } from "../report/test-outcome.ts";

/** A verdict in a line, as it stands above a test. */
export interface VerdictWords {
	readonly title: string;
	/** Whether it has what the test promises; `open` if the search met a bound, or nothing is promised. */
	readonly standing: "good" | "bad" | "open";
	/** Flags such as `data-race`. */
	readonly flags: readonly string[];
}

const MARKS = { pass: "✓", fail: "✗", incomplete: "?" } as const;

function compared({ status, expected, observation, partial }: CheckedTest): string {
	const observed = partial ? `${observation} so far` : observation;
	if (status === "fail")
		return `${observed}, differs from Result: ${expected ?? "nothing forbidden happens"}`;
	if (status === "incomplete") return `${observed}, incomplete`;
	return expected === undefined ? observed : `${observed}, as promised`;
}

/** What came of a check, in a line: observation, promise, counts, flags and time. */
export function wordVerdict(outcome: TestOutcome): VerdictWords {
	if (outcome.status === "error")
		return { title: "no verdict: the test is in error", standing: "open", flags: [] };
	const { status, positive, negative, states, flags, seconds, properties = [], deadlock, remarks } = outcome;
	const happens = properties.filter(({ result }) => result === "possible").map(({ name }) => name);
	const stateCount = states.length === 1 ? "1 state" : `${states.length} states`;
	const parts = [
		`${MARKS[status]} ${compared(outcome)}`,
		`${positive} positive, ${negative} negative, ${stateCount}`,
		...(flags.length > 0 ? [flags.join(", ")] : []),
		...(happens.length > 0 ? [`possible: ${happens.join(", ")}`] : []),
		...(deadlock ? ["deadlock"] : []),
		...remarks.filter((remark) => remark.startsWith("incomplete")),
		formatDuration(seconds),
	];
	const standing = status === "pass" ? "good" : status === "fail" ? "bad" : "open";
	return { title: parts.join(" · "), standing, flags };
}
