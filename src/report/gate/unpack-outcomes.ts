import type { Count } from "../../execution/count.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import type { OriginalSpan } from "../../source/original-span.ts";
import type { SourceFile } from "../../source/span.ts";
import type { TestOutcome } from "../test-outcome.ts";
import type { PackedDiagnostic, PackedOutcomes, PackedSpan } from "./packed-outcome.ts";

/** The outcomes that `packOutcomes` was given, as far as any report shows them. */
export function unpackOutcomes({ files, outcomes }: PackedOutcomes): TestOutcome[] {
	const sources = files.map(([path, text]): SourceFile => ({ path, text }));
	const unpackSpan = ({ file, start, end, macro }: PackedSpan): OriginalSpan => ({
		file: sources[file],
		start,
		end,
		...(macro && {
			macro: {
				name: macro.name,
				span: unpackSpan(macro.span),
				definition: unpackSpan(macro.definition),
			},
		}),
	});
	const unpackDiagnostic = ({ span, ...rest }: PackedDiagnostic): Diagnostic => ({
		...rest,
		...(span && { span: unpackSpan(span) }),
	});
	return outcomes.map((outcome): TestOutcome => {
		if (outcome.status === "error") {
			return { ...outcome, diagnostics: outcome.diagnostics.map(unpackDiagnostic) };
		}
		const { settings, ...rest } = outcome;
		return {
			...rest,
			...(settings && { settings: settings.map(({ name, value }) => ({ name, value: BigInt(value) })) }),
			positive: unpackCount(outcome.positive),
			negative: unpackCount(outcome.negative),
			warnings: outcome.warnings.map(unpackDiagnostic),
		};
	});
}

function unpackCount(count: number | string): Count {
	return typeof count === "string" ? BigInt(count) : count;
}
