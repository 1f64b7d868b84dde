import type { CheckOptions } from "../checker/options.ts";
import { startCheck } from "../checker/start-check.ts";
import type { Program } from "../execution/program.ts";
import type { Verdict } from "../execution/verdict.ts";
import { findPairs } from "../explain/pairs/find-pairs.ts";
import { loadProgram } from "../litmus/load-program.ts";
import { createPaint } from "../report/paint.ts";
import { formatPairs } from "../report/pairs/format-pairs.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { formatDiagnostic } from "../source/format-diagnostic.ts";
import { describeFault } from "./describe-fault.ts";
import { BAD_INPUT, INCOMPLETE } from "./exit-code.ts";
import { type ColorChoice, isColored } from "./is-colored.ts";
import { loadNamedModel } from "./load-named-model.ts";
import type { Settings } from "./parse-settings.ts";
import { readSource } from "./read-source.ts";
import type { Shell } from "./shell.ts";
import { surroundingsOf } from "./surroundings-of.ts";

/** The options of `ringlit pairs`, each with its default filled in. */
export interface PairsCommandOptions {
	readonly model: string;
	readonly unroll: number;
	/** Values of the test's parameters. */
	readonly set?: Settings;
	/** Seconds a search. */
	readonly timeout?: number;
	readonly color: ColorChoice;
}

/** Milliseconds of searching after which signals are looked at. */
const SLICE = 50;

/**
 * Prints on standard output what each ordering of a test pairs with and prevents. What is wrong with the test goes to standard error.
 *
 * @returns the exit code: 0, 2 if the test or the model is in error, 3 if some search did not end
 */
export async function pairsCommand(
	path: string,
	options: PairsCommandOptions,
	shell: Shell,
): Promise<number> {
	const complain = (diagnostics: readonly Diagnostic[]): void => {
		for (const diagnostic of diagnostics) shell.writeError(`${formatDiagnostic(diagnostic)}\n`);
	};
	try {
		const model = await loadNamedModel(options.model, shell);
		if (!model.ok) {
			complain(model.diagnostics);
			return BAD_INPUT;
		}
		const file = readSource(path, "a litmus test", shell.files);
		const program = file.ok ? loadProgram(file.value, {}, surroundingsOf(shell, options.set)) : file;
		if (!program.ok) {
			complain(program.diagnostics);
			return BAD_INPUT;
		}
		complain(program.warnings);
		const bounds: CheckOptions = {
			unroll: options.unroll,
			stopWhenDecided: true,
			...(options.timeout !== undefined && { timeoutSeconds: options.timeout }),
		};
		const run = async (asked: Program, symmetry: boolean): Promise<Verdict> => {
			const search = startCheck(asked, model.value, { ...bounds, symmetry });
			while (!shell.isInterrupted() && !search.advance(SLICE)) await shell.pause();
			return search.verdict();
		};
		const pairs = await findPairs(program.value, run);
		const paint = createPaint(isColored(options.color, shell.environment, shell.isTerminal));
		shell.write(`${formatPairs(program.value, pairs, options.model, paint)}\n`);
		return pairs.isComplete ? 0 : INCOMPLETE;
	} catch (fault) {
		complain([describeFault(fault, path)]);
		return BAD_INPUT;
	}
}
