import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import type { Paint } from "../paint.ts";
import { limitReached } from "../wording.ts";
import { type ComparedPair, type Difference, type DiffReport, standingOf } from "./difference.ts";

const SORT_WIDTH = "observation".length + 2;

/** One pair in text: what only the first side has is marked with `-`, what only the second has with `+`. No line feed at the end. */
export function formatDifference(difference: Difference, paint: Paint): string {
	const { title } = difference;
	if (difference.kind === "error")
		return [
			`${paint.bad("!")} ${paint.strong(title)}`,
			...difference.diagnostics.map((diagnostic) => indent(formatDiagnostic(diagnostic))),
		].join("\n");
	if (difference.kind === "alone") {
		const mark = difference.side === "first" ? paint.bad("-") : paint.good("+");
		return `${mark} ${paint.strong(title)}  ${paint.quiet(`only ${difference.label}`)}`;
	}
	const { first, second } = difference;
	const standing = standingOf(difference);
	const marks = { same: paint.good("="), differs: paint.bad("≠"), incomplete: paint.doubtful("?") };
	const mark = standing === "error" ? "" : marks[standing];
	const head = `${mark} ${paint.strong(title)}  ${paint.quiet(`${first.label} -> ${second.label}`)}`;
	return [head, ...details(difference, paint).map(indent)].join("\n");
}

function details({ first, second, changes, amounts, remarks }: ComparedPair, paint: Paint): string[] {
	const lines = amounts.map(
		({ name, first: before, second: after }) => `  ${name.padEnd(SORT_WIDTH)}${before} -> ${after}`,
	);
	for (const { sort, name, side, witness } of changes) {
		const mark = side === "first" ? paint.bad("-") : paint.good("+");
		lines.push(`${mark} ${`${sort.padEnd(SORT_WIDTH)}${name}`.trimEnd()}`);
		const { detail, state = "" } = witness;
		if (detail !== undefined) lines.push(`    ${detail}`);
		if (state !== "" && state !== name) lines.push(`    final state: ${state}`);
		lines.push(paint.quiet(`    ${witness.command}`));
	}
	for (const { label, limits } of [first, second])
		for (const limit of limits)
			if (limit !== "decided") lines.push(paint.doubtful(`${label}: ${limitReached(limit)}`));
	return [...lines, ...remarks.map((remark) => paint.doubtful(remark))];
}

/** How many pairs came out how. No line feed at the end. */
export function formatDiffSummary({ differences, unchanged, isCut }: DiffReport, paint: Paint): string {
	const standings = differences.map(standingOf);
	const count = (standing: string): number => standings.filter((one) => one === standing).length;
	const parts = [
		...(count("same") > 0 ? [paint.good(`${count("same")} the same`)] : []),
		...(count("differs") > 0
			? [paint.bad(`${count("differs")} ${count("differs") === 1 ? "differs" : "differ"}`)]
			: []),
		...(count("incomplete") > 0 ? [paint.doubtful(`${count("incomplete")} incomplete`)] : []),
		...(count("error") > 0 ? [paint.bad(`${count("error")} in error`)] : []),
		...(unchanged > 0 ? [paint.quiet(`${unchanged} unchanged, not checked`)] : []),
		...(isCut ? [paint.doubtful("interrupted")] : []),
	];
	const compared = differences.length + unchanged;
	return `${compared} ${compared === 1 ? "pair" : "pairs"}: ${parts.join(", ")}`;
}

function indent(text: string): string {
	return text.replaceAll(/^(?=.)/gm, "    ");
}
