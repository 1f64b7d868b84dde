import { compareOutcomes } from "../../report/compare-outcomes.ts";
import type { RunPart } from "../../report/gate/run-part.ts";
import { unpackOutcomes } from "../../report/gate/unpack-outcomes.ts";
import { createPaint } from "../../report/paint.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { nothingPassesFilter } from "../../source/messages-cli.ts";
import {
	outputOverInput,
	partsMissing,
	partsOfDifferentRuns,
	partTwice,
} from "../../source/messages-gate.ts";
import { deliverReport } from "../check/deliver-report.ts";
import { beginTextReport } from "../check/text-report.ts";
import type { CheckCommandOptions } from "../check-options.ts";
import { BAD_INPUT, exitCode } from "../exit-code.ts";
import { isColored } from "../is-colored.ts";
import type { Row } from "../result-table.ts";
import type { Shell } from "../shell.ts";
import { readPart } from "./read-part.ts";

/** The options of `ringlit merge`, each with its default filled in. */
export type MergeCommandOptions = Pick<CheckCommandOptions, "format" | "output" | "color">;

/**
 * Puts the JSON reports of a run's parts together. The report is that of the run in one part, but for its time,
 * which is the sum of the parts'. All parts must be there, once each.
 *
 * @returns the exit code, which is that of the run in one part
 */
export function mergeCommand(paths: readonly string[], options: MergeCommandOptions, shell: Shell): number {
	const refuse = (diagnostics: readonly Diagnostic[]): number => {
		const problem = diagnostics.map(formatDiagnostic).join("\n");
		shell.writeError(`${problem}\n`);
		deliverReport({ rows: [], problem, notRun: 0, seconds: 0, models: [], paths: [] }, options, shell);
		return BAD_INPUT;
	};
	const { output } = options;
	// Parts take long to make, and a pattern such as part-*.json after --output names the first of them.
	if (output !== undefined && shell.files.kind(output) === "file" && readPart(output, shell.files).ok) {
		shell.writeError(`${formatDiagnostic(outputOverInput("--output", output, "the report of a part"))}\n`);
		return BAD_INPUT;
	}
	const parts = new Map<number, { path: string; part: RunPart }>();
	const diagnostics: Diagnostic[] = [];
	let first: { path: string; part: RunPart } | undefined;
	for (const path of paths) {
		const part = readPart(path, shell.files);
		if (!part.ok) {
			diagnostics.push(...part.diagnostics);
			continue;
		}
		const { run, index } = part.value;
		const same = parts.get(index);
		first ??= { path, part: part.value };
		if (run !== first.part.run) diagnostics.push(partsOfDifferentRuns(path, first.path));
		else if (same !== undefined) diagnostics.push(partTwice(path, same.path, index));
		else parts.set(index, { path, part: part.value });
	}
	if (diagnostics.length > 0 || first === undefined) return refuse(diagnostics);
	const { count, models, filter } = first.part;
	const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !parts.has(index));
	if (missing.length > 0) return refuse([partsMissing(missing, count)]);

	const all = [...parts.values()].map(({ part }) => part);
	const rows = all.flatMap(rowsOf).sort((one, other) => one.place - other.place);
	const wasInterrupted = all.some((part) => part.wasInterrupted);
	return reportAll(
		rows.map(({ row }) => row),
		{ models, filter, wasInterrupted, seconds: sum(all, "seconds"), notRun: sum(all, "notRun") },
		options,
		shell,
		refuse,
	);
}

function reportAll(
	rows: readonly Row[],
	run: Pick<RunPart, "models" | "filter" | "wasInterrupted" | "seconds" | "notRun">,
	options: MergeCommandOptions,
	shell: Shell,
	refuse: (diagnostics: readonly Diagnostic[]) => number,
): number {
	const { models, filter, wasInterrupted, seconds, notRun } = run;
	if (rows.length === 0 && filter !== "" && !wasInterrupted) return refuse([nothingPassesFilter(filter)]);
	const comparison = models.length > 1 ? compareOutcomes(models, rows) : undefined;
	const paths = rows.map(([{ file }]) => file);
	if (options.format === "text" || options.output !== undefined) {
		const paint = createPaint(isColored(options.color, shell.environment, shell.isTerminal));
		const report = beginTextReport(models, paths, paint, (text) => shell.write(text));
		for (const row of rows) report.row(row);
		report.end(rows, { comparison, seconds, notRun });
	}
	const isDelivered = deliverReport({ rows, models, paths, comparison, seconds, notRun }, options, shell);
	return isDelivered ? exitCode(rows.flat(), wasInterrupted) : BAD_INPUT;
}

function rowsOf({ places, models, rows }: RunPart): { place: number; row: Row }[] {
	const outcomes = unpackOutcomes(rows);
	return places.map((place, index) => ({
		place,
		row: outcomes.slice(index * models.length, (index + 1) * models.length),
	}));
}

function sum(parts: readonly RunPart[], what: "seconds" | "notRun"): number {
	return parts.reduce((total, part) => total + part[what], 0);
}
