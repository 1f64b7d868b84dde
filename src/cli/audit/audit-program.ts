import { audit } from "../../audit/audit.ts";
import { machineOf } from "../../audit/costs.ts";
import type { Run } from "../../audit/trial.ts";
import type { Model } from "../../cat/model.ts";
import type { Program } from "../../execution/program.ts";
import type { AuditReport } from "../../report/audit/audit-report.ts";
import { displayName } from "../../report/display-name.ts";
import { shellWord } from "../../report/shell-word.ts";
import type { Shell } from "../shell.ts";
import type { AuditCommandOptions } from "./options.ts";
import { searchRunner } from "./search-runner.ts";

/**
 * Audits a test.
 * @param path of its text, as the user named it
 * @returns what was found, and what searches programs as it did
 */
export async function auditProgram(
	program: Program,
	path: string,
	options: Pick<AuditCommandOptions, "model" | "unroll" | "timeout" | "set" | "I">,
	model: Model,
	shell: Shell,
): Promise<{ readonly report: AuditReport; readonly run: Run }> {
	const { unroll, timeout } = options;
	const run = searchRunner(model, { unrolls: [unroll], timeout }, shell);
	const subjects = [{ name: program.name, program }];
	const found = await audit(subjects, {
		run,
		now: () => shell.now(),
		machine: machineOf(options.model),
		mayGoOn: () => !shell.isInterrupted(),
		first: false,
		dependencies: true,
		repairs: true,
	});
	const report: AuditReport = {
		audit: found,
		subjects,
		title: displayName(program.name, program.settings),
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
	return { report, run };
}
