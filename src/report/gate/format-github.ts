import { complaintsOf } from "./complaint.ts";
import type { RunReport } from "./run-report.ts";

/**
 * A run as GitHub's workflow commands, each of which becomes an annotation at its line of the file: an error for
 * whatever keeps the run from passing, a warning for a test's warnings. The last line, if any test was begun,
 * counts them. GitHub shows ten annotations of a kind for each step, which is its own limit.
 */
export function formatGithub({ rows, problem, notRun }: RunReport): string {
	const lines: string[] = [];
	if (problem !== undefined) lines.push(command("error", {}, problem));
	for (const outcome of rows.flat())
		for (const { severity, path, place, line, title, details } of complaintsOf(outcome)) {
			const where =
				place === undefined
					? { file: path, line }
					: {
							file: place.path,
							line: place.line,
							col: place.column,
							endLine: place.endLine,
							// A range of columns is one within a line.
							endColumn: place.endLine === place.line ? place.endColumn : undefined,
						};
			lines.push(command(severity, { ...where, title: `${title} (${outcome.model})` }, details));
		}
	if (notRun > 0) lines.push(command("warning", {}, `not run: ${notRun}`));
	const firsts = rows.map(([first]) => first);
	const passed = firsts.filter(({ status }) => status === "pass").length;
	if (firsts.length > 0) lines.push(`${passed} of ${firsts.length} tests as expected`);
	return lines.map((line) => `${line}\n`).join("");
}

function command(
	name: string,
	properties: Readonly<Record<string, string | number | undefined>>,
	message: string,
): string {
	const given = Object.entries(properties).flatMap(([key, value]) =>
		value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
	);
	return `::${name}${given.length > 0 ? ` ${given.join(",")}` : ""}::${escapeData(message)}`;
}

function escapeData(text: string): string {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
