import { loadProgram } from "../litmus/load-program.ts";
import { writePlain } from "../litmus/plain/write-plain.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { formatDiagnostic } from "../source/format-diagnostic.ts";
import { describeFault } from "./describe-fault.ts";
import { BAD_INPUT } from "./exit-code.ts";
import type { Settings } from "./parse-settings.ts";
import { readSource } from "./read-source.ts";
import type { Shell } from "./shell.ts";
import { surroundingsOf } from "./surroundings-of.ts";

/** The options of `ringlit lower`. */
export interface LowerCommandOptions {
	/** Values of the test's parameters. */
	readonly set?: Settings;
}

/**
 * Prints the plain test that a test stands for on standard output. What is wrong with it, or why there is no
 * such test, goes to standard error.
 *
 * @returns the exit code: 0, or 2 if there is no plain test
 */
export function lowerCommand(path: string, options: LowerCommandOptions, shell: Shell): number {
	const complain = (diagnostics: readonly Diagnostic[]): void => {
		for (const diagnostic of diagnostics) shell.writeError(`${formatDiagnostic(diagnostic)}\n`);
	};
	try {
		const file = readSource(path, "a litmus test", shell.files);
		const program = file.ok ? loadProgram(file.value, {}, surroundingsOf(shell, options.set)) : file;
		if (program.ok) complain(program.warnings);
		const plain = program.ok ? writePlain(program.value) : program;
		if (!plain.ok) {
			complain(plain.diagnostics);
			return BAD_INPUT;
		}
		shell.write(plain.value);
		return 0;
	} catch (fault) {
		complain([describeFault(fault, path)]);
		return BAD_INPUT;
	}
}
