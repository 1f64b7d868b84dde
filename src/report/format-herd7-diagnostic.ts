import { codeFrame } from "../source/code-frame.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { formatDiagnostic } from "../source/format-diagnostic.ts";
import { lineColumn } from "../source/line-column.ts";
import { unexpectedToken, unknownMacro } from "../source/messages-herd7.ts";
import { originalSpan } from "../source/original-span.ts";
import type { Span } from "../source/span.ts";
import { herd7Warning } from "./herd7-warning.ts";
import { misplacedToken } from "./misplaced-token.ts";
import { UNKNOWN_CALLS } from "./unknown-calls.ts";

/**
 * What is wrong or doubtful about a test, headed by a line in herd7's form, then the text with carets and
 * the hint, indented. No line feed at the end.
 */
export function formatHerd7Diagnostic(diagnostic: Diagnostic): string {
	const { span, hint, code, message, severity } = diagnostic;
	if (span === undefined) return formatDiagnostic(diagnostic);
	const details = codeFrame(span).split("\n");
	if (hint !== undefined) details.push(`hint: ${hint}`);
	const lines = [headline(diagnostic, span)];
	// The headline of these says it in herd7's words; ours say more.
	if (code === "litmus-syntax" || UNKNOWN_CALLS.has(code)) lines.push(`  ${severity}: ${message}`);
	return [...lines, ...details.map((line) => `  ${line}`)].join("\n");
}

function headline({ code, severity, message }: Diagnostic, span: Span): string {
	if (UNKNOWN_CALLS.has(code)) {
		const callee = span.file.text.slice(span.start, span.end);
		return herd7Warning(originalSpan(span).file.path, unknownMacro(callee));
	}
	if (code === "litmus-syntax") {
		const { token, part, span: place } = misplacedToken(message, span);
		return `${placeOf(place)}: ${unexpectedToken(token, part)}`;
	}
	return severity === "warning" ? `Warning: ${placeOf(span)}: ${message}` : `${placeOf(span)}: ${message}`;
}

/** Characters count from 0 and end before the last; a span of several lines ends on a later line's count. */
function placeOf(span: Span): string {
	const { file, start, end } = originalSpan(span);
	const { line, column } = lineColumn(file, start);
	const from = column - 1;
	return `File "${file.path}", line ${line}, characters ${from}-${from + Math.max(0, end - start)}`;
}
