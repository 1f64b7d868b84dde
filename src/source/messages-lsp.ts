import type { Diagnostic } from "./diagnostic.ts";
import { lineColumn } from "./line-column.ts";
import { originalSpan } from "./original-span.ts";

// What an editor is told beside the diagnostics of tests and models.

/** At a directive: something is wrong in a file that it leads to. */
export function includesError(path: string, { severity, message, span }: Diagnostic): string {
	const name = path.replace(/^.*[/\\]/, "");
	const found = span && originalSpan(span);
	const place = found === undefined ? name : `${name}:${lineColumn(found.file, found.start).line}`;
	return `${severity} in \`${place}\`: ${message}`;
}

/** The model that verdicts are to be given on cannot be read; the text of why is below. */
export function noModelNoVerdicts(name: string, reasons: readonly Diagnostic[]): string {
	return `ringlit gives no verdicts: the model ${name} cannot be read. ${reasons.map(({ message }) => message).join("; ")}`;
}
