import { compareOutcomes } from "../report/compare-outcomes.ts";
import { packOutcomes } from "../report/gate/pack-outcomes.ts";
import type { RunPart } from "../report/gate/run-part.ts";
import { createPaint } from "../report/paint.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { formatDiagnostic } from "../source/format-diagnostic.ts";
import { nothingPassesFilter } from "../source/messages-cli.ts";
import { answerWithoutQuestion, nobodyToAsk, nothingToCheck } from "../source/messages-gate.ts";
import { checkpointOfSeveral, intervalWithoutCheckpoint } from "../source/messages-long-runs.ts";
import type { Result } from "../source/result.ts";
import { deliverReport } from "./check/deliver-report.ts";
import { overTest } from "./check/over-test.ts";
import { nameRun } from "./check/run-name.ts";
import { beginTextReport } from "./check/text-report.ts";
import type { CheckCommandOptions } from "./check-options.ts";
import type { CheckSettings } from "./check-test.ts";
import { BAD_INPUT, exitCode } from "./exit-code.ts";
import { isColored } from "./is-colored.ts";
import { checkAll } from "./jobs/check-all.ts";
import { settingsOf } from "./jobs/check-plan.ts";
import type { RunWatcher } from "./jobs/run-watcher.ts";
import { isLongRun } from "./long-run/is-long-run.ts";
import { shardPlaces } from "./parse-shard.ts";
import { planOf } from "./plan-of.ts";
import type { Row } from "./result-table.ts";
import { type Selection, selectTests } from "./select-tests.ts";
import type { Shell } from "./shell.ts";

export type { CheckCommandOptions } from "./check-options.ts";

/**
 * Checks tests and reports on standard output: in text each test when it is known and those before it are, in other
 * forms one document at the end. What keeps all tests from being checked goes to standard error.
 *
 * @returns the exit code
 */
export async function checkCommand(
	paths: readonly string[],
	options: CheckCommandOptions,
	shell: Shell,
): Promise<number> {
	const started = shell.now();
	const isText = options.format === "text" || options.output !== undefined;
	const seconds = (): number => (shell.now() - started) / 1000;

	const refuse = (diagnostics: readonly Diagnostic[]): number => {
		const problem = diagnostics.map(formatDiagnostic).join("\n");
		shell.writeError(`${problem}\n`);
		deliverReport(
			{ rows: [], problem, notRun: 0, seconds: seconds(), models: [], paths: [] },
			options,
			shell,
		);
		return BAD_INPUT;
	};
	const lost = overTest(paths, options, shell.files);
	if (lost !== undefined) {
		shell.writeError(`${formatDiagnostic(lost)}\n`);
		return BAD_INPUT;
	}
	const misuse = misused(paths, options, shell);
	if (misuse !== undefined) return refuse([misuse]);
	const plan = planOf(options);
	const settings = await settingsOf(plan, shell);
	if (!settings.ok) return refuse(settings.diagnostics);
	for (const warning of settings.warnings) shell.writeError(`${formatDiagnostic(warning)}\n`);

	const found = selectTests(paths, shell.files);
	const all = await narrow(found, options, settings.value, shell);
	if (!all.ok) return refuse(all.diagnostics);
	const { shard } = options;
	const places = shard === undefined ? [...all.value.keys()] : shardPlaces(shard, all.value.length);
	const selections = places.map((place) => all.value[place]);

	const searches = selections.length * settings.value.models.length;
	const isKept = options.checkpoint !== undefined || options.resume !== undefined;
	if (isKept && searches > 1)
		return refuse([checkpointOfSeveral(searches, "searches, of each test on each model")]);
	// Of several tests each has a thread; one has them all. A verdict that was kept would leave the checkpoint unread.
	const { verdicts, ...rest } = settings.value;
	const base = { ...(isKept || verdicts === undefined ? {} : { verdicts }), ...rest };

	const models = settings.value.models.map(({ name }) => name);
	const paint = createPaint(isColored(options.color, shell.environment, shell.isTerminal));
	const files = selections.map(({ path }) => path);
	const text = isText ? beginTextReport(models, files, paint, (more) => shell.write(more)) : undefined;
	const watcher = await openWatcher(selections, shell);
	const rows: Row[] = [];
	const rowPlaces: number[] = [];
	const begun = await checkAll(
		{
			selections,
			plan,
			settings: { ...base, ...(selections.length === 1 && isLongRun(options, shell) && { long: options }) },
			jobs: options.jobs,
			watcher,
			report(row, test) {
				if (row === undefined) return true;
				rows.push(row);
				rowPlaces.push(places[test]);
				watcher?.hide();
				text?.row(row);
				return !(options.bail && isBroken(row));
			},
		},
		shell,
	);
	watcher?.hide();

	const isPartial = shard !== undefined || options.changed !== undefined || options.isRound === true;
	if (rows.length === 0 && !shell.isInterrupted() && !isPartial) {
		return refuse([nothingPassesFilter(options.filter ?? "")]);
	}
	const comparison = models.length > 1 ? compareOutcomes(models, rows) : undefined;
	const end = { comparison, seconds: seconds(), notRun: selections.length - begun };
	text?.end(rows, end);
	const part: RunPart | undefined = shard && {
		...shard,
		run: nameRun(plan, settings.value.models, all.value, shard.count),
		models,
		notRun: end.notRun,
		wasInterrupted: shell.isInterrupted(),
		seconds: end.seconds,
		// What has not changed is left out as well: then nothing can be said against the filter.
		filter: options.changed === undefined ? plan.filter : "",
		places: rowPlaces,
		rows: packOutcomes(rows.flat()),
	};
	const isDelivered = deliverReport({ rows, models, paths: files, part, ...end }, options, shell);
	let code: number = isDelivered ? exitCode(rows.flat(), shell.isInterrupted()) : BAD_INPUT;
	if (options.update && !shell.isInterrupted()) {
		const { updateResults } = await import("./update/update-results.ts");
		const updated = await updateResults(rows, settings.value, options.yes ?? false, shell);
		if (!updated) code = BAD_INPUT;
	}
	return code;
}

/** What `--changed` leaves of some tests. */
async function narrow(
	selections: readonly Selection[],
	options: CheckCommandOptions,
	settings: CheckSettings,
	shell: Shell,
): Promise<Result<readonly Selection[]>> {
	if (options.changed === undefined) return { ok: true, value: selections, warnings: [] };
	const { selectChanged } = await import("./changed/select-changed.ts");
	return selectChanged(selections, options, settings, shell);
}

async function openWatcher(selections: readonly Selection[], shell: Shell): Promise<RunWatcher | undefined> {
	if (!shell.isErrorTerminal) return undefined;
	const { ProgressLine } = await import("./jobs/progress-line.ts");
	return new ProgressLine(selections, shell);
}

/** What is wrong with the options together, if anything is. */
function misused(
	paths: readonly string[],
	{ update, yes, checkpoint, checkpointEvery }: CheckCommandOptions,
	{ ask }: Shell,
): Diagnostic | undefined {
	if (paths.length === 0) return nothingToCheck();
	if (yes && !update) return answerWithoutQuestion();
	if (checkpointEvery !== undefined && checkpoint === undefined) return intervalWithoutCheckpoint();
	return update && !yes && ask === undefined ? nobodyToAsk() : undefined;
}

function isBroken(row: Row): boolean {
	return row[0].status === "fail" || row.some(({ status }) => status === "error");
}
