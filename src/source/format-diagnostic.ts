import { codeFrame } from "./code-frame.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { lineColumn } from "./line-column.ts";
import { fromMacro } from "./messages-litmus-preprocess.ts";
import { originalSpan } from "./original-span.ts";

/**
 * A diagnostic as the reader sees it, without a line feed at the end: `file:line:column: error: message`,
 * the line with its caret where the diagnostic has a span, the macro that made the text at fault where one did, and
 * the hint where it has one. Places are those of what was written.
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
	const lines = [headline(diagnostic)];
	if (diagnostic.span) {
		for (const line of codeFrame(diagnostic.span).split("\n")) lines.push(`  ${line}`);
	}
	const macro = diagnostic.span && originalSpan(diagnostic.span).macro;
	if (macro) lines.push(`  note: ${fromMacro(macro)}`);
	if (diagnostic.hint) lines.push(`  hint: ${diagnostic.hint}`);
	return lines.join("\n");
}

/** The first line of `formatDiagnostic` alone. */
export function headline({ span, severity, message }: Diagnostic): string {
	if (!span) return `${severity}: ${message}`;
	const { file, start } = originalSpan(span);
	const { line, column } = lineColumn(file, start);
	return `${file.path}:${line}:${column}: ${severity}: ${message}`;
}
