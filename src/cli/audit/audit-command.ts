import { audit } from "../../audit/audit.ts";
import { machineOf } from "../../audit/costs.ts";
import { loadProgram } from "../../litmus/load-program.ts";
import type { AuditReport } from "../../report/audit/audit-report.ts";
import { displayName } from "../../report/display-name.ts";
import { createPaint } from "../../report/paint.ts";
import { shellWord } from "../../report/shell-word.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import type { SourceFile } from "../../source/span.ts";
import { describeFault } from "../describe-fault.ts";
import { BAD_INPUT, INCOMPLETE } from "../exit-code.ts";
import { type ColorChoice, isColored } from "../is-colored.ts";
import { loadNamedModel } from "../load-named-model.ts";
import type { Settings } from "../parse-settings.ts";
import { readSource } from "../read-source.ts";
import type { Shell } from "../shell.ts";
import { surroundingsOf } from "../surroundings-of.ts";
import { searchRunner } from "./search-runner.ts";
import { writeFix } from "./write-fix.ts";

/** The options of `ringlit audit`, each with its default filled in. */
export interface AuditCommandOptions {
	readonly model: string;
	readonly unroll: number;
	/** Values of the test's parameters. */
	readonly set?: Settings;
	readonly I?: readonly string[];
	/** Seconds a search. */
	readonly timeout: number;
	/** Where the weakened or repaired test goes. */
	readonly fix?: string;
	readonly format: "text" | "json";
	readonly color: ColorChoice;
}

/**
 * Prints on standard output which orderings of a test are needed, which can be weaker together, and where it is broken what repairs it.
 * @returns the exit code: 0, 2 if the test or the model is in error or nothing can be fixed, 3 if some search did not end
 */
export async function auditCommand(
	path: string,
	options: AuditCommandOptions,
	shell: Shell,
): Promise<number> {
	const refuse = (diagnostics: readonly Diagnostic[]): number => {
		for (const diagnostic of diagnostics) shell.writeError(`${formatDiagnostic(diagnostic)}\n`);
		return BAD_INPUT;
	};
	try {
		return await auditTest(path, options, shell, refuse);
	} catch (fault) {
		return refuse([describeFault(fault, path)]);
	}
}

async function auditTest(
	path: string,
	options: AuditCommandOptions,
	shell: Shell,
	refuse: (diagnostics: readonly Diagnostic[]) => number,
): Promise<number> {
	const { unroll, timeout } = options;
	const model = await loadNamedModel(options.model, shell);
	if (!model.ok) return refuse(model.diagnostics);
	const file = readSource(path, "a litmus test", shell.files);
	if (!file.ok) return refuse(file.diagnostics);
	const load = (source: SourceFile) => loadProgram(source, {}, surroundingsOf(shell, options.set, options.I));
	const program = load(file.value);
	if (!program.ok) return refuse(program.diagnostics);
	for (const warning of program.warnings) shell.writeError(`${formatDiagnostic(warning)}\n`);

	const run = searchRunner(model.value, { unrolls: [unroll], timeout }, shell);
	const subjects = [{ name: program.value.name, program: program.value }];
	const found = await audit(subjects, {
		run,
		now: () => shell.now(),
		machine: machineOf(options.model),
		mayGoOn: () => !shell.isInterrupted(),
		first: false,
	});
	const report: AuditReport = {
		audit: found,
		subjects,
		title: displayName(program.value.name, program.value.settings),
		model: options.model,
		path,
		bounds: `loops of ${unroll} iterations, ${timeout} s a search`,
		explain: (change, _, outcome) => {
			const what = found.outcomes[0][outcome];
			const property = what.kind === "race" ? "data-race" : what.kind === "property" ? what.name : undefined;
			const words = [
				"ringlit",
				"explain",
				...(options.model === "lkmm" ? [] : ["--model", options.model]),
				...[...(options.set ?? [])].flatMap(([name, value]) => ["--set", `${name}=${value}`]),
				...(options.I ?? []).flatMap((folder) => ["-I", folder]),
				...(unroll === 4 ? [] : ["--unroll", String(unroll)]),
				"--with",
				change,
				...(property === undefined ? [] : ["--property", property]),
				path,
			];
			return words.map(shellWord).join(" ");
		},
	};
	if (options.format === "json") {
		const { formatAuditJson } = await import("../../report/audit/format-audit-json.ts");
		shell.write(formatAuditJson(report));
	} else {
		const { formatAudit } = await import("../../report/audit/format-audit.ts");
		const paint = createPaint(isColored(options.color, shell.environment, shell.isTerminal));
		shell.write(`${formatAudit(report, paint)}\n`);
	}
	if (options.fix !== undefined && !shell.isInterrupted()) {
		const faults = await writeFix(options.fix, file.value, found, load, run, shell);
		if (faults.length > 0) return refuse(faults);
	}
	return found.isComplete ? 0 : INCOMPLETE;
}
