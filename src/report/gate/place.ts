import { lineColumn } from "../../source/line-column.ts";
import { originalSpan } from "../../source/original-span.ts";
import type { Span } from "../../source/span.ts";

/** A part of a file as other programs are told of it. Lines and columns are from 1, columns in UTF-16 units. */
export interface Place {
	readonly path: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	/** The column after the last character. */
	readonly endColumn: number;
}

/** Where the text of a span was written. */
export function placeOf(span: Span): Place {
	const { file, start, end } = originalSpan(span);
	const from = lineColumn(file, start);
	const to = lineColumn(file, Math.max(start, end));
	return { path: file.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
