import { createConnection } from "vscode-languageserver/node";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { noModelNoVerdicts } from "../../source/messages-lsp.ts";
import { BAD_INPUT } from "../exit-code.ts";
import { loadModels } from "../load-models.ts";
import type { Shell } from "../shell.ts";
import { JobThread } from "./job-thread.ts";
import { type LspOptions, treeOf } from "./options.ts";
import { serve } from "./serve.ts";

/** Signals that end the server at once, and what a shell reports then: 128 and the signal's number. */
const ENDING_SIGNALS = [
	["SIGINT", 130],
	["SIGTERM", 143],
] as const;

/**
 * Serves an editor over standard input and output, in the Language Server Protocol. Ends with the process: 0 if the
 * client shut the server down before it went, 1 if it did not. A model with faults in it may be what is being edited: the client is told
 * that there are no verdicts.
 * @returns only if there is no such model: the exit code
 */
export async function lspCommand(options: LspOptions, shell: Shell): Promise<number> {
	for (const [signal, code] of ENDING_SIGNALS) process.once(signal, () => process.exit(code));
	const models = await loadModels(options.model, treeOf(options), shell);
	// What is at no place in a text is no fault of a model but of the option: no editing will mend it.
	const unknown = models.ok ? [] : models.diagnostics.filter(({ span }) => span === undefined);
	if (unknown.length > 0) {
		shell.writeError(`${unknown.map(formatDiagnostic).join("\n")}\n`);
		return BAD_INPUT;
	}
	const connection = createConnection(process.stdin, process.stdout);
	const name = options.conf ?? options.model ?? "lkmm";
	const [checks, explanations] = [new JobThread(), new JobThread()];
	serve(connection, {
		files: shell.files,
		modelsFolder: shell.modelsFolder,
		dialect: (models.ok ? models.value.at(0)?.dialect : undefined) ?? {},
		options: models.ok ? options : { ...options, verdicts: false },
		check: (job, signal) => checks.run(job, signal),
		explain: (job, signal) => explanations.run(job, signal),
		...(!models.ok && { notice: noModelNoVerdicts(name, models.diagnostics) }),
	});
	connection.listen();
	return new Promise(() => {});
}
