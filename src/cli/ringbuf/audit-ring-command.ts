import { createPaint } from "../../report/paint.ts";
import { auditWorkloads } from "../../ringbuf-model/audit-workloads.ts";
import { describeConfiguration } from "../../ringbuf-model/describe-configuration.ts";
import { VARIANTS, variantNamed } from "../../ringbuf-model/variants.ts";
import type { Workload } from "../../ringbuf-model/workloads.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { conflictingOptions } from "../../source/messages-cli.ts";
import { unknownVariant } from "../../source/messages-ringbuf.ts";
import { nearestNames } from "../../source/nearest-names.ts";
import { BAD_INPUT, INCOMPLETE } from "../exit-code.ts";
import { isColored } from "../is-colored.ts";
import { loadModels } from "../load-models.ts";
import type { Shell } from "../shell.ts";
import { auditRing } from "./audit-ring.ts";
import { changedConfiguration } from "./changed-configuration.ts";
import { configurationOf } from "./configuration-of.ts";
import type { RingbufOptions } from "./options.ts";

/** The options of `ringlit ringbuf audit`. */
export type AuditRingOptions = RingbufOptions & {
	/** Whether the edits of the cheapest set are printed. */
	readonly fix: boolean;
	/** Whether options say what the variant is put to. */
	readonly isConfigured: boolean;
};

/** Seconds a search. */
const DEFAULT_SECONDS = 5;

/**
 * Prints which orderings of a variant's sources are needed, and which can be weaker together.
 * @returns the exit code: 0, 2 on bad input, 3 if some search did not end
 */
export async function auditRingCommand(options: AuditRingOptions, shell: Shell): Promise<number> {
	const refuse = (diagnostics: readonly Diagnostic[]): number => {
		for (const diagnostic of diagnostics) shell.writeError(`${formatDiagnostic(diagnostic)}\n`);
		return BAD_INPUT;
	};
	const { timeout = DEFAULT_SECONDS, isConfigured, format, unroll } = options;
	const variant = variantNamed(options.variant);
	if (variant === undefined) {
		const names = VARIANTS.map(({ name }) => name);
		return refuse([unknownVariant(options.variant, nearestNames(options.variant, names), names)]);
	}
	const configured = changedConfiguration(configurationOf(options), options.with ?? []);
	if (!configured.ok) return refuse(configured.diagnostics);
	const models = await loadModels(options.model, {}, shell);
	if (!models.ok) return refuse(models.diagnostics);
	if (models.value.length > 1) return refuse([conflictingOptions("audit", "several models")]);
	const workloads: readonly Workload[] = isConfigured
		? [{ name: describeConfiguration(configured.value), configuration: configured.value }]
		: auditWorkloads(variant);
	const report = await auditRing(
		variant.name,
		workloads,
		models.value[0],
		{ timeout, ...(unroll !== undefined && { unroll }) },
		shell,
	);
	if (!report.ok) return refuse(report.diagnostics);
	if (format === "json") {
		const { formatAuditJson } = await import("../../report/audit/format-audit-json.ts");
		shell.write(formatAuditJson(report.value));
	} else {
		const { formatAudit } = await import("../../report/audit/format-audit.ts");
		const paint = createPaint(isColored(options.color, shell.environment, shell.isTerminal));
		shell.write(`${formatAudit(report.value, paint)}\n`);
		const [cheapest] = report.value.audit.together;
		if (options.fix && cheapest !== undefined) {
			const { formatEdits } = await import("../../report/audit/format-edits.ts");
			shell.write(`\n${formatEdits(cheapest)}\n`);
		}
	}
	return report.value.audit.isComplete ? 0 : INCOMPLETE;
}
