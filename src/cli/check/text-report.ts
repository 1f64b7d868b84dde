import type { Comparison } from "../../report/compare-outcomes.ts";
import { formatDifferences } from "../../report/format-comparison.ts";
import { formatSummary } from "../../report/format-summary.ts";
import type { Paint } from "../../report/paint.ts";
import { type Row, tableFor } from "../result-table.ts";

/** What the end of a text report says beside its rows. */
export interface TextEnd {
	readonly comparison?: Comparison | undefined;
	/** Wall time of the whole run. */
	readonly seconds: number;
	/** Tests that were selected and not begun. */
	readonly notRun: number;
}

/** A report in text, which is written as the run goes on. */
export interface TextReport {
	row(row: Row): void;
	/** @param rows all that were written */
	end(rows: readonly Row[], end: TextEnd): void;
}

/** Names shorter than these are padded, longer ones push their row to the right. */
const NAME_WIDTH = { least: 12, most: 44 };

/**
 * Begins a report in text.
 * @param models as the user named them
 * @param paths of the files that are checked: tests mostly bear their names
 */
export function beginTextReport(
	models: readonly string[],
	paths: readonly string[],
	paint: Paint,
	write: (text: string) => void,
): TextReport {
	const table = tableFor(models, widthOfNames(paths), paint);
	let hasHeader = false;
	return {
		row(row) {
			if (!hasHeader && row[0].status !== "error") {
				hasHeader = true;
				write(`${table.header}\n`);
			}
			write(`${table.row(row)}\n`);
		},
		end(rows, { comparison, seconds, notRun }) {
			const [model, ...others] = models;
			if (comparison) write(`\n${formatDifferences(rows, comparison, paint)}\n`);
			const firsts = rows.map(([first]) => first);
			write(`\n${formatSummary(firsts, { model, others, seconds, notRun }, paint)}\n`);
		},
	};
}

/** The width that most names need, taken from the files' names. */
function widthOfNames(paths: readonly string[]): number {
	let width = NAME_WIDTH.least;
	for (const path of paths) {
		width = Math.max(width, path.replace(/^.*\//, "").replace(/\.litmus$/, "").length);
	}
	return Math.min(width, NAME_WIDTH.most);
}
