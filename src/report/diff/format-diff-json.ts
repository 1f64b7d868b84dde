import type { Count } from "../../execution/count.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { type Difference, type DiffReport, standingOf } from "./difference.ts";

/**
 * A comparison as one JSON document with a line feed at the end. Counts that no JavaScript number holds exactly go as texts of digits.
 * @param problem why nothing could be compared
 */
export function formatDiffJson({ differences, unchanged, isCut }: DiffReport, problem?: string): string {
	const document = {
		differences: differences.map(jsonDifference),
		unchanged,
		...(isCut && { interrupted: true }),
		...(problem !== undefined && { message: problem }),
	};
	return `${JSON.stringify(document, undefined, 2)}\n`;
}

function jsonDifference(difference: Difference): object {
	const standing = standingOf(difference);
	switch (difference.kind) {
		case "error":
			return {
				title: difference.title,
				standing,
				message: difference.diagnostics.map(formatDiagnostic).join("\n"),
			};
		case "alone":
			return { title: difference.title, standing, only: difference.side, label: difference.label };
		case "compared": {
			const { title, first, second, changes, amounts, remarks } = difference;
			const counted = amounts.map(({ name, ...sides }) => ({
				name,
				first: jsonCount(sides.first),
				second: jsonCount(sides.second),
			}));
			return { title, standing, first, second, changes, amounts: counted, remarks };
		}
	}
}

function jsonCount(count: Count | string): number | string {
	return typeof count === "bigint" ? String(count) : count;
}
