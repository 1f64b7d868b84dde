import { compareOutcomes } from "../report/compare-outcomes.ts";
import { formatDifferences } from "../report/format-comparison.ts";
import { formatJson } from "../report/format-json.ts";
import { formatSummary } from "../report/format-summary.ts";
import { createPaint } from "../report/paint.ts";
import type { TestOutcome } from "../report/test-outcome.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { formatDiagnostic } from "../source/format-diagnostic.ts";
import { nothingPassesFilter } from "../source/messages-cli.ts";
import { checkpointOfSeveral } from "../source/messages-long-runs.ts";
import { type CheckSettings, checkTest } from "./check-test.ts";
import { BAD_INPUT, exitCode } from "./exit-code.ts";
import { type ColorChoice, isColored } from "./is-colored.ts";
import type { TreeOptions } from "./kernel-tree/tree-options.ts";
import { loadModels } from "./load-models.ts";
import { isLongRun, type LongRunOptions } from "./long-run/long-run-options.ts";
import { parseNameFilter } from "./name-filter.ts";
import type { Settings } from "./parse-settings.ts";
import { type Row, tableFor } from "./result-table.ts";
import { type Selection, selectTests } from "./select-tests.ts";
import type { Shell } from "./shell.ts";
import { surroundingsOf } from "./surroundings-of.ts";

/** The options of `ringlit check`, each with its default filled in. */
export interface CheckCommandOptions extends TreeOptions, LongRunOptions {
	/** One, or several with commas between. */
	readonly model?: string;
	readonly unroll: number;
	/** Values of tests' parameters. */
	readonly set?: Settings;
	/** Seconds a test and model. */
	readonly timeout?: number;
	readonly format: "text" | "json";
	readonly filter?: string;
	readonly bail: boolean;
	/** Whether threads of one body are explored up to renaming. */
	readonly symmetry: boolean;
	readonly color: ColorChoice;
}

/** Names shorter than these are padded, longer ones push their row to the right. */
const NAME_WIDTH = { least: 12, most: 44 };

/**
 * Checks tests one after the other and reports on standard output: in text each test when it is known,
 * in JSON one document at the end. What keeps all tests from being checked goes to standard error.
 *
 * @returns the exit code
 */
export async function checkCommand(
	paths: readonly string[],
	options: CheckCommandOptions,
	shell: Shell,
): Promise<number> {
	const started = shell.now();
	const isText = options.format === "text";

	const refuse = (diagnostics: readonly Diagnostic[]): number => {
		const message = diagnostics.map(formatDiagnostic).join("\n");
		shell.writeError(`${message}\n`);
		if (!isText) shell.write(formatJson([], message));
		return BAD_INPUT;
	};
	const filter = parseNameFilter(options.filter ?? "");
	if (!filter.ok) return refuse(filter.diagnostics);
	const models = await loadModels(options.model, options, shell);
	if (!models.ok) return refuse(models.diagnostics);
	for (const warning of models.warnings) shell.writeError(`${formatDiagnostic(warning)}\n`);

	const selections = selectTests(paths, shell.files);
	const searches = selections.length * models.value.length;
	if ((options.checkpoint ?? options.resume) !== undefined && searches > 1)
		return refuse([checkpointOfSeveral(searches, "searches, of each test on each model")]);
	const paint = createPaint(isColored(options.color, shell.environment, shell.isTerminal));
	const names = models.value.map(({ name }) => name);
	const table = tableFor(names, widthOfNames(selections), paint);
	const settings: CheckSettings = {
		models: models.value,
		options: {
			unroll: options.unroll,
			symmetry: options.symmetry,
			...(options.timeout !== undefined && { timeoutSeconds: options.timeout }),
		},
		...(isLongRun(options) && { long: options }),
		filter: filter.value,
		surroundings: surroundingsOf(shell, options.set, options.I),
	};
	let hasHeader = false;
	const report = (row: Row): void => {
		if (!hasHeader && row[0].status !== "error") {
			hasHeader = true;
			shell.write(`${table.header}\n`);
		}
		shell.write(`${table.row(row)}\n`);
	};

	const rows: Row[] = [];
	let begun = 0;
	for (const selection of selections) {
		await shell.pause();
		if (shell.isInterrupted()) break;
		begun++;
		const row = await check(selection, settings, shell);
		if (!row) continue;
		rows.push(row);
		if (isText) report(row);
		if (options.bail && (row[0].status === "fail" || row.some(({ status }) => status === "error"))) break;
	}

	if (rows.length === 0 && !shell.isInterrupted()) {
		return refuse([nothingPassesFilter(options.filter ?? "")]);
	}
	const comparison = names.length > 1 ? compareOutcomes(names, rows) : undefined;
	if (isText) {
		const seconds = (shell.now() - started) / 1000;
		const [model, ...others] = names;
		const facts = { model, others, seconds, notRun: selections.length - begun };
		if (comparison) shell.write(`\n${formatDifferences(rows, comparison, paint)}\n`);
		const firsts = rows.map(([first]) => first);
		shell.write(`\n${formatSummary(firsts, facts, paint)}\n`);
	} else {
		shell.write(formatJson(rows.flat(), undefined, comparison));
	}
	return exitCode(rows.flat(), shell.isInterrupted());
}

async function check(selection: Selection, settings: CheckSettings, shell: Shell): Promise<Row | undefined> {
	if (!("diagnostics" in selection)) return checkTest(selection.path, settings, shell);
	const { path, diagnostics } = selection;
	return settings.models.map(
		({ name }): TestOutcome => ({ file: path, model: name, seconds: 0, status: "error", diagnostics }),
	);
}

/** The width that most names need, taken from the files' names, which tests mostly bear. */
function widthOfNames(selections: readonly Selection[]): number {
	let width = NAME_WIDTH.least;
	for (const { path } of selections) {
		width = Math.max(width, path.replace(/^.*\//, "").replace(/\.litmus$/, "").length);
	}
	return Math.min(width, NAME_WIDTH.most);
}
