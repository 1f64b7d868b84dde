import packageFile from "../../../package.json" with { type: "json" };
import { formatReport } from "../../report/gate/format-report.ts";
import type { RunReport } from "../../report/gate/run-report.ts";
import { createPaint } from "../../report/paint.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import type { CheckCommandOptions } from "../check-options.ts";
import type { Shell } from "../shell.ts";
import { beginTextReport } from "./text-report.ts";

/** A finished run. */
export interface FinishedRun extends Omit<RunReport, "version" | "folder"> {
	/** As the user named them. */
	readonly models: readonly string[];
	/** Of all files that were to be checked. */
	readonly paths: readonly string[];
}

/**
 * Writes the report of a run where it belongs: to the file that was asked for, whole or not at all, or, unless it is
 * text, which was written as the run went on, to standard output.
 *
 * @returns whether that went well; if not, standard error says why
 */
export function deliverReport(
	run: FinishedRun,
	{ format, output }: Pick<CheckCommandOptions, "format" | "output">,
	shell: Shell,
): boolean {
	if (output === undefined && format === "text") return true;
	const text =
		format === "text"
			? textOf(run)
			: formatReport(format, { ...run, version: packageFile.version, folder: process.cwd() });
	if (output === undefined) {
		shell.write(text);
		return true;
	}
	const problem = shell.files.write(output, text);
	if (problem === undefined) return true;
	shell.writeError(`${formatDiagnostic(problem)}\n`);
	return false;
}

/** The text report of a run from its beginning, for a file. */
function textOf({ rows, models, paths, comparison, seconds, notRun, problem }: FinishedRun): string {
	if (problem !== undefined) return `${problem}\n`;
	let text = "";
	const report = beginTextReport(models, paths, createPaint(false), (more) => {
		text += more;
	});
	for (const row of rows) report.row(row);
	report.end(rows, { comparison, seconds, notRun });
	return text;
}
