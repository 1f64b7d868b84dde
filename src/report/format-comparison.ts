import { formatDiagnostic, headline } from "../source/format-diagnostic.ts";
import { type Comparison, type Difference, isAlike } from "./compare-outcomes.ts";
import { displayName } from "./display-name.ts";
import type { Paint } from "./paint.ts";
import type { CheckedTest, TestOutcome } from "./test-outcome.ts";
import { deadlocked, lookCloser } from "./wording.ts";

/** An observation, the longest being `Sometimes`, up to two marks, and a space. */
const CELL_WIDTH = "Sometimes".length + 3;
const SCREEN_WIDTH = 80;
const MARGIN = 2;

/** The longest name that leaves this many columns within the screen, or a narrower one that will do. */
export function comparisonNameWidth(wanted: number, models: number): number {
	return Math.max(12, Math.min(wanted, SCREEN_WIDTH - MARGIN - models * CELL_WIDTH));
}

/** The head of the table whose rows `formatComparisonRow` makes, without a line feed at the end. */
export function formatComparisonHeader(models: readonly string[], paint: Paint, nameWidth: number): string {
	const heads = models.map((model) => clip(shortName(model)).padEnd(CELL_WIDTH));
	return paint.quiet(`  ${"test".padEnd(nameWidth)}${heads.join("")}`.trimEnd());
}

/**
 * One test's row: what each model shows, those that differ from the first marked by colour; followed by
 * lines that say why the first is not a pass and what else should be known. A name that is too long has a
 * line to itself. No line feed at the end.
 *
 * @param row an outcome a model; the test's mark is that of the first
 */
export function formatComparisonRow(row: readonly TestOutcome[], paint: Paint, nameWidth: number): string {
	const [first, ...others] = row;
	if (first.status === "error") {
		return [`${paint.bad("!")} ${paint.strong(first.name ?? first.file)}`, ...errorLines(first)].join("\n");
	}
	const marks = { pass: paint.good("✓"), fail: paint.bad("✗"), incomplete: paint.doubtful("?") };
	const shown = displayName(first.name, first.settings);
	const name = shown.padEnd(nameWidth);
	const gap = shown.length < nameWidth ? "" : `\n${" ".repeat(MARGIN + nameWidth)}`;
	const cells = row.map((outcome) => formatCell(outcome, first, paint));
	const details: string[] = [];
	const color = { pass: paint.quiet, fail: paint.bad, incomplete: paint.doubtful }[first.status];
	for (const remark of first.remarks) details.push(color(remark));
	if (first.evidence !== undefined) details.push(first.evidence);
	if (first.status === "fail") details.push(lookCloser(first));
	for (const warning of first.warnings) details.push(paint.quiet(headline(warning)));
	const lines = details.map((line) => `    ${line}`);
	for (const outcome of others) {
		if (outcome.status === "error") lines.push(...errorLines(outcome));
		else
			for (const remark of outcome.remarks)
				if (!first.remarks.includes(remark) && remark !== deadlocked())
					lines.push(`    ${shortName(outcome.model)}: ${paint.doubtful(remark)}`);
	}
	const line = `${marks[first.status]} ${paint.strong(name)}${gap}${cells.join("")}`.trimEnd();
	return [line, ...lines].join("\n");
}

/** Below the table: what its marks mean, if it has any, and where the models differ. No line feed at the end. */
export function formatDifferences(
	rows: readonly (readonly TestOutcome[])[],
	comparison: Comparison,
	paint: Paint,
): string {
	const lines: string[] = [];
	const used = rows.flat().map((outcome) => (outcome.status === "error" ? "" : marksOf(outcome)));
	const legend = LEGEND.filter(([mark]) => used.some((marks) => marks.includes(mark)));
	if (legend.length > 0) lines.push(paint.quiet(legend.map((entry) => entry.join(" ")).join(", ")), "");
	const { compared, agreed, differences } = comparison;
	const models = comparison.models.map(shortName).join(", ");
	lines.push(...differences.map(describe));
	if (agreed > 0 || differences.length === 0) {
		const all = agreed === compared && agreed > 0 ? "all " : "";
		lines.push(`${all}${countOf(agreed)}: ${models} agree`);
	}
	return lines.join("\n");
}

const LEGEND: readonly (readonly [mark: string, meaning: string])[] = [
	["!", "data race"],
	["*", "other flag"],
	["?", "incomplete"],
];

function marksOf({ flags, partial }: CheckedTest): string {
	const race = flags.includes("data-race") ? "!" : "";
	const other = flags.some((flag) => flag !== "data-race") ? "*" : "";
	return race + other + (partial ? "?" : "");
}

function formatCell(outcome: TestOutcome, first: CheckedTest, paint: Paint): string {
	if (outcome.status === "error") return paint.bad("error".padEnd(CELL_WIDTH));
	const text = `${outcome.deadlock ? "deadlock" : outcome.observation}${marksOf(outcome)}`.padEnd(CELL_WIDTH);
	if (outcome === first) return first.status === "fail" ? paint.bad(text) : text;
	return isAlike(outcome, first) ? paint.quiet(text) : paint.doubtful(text);
}

function describe({ kind, model, other, tests }: Difference): string {
	const [one, two] = [shortName(model), shortName(other)];
	const count = countOf(tests.length);
	switch (kind) {
		case "shows":
			return `${count}: ${one} allows what ${two} never shows`;
		case "always":
			return `${count}: ${one} always shows what ${two} shows sometimes`;
		case "deadlocks":
			return `${count}: ${one} has no execution that completes, and ${two} has`;
	}
}

function countOf(tests: number): string {
	return tests === 1 ? "1 test" : `${tests} tests`;
}

function errorLines({ diagnostics }: Extract<TestOutcome, { status: "error" }>): string[] {
	return diagnostics.map((diagnostic) => formatDiagnostic(diagnostic).replaceAll(/^/gm, "    "));
}

/** A file's name without its folder and suffix; a shipped model's is its own. */
function shortName(model: string): string {
	return model.replace(/^.*\//, "").replace(/\.cat$/, "");
}

/** Cut so that a space is left between two heads. */
function clip(name: string): string {
	return name.length < CELL_WIDTH ? name : `${name.slice(0, CELL_WIDTH - 2)}…`;
}
