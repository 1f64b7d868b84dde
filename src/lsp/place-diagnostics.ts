import type { Diagnostic } from "../source/diagnostic.ts";
import { fromMacro } from "../source/messages-litmus-preprocess.ts";
import { includesError } from "../source/messages-lsp.ts";
import { originalSpan } from "../source/original-span.ts";
import type { SourceFile, Span } from "../source/span.ts";
import type { PlacedDiagnostic, RelatedPlace } from "./placed-diagnostic.ts";

/**
 * Diagnostics at their places in what was written. One in a file that the shown one includes is told there, and once
 * more at the directive that leads to it. One without a place goes to the beginning of the shown file.
 * @param directiveTo the directive of the shown file through which it includes a path, itself or by others
 */
export function placeDiagnostics(
	diagnostics: readonly Diagnostic[],
	shown: SourceFile,
	directiveTo: (path: string) => Span | undefined,
): readonly PlacedDiagnostic[] {
	const top: Span = { file: shown, start: 0, end: 0 };
	return diagnostics.flatMap((diagnostic): PlacedDiagnostic[] => {
		const { code, severity, hint } = diagnostic;
		const { macro, ...span } = originalSpan(diagnostic.span ?? top);
		const related: RelatedPlace[] = macro ? [{ span: macro.definition, message: fromMacro(macro) }] : [];
		const message = hint === undefined ? diagnostic.message : `${diagnostic.message}\nhint: ${hint}`;
		const placed: PlacedDiagnostic = { code, severity, message, span, related };
		if (span.file.path === shown.path) return [placed];
		const there: RelatedPlace = { span, message: diagnostic.message };
		return [
			placed,
			{
				code,
				severity,
				message: includesError(span.file.path, diagnostic),
				span: directiveTo(span.file.path) ?? top,
				related: [there],
			},
		];
	});
}
