import type { CheckOptions } from "../../checker/options.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { BAD_INPUT } from "../exit-code.ts";
import { gatherSettings } from "../kernel-tree/gather-settings.ts";
import { loadTree } from "../kernel-tree/load-tree.ts";
import type { Settings } from "../kernel-tree/settings.ts";
import { checkNamedTest, type TestReport } from "./check-named-test.ts";
import { expandNames } from "./expand-names.ts";
import { nonEmptyLines } from "./non-empty-lines.ts";
import type { Arguments } from "./parse-arguments.ts";
import type { Herd7Shell } from "./shell.ts";

/** Iterations of a loop that are followed, the same as those of `ringlit check`. */
const UNROLL = 4;

/**
 * Checks the tests that were named, or those whose names come on standard input. Verdicts go to standard
 * output, each in one piece, all else to standard error.
 *
 * @returns the exit code: 0 if every test has its verdict, 2 if something was in error
 * @throws OutputFailed
 */
export async function checkTests(given: Arguments, shell: Herd7Shell): Promise<0 | typeof BAD_INPUT> {
	const tell = (diagnostics: readonly Diagnostic[]): void =>
		shell.writeError(diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic)}\n`).join(""));
	const refuse = (diagnostics: readonly Diagnostic[]): typeof BAD_INPUT => {
		tell(diagnostics);
		return BAD_INPUT;
	};
	const gathered = gatherSettings(given, shell.files);
	if (!gathered.ok) return refuse(gathered.diagnostics);
	const settings = gathered.value;
	const kernel = await loadTree(settings, given.folders, shell);
	if (!kernel.ok) return refuse(kernel.diagnostics);
	if (!given.quiet) tell(kernel.warnings);
	if (given.verbose) shell.writeError(tellFiles(settings));

	const { unroll = UNROLL, timeout, stopAtError = false } = settings;
	const options: CheckOptions = { unroll, ...(timeout !== undefined && { timeoutSeconds: timeout }) };
	const names = given.names.length > 0 ? given.names : nonEmptyLines(await shell.readInput());
	let code: 0 | typeof BAD_INPUT = 0;
	for (const test of expandNames(names, shell.files)) {
		const report: TestReport =
			"path" in test
				? checkNamedTest(test.path, kernel.value, options, shell)
				: { warnings: [], errors: test.diagnostics.map(formatDiagnostic) };
		const complaints = [...(given.quiet ? [] : report.warnings), ...report.errors];
		if (complaints.length > 0) shell.writeError(`${complaints.join("\n")}\n`);
		if (report.verdict !== undefined) shell.write(report.verdict);
		else {
			code = BAD_INPUT;
			if (stopAtError) break;
		}
	}
	return code;
}

function tellFiles({ model = "lkmm", bell, macros, variants = [] }: Settings): string {
	const facts = { model, bell, macros, variant: variants.at(-1) };
	return Object.entries(facts)
		.map(([name, value]) => (value === undefined ? "" : `${name}: ${value}\n`))
		.join("");
}
