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

function compared({ status, expected, observation, partial, remarks }: CheckedTest): string {
	const observed = partial ? `${observation} so far` : observation;
	if (status === "incomplete") return `${observed}, incomplete`;
	if (status === "pass") return expected === undefined ? observed : `${observed}, as promised`;
	// The observation may be the promised one, and a race or what is forbidden break the promise.
	const isOther = expected !== undefined && expected.split(" ")[0] !== observation;
	const reasons = remarks.filter((remark) => !remark.startsWith("incomplete"));
	return `${observed}, ${isOther || reasons.length === 0 ? `differs from Result: ${expected}` : reasons.join("; ")}`;
}

/** What came of a check, in a line: observation, promise, counts, flags and time. */
export function wordVerdict(outcome: TestOutcome): VerdictWords {
	if (outcome.status === "error") {
		const [{ message }] = outcome.diagnostics;
		return { title: `no verdict: ${message}`, standing: "open", flags: [] };
	}
	const { status, positive, negative, states, flags, seconds, properties = [], deadlock, remarks } = outcome;
	const happens = properties.filter(({ result }) => result === "possible").map(({ name }) => name);
	const stateCount = states.length === 1 ? "1 state" : `${states.length} states`;
	const parts = [
		`${MARKS[status]} ${compared(outcome)}`,
		`${positive} positive, ${negative} negative, ${stateCount}`,
		...(flags.length > 0 ? [flags.join(", ")] : []),
		...(happens.length > 0 && status !== "fail" ? [`possible: ${happens.join(", ")}`] : []),
		...(deadlock ? ["deadlock"] : []),
		...remarks.filter((remark) => remark.startsWith("incomplete")),
		formatDuration(seconds),
	];
	const standing = status === "pass" ? "good" : status === "fail" ? "bad" : "open";
	return { title: parts.join(" · "), standing, flags };
}
