import { displayName } from "../display-name.ts";
import type { TestOutcome } from "../test-outcome.ts";
import { complaintsOf } from "./complaint.ts";
import type { RunReport } from "./run-report.ts";

/**
 * A run in version 14 of the Test Anything Protocol: a point a test and model, with a YAML block that says why one
 * is not a pass. A run that could not be made, or was stopped, bails out. Ends with a line feed.
 */
export function formatTap({ rows, problem, notRun }: RunReport): string {
	const outcomes = rows.flat();
	const several = new Set(outcomes.map(({ model }) => model)).size > 1;
	const lines = ["TAP version 14", `1..${outcomes.length}`];
	for (const [index, outcome] of outcomes.entries()) lines.push(...point(outcome, index + 1, several));
	if (problem !== undefined) lines.push(`Bail out! ${oneLine(problem)}`);
	else if (notRun > 0) lines.push(`Bail out! not run: ${notRun}`);
	return `${lines.join("\n")}\n`;
}

function point(outcome: TestOutcome, number: number, several: boolean): string[] {
	const { status, file, model } = outcome;
	const name = status === "error" ? (outcome.name ?? file) : displayName(outcome.name, outcome.settings);
	const title = several ? `${name} (${model})` : name;
	const lines = [`${status === "pass" ? "ok" : "not ok"} ${number} - ${escapeTitle(title)}`];
	const complaints = complaintsOf(outcome);
	if (complaints.length === 0) return lines;
	const line = complaints[0].place?.line ?? complaints[0].line;
	// Texts in JSON's form are YAML as well.
	const entries: [string, string | number][] = [
		["severity", status],
		["message", complaints.map(({ message }) => message).join("; ")],
		["file", file],
		...(line === undefined ? [] : [["line", line] as [string, number]]),
		["details", complaints.map(({ details }) => details).join("\n")],
	];
	lines.push("  ---", ...entries.map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`), "  ...");
	return lines;
}

/** A description ends where a directive begins, at a `#` that nothing escapes. */
function escapeTitle(text: string): string {
	return oneLine(text).replace(/[\\#]/g, "\\$&");
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}
