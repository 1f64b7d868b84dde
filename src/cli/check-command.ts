import { formatJson } from "../report/format-json.ts";
import { formatHeader, formatOutcome } from "../report/format-outcome.ts";
import { formatSummary } from "../report/format-summary.ts";
import { createPaint } from "../report/paint.ts";
import type { TestOutcome } from "../report/test-outcome.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { formatDiagnostic } from "../source/format-diagnostic.ts";
import { nothingPassesFilter } from "../source/messages-cli.ts";
import { type CheckSettings, checkTest } from "./check-test.ts";
import { BAD_INPUT, exitCode } from "./exit-code.ts";
import { type ColorChoice, isColored } from "./is-colored.ts";
import { loadNamedModel } from "./load-named-model.ts";
import { parseNameFilter } from "./name-filter.ts";
import { type Selection, selectTests } from "./select-tests.ts";
import type { Shell } from "./shell.ts";

/** The options of `ringlit check`, each with its default filled in. */
export interface CheckCommandOptions {
	readonly model: string;
	readonly unroll: number;
	/** Seconds a test. */
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
	const model = loadNamedModel(options.model, shell);
	if (!model.ok) return refuse(model.diagnostics);
	for (const warning of model.warnings) shell.writeError(`${formatDiagnostic(warning)}\n`);

	const selections = selectTests(paths, shell.files);
	const nameWidth = widthOfNames(selections);
	const paint = createPaint(isColored(options.color, shell.environment, shell.isTerminal));
	const settings: CheckSettings = {
		model: model.value,
		modelName: options.model,
		options: {
			unroll: options.unroll,
			symmetry: options.symmetry,
			...(options.timeout !== undefined && { timeoutSeconds: options.timeout }),
		},
		filter: filter.value,
	};
	let hasHeader = false;
	const report = (outcome: TestOutcome): void => {
		if (!hasHeader && outcome.status !== "error") {
			hasHeader = true;
			shell.write(`${formatHeader(paint, nameWidth)}\n`);
		}
		shell.write(`${formatOutcome(outcome, paint, nameWidth)}\n`);
	};

	const outcomes: TestOutcome[] = [];
	let begun = 0;
	for (const selection of selections) {
		await shell.pause();
		if (shell.isInterrupted()) break;
		begun++;
		const outcome = await check(selection, settings, shell);
		if (!outcome) continue;
		outcomes.push(outcome);
		if (isText) report(outcome);
		if (options.bail && (outcome.status === "fail" || outcome.status === "error")) break;
	}

	if (outcomes.length === 0 && !shell.isInterrupted()) {
		return refuse([nothingPassesFilter(options.filter ?? "")]);
	}
	if (isText) {
		const seconds = (shell.now() - started) / 1000;
		const facts = { model: options.model, seconds, notRun: selections.length - begun };
		shell.write(`\n${formatSummary(outcomes, facts, paint)}\n`);
	} else {
		shell.write(formatJson(outcomes));
	}
	return exitCode(outcomes, shell.isInterrupted());
}

async function check(
	selection: Selection,
	settings: CheckSettings,
	shell: Shell,
): Promise<TestOutcome | undefined> {
	if (!("diagnostics" in selection)) return checkTest(selection.path, settings, shell);
	return {
		file: selection.path,
		model: settings.modelName,
		seconds: 0,
		status: "error",
		diagnostics: selection.diagnostics,
	};
}

/** The width that most names need, taken from the files' names, which tests mostly bear. */
function widthOfNames(selections: readonly Selection[]): number {
	let width = NAME_WIDTH.least;
	for (const { path } of selections) {
		width = Math.max(width, path.replace(/^.*\//, "").replace(/\.litmus$/, "").length);
	}
	return Math.min(width, NAME_WIDTH.most);
}
