import { loadProgram } from "../../litmus/load-program.ts";
import { createPaint } from "../../report/paint.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import type { SourceFile } from "../../source/span.ts";
import { describeFault } from "../describe-fault.ts";
import { BAD_INPUT, INCOMPLETE } from "../exit-code.ts";
import { isColored } from "../is-colored.ts";
import { loadNamedModel } from "../load-named-model.ts";
import { readSource } from "../read-source.ts";
import type { Shell } from "../shell.ts";
import { surroundingsOf } from "../surroundings-of.ts";
import { auditProgram } from "./audit-program.ts";
import type { AuditCommandOptions } from "./options.ts";
import { writeFix } from "./write-fix.ts";

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
	const model = await loadNamedModel(options.model, shell);
	if (!model.ok) return refuse(model.diagnostics);
	const file = readSource(path, "a litmus test", shell.files);
	if (!file.ok) return refuse(file.diagnostics);
	const load = (source: SourceFile) => loadProgram(source, {}, surroundingsOf(shell, options.set, options.I));
	const program = load(file.value);
	if (!program.ok) return refuse(program.diagnostics);
	for (const warning of program.warnings) shell.writeError(`${formatDiagnostic(warning)}\n`);

	const { report, run } = await auditProgram(program.value, path, options, model.value, shell);
	if (options.format === "json") {
		const { formatAuditJson } = await import("../../report/audit/format-audit-json.ts");
		shell.write(formatAuditJson(report));
	} else {
		const { formatAudit } = await import("../../report/audit/format-audit.ts");
		const paint = createPaint(isColored(options.color, shell.environment, shell.isTerminal));
		shell.write(`${formatAudit(report, paint)}\n`);
	}
	if (options.fix !== undefined && !shell.isInterrupted()) {
		const faults = await writeFix(options.fix, file.value, report.audit, load, run, shell);
		if (faults.length > 0) return refuse(faults);
	}
	return report.audit.isComplete ? 0 : INCOMPLETE;
}
