import { formatRing } from "../../report/format-ring.ts";
import { formatRingJson } from "../../report/format-ring-json.ts";
import { createPaint } from "../../report/paint.ts";
import type { RingOutcome } from "../../report/ring-outcome.ts";
import { loadRing } from "../../ringbuf-model/load-ring.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { checkpointOfSeveral, intervalWithoutCheckpoint } from "../../source/messages-long-runs.ts";
import { BAD_INPUT } from "../exit-code.ts";
import { isColored } from "../is-colored.ts";
import { loadModels } from "../load-models.ts";
import { isLongRun } from "../long-run/is-long-run.ts";
import type { Shell } from "../shell.ts";
import { changedConfiguration } from "./changed-configuration.ts";
import { checkRing } from "./check-ring.ts";
import { configurationOf } from "./configuration-of.ts";
import { listRing } from "./list-ring.ts";
import type { RingbufOptions } from "./options.ts";

/**
 * Checks one configuration of the ring buffer on each model and prints what can happen.
 * @returns the exit code: 0 if nothing forbidden happens, 1 if something does, 3 if that is not known, 2 on bad input
 */
export async function ringbufCommand(
	options: RingbufOptions & { readonly words: readonly string[] },
	shell: Shell,
): Promise<number> {
	const paint = createPaint(isColored(options.color, shell.environment, shell.isTerminal));
	const refuse = (diagnostics: readonly Diagnostic[]): number => {
		shell.writeError(diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic)}\n`).join(""));
		return BAD_INPUT;
	};
	if (options.list) {
		shell.write(listRing(paint));
		return 0;
	}
	if (options.checkpointEvery !== undefined && options.checkpoint === undefined)
		return refuse([intervalWithoutCheckpoint()]);
	const configuration = changedConfiguration(configurationOf(options), options.with ?? []);
	if (!configuration.ok) return refuse(configuration.diagnostics);
	if (options.print) {
		const ring = loadRing(configuration.value);
		if (!ring.ok) return refuse(ring.diagnostics);
		shell.write(ring.value.text);
		return 0;
	}
	const models = await loadModels(options.model, {}, shell);
	if (!models.ok) return refuse(models.diagnostics);
	if ((options.checkpoint ?? options.resume) !== undefined && models.value.length > 1)
		return refuse([checkpointOfSeveral(models.value.length, "models")]);
	const outcomes: RingOutcome[] = [];
	for (const model of models.value) {
		const outcome = await checkRing(
			configuration.value,
			model,
			{
				symmetry: options.symmetry,
				stopWhenDecided: options.property !== undefined,
				...(options.unroll !== undefined && { unroll: options.unroll }),
				...(options.timeout !== undefined && { timeout: options.timeout }),
				...(isLongRun(options, shell) && { long: { options, shell } }),
			},
			shell,
		);
		if (!outcome.ok) return refuse(outcome.diagnostics);
		// They are of the configuration, whatever the model.
		if (outcomes.length === 0)
			for (const warning of outcome.warnings) shell.writeError(`${formatDiagnostic(warning)}\n`);
		const isOnly = models.value.length === 1;
		outcomes.push(isOnly ? { ...outcome.value, closer: ["ringlit", ...options.words] } : outcome.value);
		if (options.format === "text") shell.write(`${formatRing(outcomes[outcomes.length - 1], paint)}\n`);
		if (shell.isInterrupted()) break;
	}
	if (options.format === "json") shell.write(formatRingJson(outcomes));
	return exitCodeOf(outcomes);
}

function exitCodeOf(outcomes: readonly RingOutcome[]): number {
	const findings = outcomes.flatMap(({ properties }) => properties.map(({ finding }) => finding));
	if (findings.includes("possible")) return 1;
	return findings.includes("incomplete") || outcomes.some(({ limits }) => limits.length > 0) ? 3 : 0;
}
