import type { Count } from "../../execution/count.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { originalSpan } from "../../source/original-span.ts";
import type { MacroUse, Span } from "../../source/span.ts";
import type { TestOutcome } from "../test-outcome.ts";
import type { PackedDiagnostic, PackedOutcomes, PackedSpan } from "./packed-outcome.ts";

/**
 * Outcomes as JSON can hold them. Spans become those of what was written, so that nothing that a reader is shown
 * is lost; texts that were made of several files are.
 */
export function packOutcomes(outcomes: readonly TestOutcome[]): PackedOutcomes {
	const files = new Map<string, { index: number; path: string; text: string }>();

	const packPlain = ({ file, start, end }: Span): PackedSpan => {
		const key = JSON.stringify([file.path, file.text]);
		let entry = files.get(key);
		if (entry === undefined) {
			entry = { index: files.size, path: file.path, text: file.text };
			files.set(key, entry);
		}
		return { file: entry.index, start, end };
	};
	const packMacro = ({ name, span, definition }: MacroUse): NonNullable<PackedSpan["macro"]> => ({
		name,
		span: packPlain(originalSpan(span)),
		definition: packPlain(originalSpan(definition)),
	});
	const packDiagnostic = ({ span, ...rest }: Diagnostic): PackedDiagnostic => {
		if (span === undefined) return rest;
		const original = originalSpan(span);
		const { macro } = original;
		return { ...rest, span: { ...packPlain(original), ...(macro && { macro: packMacro(macro) }) } };
	};
	const packed = outcomes.map((outcome) => {
		if (outcome.status === "error") {
			return { ...outcome, diagnostics: outcome.diagnostics.map(packDiagnostic) };
		}
		const { settings, ...rest } = outcome;
		return {
			...rest,
			...(settings && { settings: settings.map(({ name, value }) => ({ name, value: String(value) })) }),
			positive: packCount(outcome.positive),
			negative: packCount(outcome.negative),
			warnings: outcome.warnings.map(packDiagnostic),
		};
	});
	return { files: [...files.values()].map(({ path, text }) => [path, text]), outcomes: packed };
}

function packCount(count: Count): number | string {
	return typeof count === "bigint" ? String(count) : count;
}
