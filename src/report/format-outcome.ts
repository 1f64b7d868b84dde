import { formatDiagnostic, headline } from "../source/format-diagnostic.ts";
import { displayName } from "./display-name.ts";
import { formatDuration } from "./format-duration.ts";
import type { Paint } from "./paint.ts";
import type { CheckedTest, TestOutcome } from "./test-outcome.ts";
import { lookCloser, propertyLine } from "./wording.ts";

const OBSERVATION_WIDTH = "Sometimes".length + 2;
const EXPECTED_WIDTH = "no Result:".length + 2;
const COUNT_WIDTH = 10;
const STATES_WIDTH = 8;
const TIME_WIDTH = 9;

/** The head of the table whose rows `formatOutcome` makes, without a line feed at the end. */
export function formatHeader(paint: Paint, nameWidth: number): string {
	const columns = [
		"test".padEnd(nameWidth),
		"observed".padEnd(OBSERVATION_WIDTH),
		"expected".padEnd(EXPECTED_WIDTH) + "positive".padStart(COUNT_WIDTH) + "negative".padStart(COUNT_WIDTH),
		"states".padStart(STATES_WIDTH),
		"time".padStart(TIME_WIDTH),
	];
	return paint.quiet(`  ${columns[0]}  ${columns.slice(1).join("")}`);
}

/**
 * One test's row, followed by lines that say why it is not a pass and what is known of its properties. The test's name takes `nameWidth`
 * columns, or more if it is longer. No line feed at the end.
 */
export function formatOutcome(outcome: TestOutcome, paint: Paint, nameWidth: number): string {
	if (outcome.status === "error") {
		const details = outcome.diagnostics.map((diagnostic) => indent(formatDiagnostic(diagnostic)));
		return [`${paint.bad("!")} ${paint.strong(outcome.name ?? outcome.file)}`, ...details].join("\n");
	}
	const details: string[] = [];
	const mark = outcome.status === "fail" ? paint.bad : paint.doubtful;
	for (const remark of outcome.remarks) {
		details.push(outcome.status === "pass" ? paint.quiet(remark) : mark(remark));
	}
	if (outcome.evidence !== undefined) details.push(outcome.evidence);
	const { properties = [] } = outcome;
	const width = Math.max(0, ...properties.map(({ name }) => name.length));
	for (const property of properties) {
		const line = propertyLine(property, width);
		if (property.result === "never") details.push(paint.quiet(line));
		else
			details.push(
				property.result === "open" || outcome.status !== "fail" ? paint.doubtful(line) : paint.bad(line),
			);
	}
	if (outcome.status === "fail") details.push(lookCloser(outcome));
	for (const warning of outcome.warnings) details.push(paint.quiet(headline(warning)));
	return [row(outcome, paint, nameWidth), ...details.map(indent)].join("\n");
}

function row(test: CheckedTest, paint: Paint, nameWidth: number): string {
	const marks = { pass: paint.good("✓"), fail: paint.bad("✗"), incomplete: paint.doubtful("?") };
	const observed = test.observation.padEnd(OBSERVATION_WIDTH);
	const flags = test.flags.length === 0 ? "" : `  ${paint.doubtful(test.flags.join(", "))}`;
	return [
		`${marks[test.status]} ${paint.strong(displayName(test.name, test.settings).padEnd(nameWidth))}  `,
		test.status === "fail" ? paint.bad(observed) : observed,
		expectedAndPositive(test),
		String(test.negative).padStart(COUNT_WIDTH),
		String(test.states.length).padStart(STATES_WIDTH),
		formatDuration(test.seconds).padStart(TIME_WIDTH),
		flags,
	].join("");
}

/** A long expectation, such as `Sometimes DATARACE`, may use the room that the count leaves. */
function expectedAndPositive(test: CheckedTest): string {
	const expected = (test.expected ?? "no Result:").padEnd(EXPECTED_WIDTH);
	const positive = String(test.positive);
	const room = EXPECTED_WIDTH + COUNT_WIDTH - expected.length;
	return expected + positive.padStart(Math.max(room, positive.length + 1));
}

function indent(text: string): string {
	return text.replaceAll(/^/gm, "    ");
}
