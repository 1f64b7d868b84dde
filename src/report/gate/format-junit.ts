import { displayName } from "../display-name.ts";
import { escapeMarkup } from "../page/escape-markup.ts";
import type { TestOutcome } from "../test-outcome.ts";
import { complaintsOf } from "./complaint.ts";
import type { RunReport } from "./run-report.ts";

/**
 * A run in the form that JUnit's reports have made common: a suite a model, a case a test. A broken promise is a
 * failure; bad input and a search that did not end are errors, whose `type` tells them apart; tests that were not
 * begun are counted in a property. A problem that kept all tests from being checked is a case of its own. Ends
 * with a line feed.
 */
export function formatJunit({ rows, problem, notRun, seconds }: RunReport): string {
	const models = [...new Set(rows.flat().map(({ model }) => model))];
	const suites = models.map((model) =>
		suite(
			model,
			rows.flat().filter((outcome) => outcome.model === model),
		),
	);
	if (problem !== undefined) suites.push(problemSuite(problem));
	const counts = countAll(rows.flat());
	const errors = counts.errors + (problem === undefined ? 0 : 1);
	const tests = rows.flat().length + (problem === undefined ? 0 : 1);
	const head = attributes({ name: "ringlit", tests, failures: counts.failures, errors, time: time(seconds) });
	if (notRun > 0) suites.push(notRunSuite(notRun));
	return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n${suites.join("")}</testsuites>\n`;
}

function suite(model: string, outcomes: readonly TestOutcome[]): string {
	const { failures, errors } = countAll(outcomes);
	const total = outcomes.reduce((sum, { seconds }) => sum + seconds, 0);
	const head = attributes({
		name: model,
		tests: outcomes.length,
		failures,
		errors,
		skipped: 0,
		time: time(total),
	});
	return `  <testsuite${head}>\n${outcomes.map(testCase).join("")}  </testsuite>\n`;
}

function testCase(outcome: TestOutcome): string {
	const name =
		outcome.status === "error" ? (outcome.name ?? outcome.file) : displayName(outcome.name, outcome.settings);
	const { file, seconds } = outcome;
	const line = outcome.status === "error" ? undefined : outcome.expectedLine;
	const head = attributes({
		name,
		classname: folderOf(file),
		file,
		...(line !== undefined && { line }),
		time: time(seconds),
	});
	const complaints = complaintsOf(outcome);
	const errors = complaints.filter(({ severity }) => severity === "error");
	const notes = complaints.filter(({ severity }) => severity === "warning").map(({ details }) => details);
	let body = "";
	if (errors.length > 0) {
		// One element a case is all that readers look at.
		const element = outcome.status === "fail" ? "failure" : "error";
		const type = outcome.status === "fail" ? "failed" : outcome.status;
		const message = errors.map((complaint) => complaint.message).join("; ");
		const details = errors.map((complaint) => complaint.details).join("\n");
		body += `      <${element}${attributes({ message, type })}>${escapeMarkup(details)}</${element}>\n`;
	}
	if (notes.length > 0) body += `      <system-out>${escapeMarkup(notes.join("\n"))}</system-out>\n`;
	return body === "" ? `    <testcase${head}/>\n` : `    <testcase${head}>\n${body}    </testcase>\n`;
}

function problemSuite(problem: string): string {
	const head = attributes({ name: "ringlit", tests: 1, failures: 0, errors: 1, skipped: 0, time: time(0) });
	const [message] = problem.split("\n");
	const error = `<error${attributes({ message, type: "error" })}>${escapeMarkup(problem)}</error>`;
	const names = attributes({ name: "ringlit check", classname: "ringlit", time: time(0) });
	return `  <testsuite${head}>\n    <testcase${names}>\n      ${error}\n    </testcase>\n  </testsuite>\n`;
}

function notRunSuite(notRun: number): string {
	const head = attributes({ name: "not run", tests: 0, failures: 0, errors: 0, skipped: 0, time: time(0) });
	const property = `<property${attributes({ name: "notRun", value: notRun })}/>`;
	return `  <testsuite${head}>\n    <properties>${property}</properties>\n  </testsuite>\n`;
}

function countAll(outcomes: readonly TestOutcome[]): { failures: number; errors: number } {
	const failures = outcomes.filter(({ status }) => status === "fail").length;
	const errors = outcomes.filter(({ status }) => status === "error" || status === "incomplete").length;
	return { failures, errors };
}

function folderOf(path: string): string {
	const folder = path.replace(/\/?[^/]*$/, "");
	return folder === "" ? "." : folder;
}

function time(seconds: number): string {
	return seconds.toFixed(6);
}

function attributes(values: Readonly<Record<string, string | number>>): string {
	return Object.entries(values)
		.map(([name, value]) => ` ${name}="${escapeMarkup(String(value)).replaceAll("\n", "&#10;")}"`)
		.join("");
}
