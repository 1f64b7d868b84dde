import { outlineThread } from "../checker/outline-thread.ts";
import { loadProgram } from "../litmus/load-program.ts";
import { formatProgram } from "../report/format-program.ts";
import { createPaint } from "../report/paint.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { formatDiagnostic } from "../source/format-diagnostic.ts";
import { describeFault } from "./describe-fault.ts";
import { BAD_INPUT } from "./exit-code.ts";
import { type ColorChoice, isColored } from "./is-colored.ts";
import type { Settings } from "./parse-settings.ts";
import { readSource } from "./read-source.ts";
import type { Shell } from "./shell.ts";
import { surroundingsOf } from "./surroundings-of.ts";

/** The options of `ringlit show`, each with its default filled in. */
export interface ShowCommandOptions {
	readonly unroll: number;
	/** Values of the test's parameters. */
	readonly set?: Settings;
	/** Paths that are shown a thread. */
	readonly paths: number;
	readonly color: ColorChoice;
}

/**
 * Prints one test on standard output, and what is wrong or doubtful about it on standard error.
 *
 * @returns the exit code: 0, or 2 if the test is in error
 */
export function showCommand(path: string, options: ShowCommandOptions, shell: Shell): number {
	const complain = (diagnostics: readonly Diagnostic[]): void => {
		for (const diagnostic of diagnostics) shell.writeError(`${formatDiagnostic(diagnostic)}\n`);
	};
	try {
		return show(path, options, shell, complain);
	} catch (fault) {
		complain([describeFault(fault, path)]);
		return BAD_INPUT;
	}
}

function show(
	path: string,
	options: ShowCommandOptions,
	shell: Shell,
	complain: (diagnostics: readonly Diagnostic[]) => void,
): number {
	const file = readSource(path, "a litmus test", shell.files);
	const program = file.ok ? loadProgram(file.value, {}, surroundingsOf(shell, options.set)) : file;
	if (!program.ok) {
		complain(program.diagnostics);
		return BAD_INPUT;
	}
	complain(program.warnings);
	const outlines = program.value.threads.map(({ index }) =>
		outlineThread(program.value, index, options.unroll),
	);
	const paint = createPaint(isColored(options.color, shell.environment, shell.isTerminal));
	shell.write(`${formatProgram(program.value, outlines, options.paths, paint)}\n`);
	return 0;
}
