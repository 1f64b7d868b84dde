import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { checkCommand } from "../check-command.ts";
import type { CheckCommandOptions } from "../check-options.ts";
import { findConfiguration } from "../config/find-configuration.ts";
import { BAD_INPUT } from "../exit-code.ts";
import type { Shell } from "../shell.ts";

/** The options of `ringlit check` as the command line gives them, defaults filled in. */
export interface GivenCheckOptions extends CheckCommandOptions {
	/** A file of other defaults; false for none, true or absent for one that is looked for. */
	readonly config?: string | boolean;
}

/**
 * Carries out `ringlit check`: fills in from the configuration what the command line leaves open.
 *
 * @param isGiven whether the command line itself sets an option
 * @returns the exit code
 */
export async function checkFromCommandLine(
	paths: readonly string[],
	{ config, ...options }: GivenCheckOptions,
	isGiven: (name: string) => boolean,
	shell: Shell,
): Promise<number> {
	const found = findConfiguration(config ?? true, shell.files);
	if (found.ok && found.value === undefined) return run(paths, options, shell);
	if (found.ok && found.value !== undefined) {
		const { applyConfiguration } = await import("../config/apply-configuration.ts");
		const applied = await applyConfiguration(found.value, paths, options, isGiven, shell.files);
		if (applied.ok) return run(applied.value.paths, applied.value.options, shell);
		shell.writeError(`${applied.diagnostics.map(formatDiagnostic).join("\n")}\n`);
	} else if (!found.ok) shell.writeError(`${found.diagnostics.map(formatDiagnostic).join("\n")}\n`);
	return BAD_INPUT;
}

async function run(paths: readonly string[], options: CheckCommandOptions, shell: Shell): Promise<number> {
	if (!options.watch) return checkCommand(paths, options, shell);
	const { watchTests } = await import("../watch/watch-tests.ts");
	return watchTests(paths, options, shell);
}
