import { codeFrame } from "./code-frame.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { lineColumn } from "./line-column.ts";

/**
 * A diagnostic as the reader sees it, without a line feed at the end: `file:line:column: error: message`,
 * the line with its caret where the diagnostic has a span, and the hint where it has one.
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
	const lines = [headline(diagnostic)];
	if (diagnostic.span) {
		for (const line of codeFrame(diagnostic.span).split("\n")) lines.push(`  ${line}`);
	}
	if (diagnostic.hint) lines.push(`  hint: ${diagnostic.hint}`);
	return lines.join("\n");
}

/** The first line of `formatDiagnostic` alone. */
export function headline({ span, severity, message }: Diagnostic): string {
	if (!span) return `${severity}: ${message}`;
	const { line, column } = lineColumn(span.file, span.start);
	return `${span.file.path}:${line}:${column}: ${severity}: ${message}`;
}
