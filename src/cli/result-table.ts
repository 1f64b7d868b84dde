import {
	comparisonNameWidth,
	formatComparisonHeader,
	formatComparisonRow,
} from "../report/format-comparison.ts";
import { formatHeader, formatOutcome } from "../report/format-outcome.ts";
import type { Paint } from "../report/paint.ts";
import type { TestOutcome } from "../report/test-outcome.ts";

/** What came of one path: an outcome a model, the first being the one that is held to the test's promise. */
export type Row = readonly TestOutcome[];

/** A table that is printed row by row. Its texts have no line feed at the end. */
export interface ResultTable {
	readonly header: string;
	row(outcomes: Row): string;
}

/** The table of a run: with one model all that is known of each test, with several a column a model. */
export function tableFor(models: readonly string[], nameWidth: number, paint: Paint): ResultTable {
	if (models.length === 1) {
		return {
			header: formatHeader(paint, nameWidth),
			row: ([outcome]) => formatOutcome(outcome, paint, nameWidth),
		};
	}
	const width = comparisonNameWidth(nameWidth + 1, models.length);
	return {
		header: formatComparisonHeader(models, paint, width),
		row: (outcomes) => formatComparisonRow(outcomes, paint, width),
	};
}
