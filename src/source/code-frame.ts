import { lineColumn } from "./line-column.ts";
import { originalSpan } from "./original-span.ts";
import type { Span } from "./span.ts";

/** Columns of source text that a frame shows; a longer line is cut to a window around the caret. */
const WINDOW = 76;

/** Columns kept before the caret when a long line is cut. */
const BEFORE_CARET = 30;

const TAB = "    ";
const CUT = "...";

/**
 * The line, as it was written, that a span starts on, with carets under the part of the span that lies on it (one caret at
 * least). Two lines without a line feed at the end, each with a gutter; tabs become four spaces and
 * characters that a terminal would not print become dots.
 */
export function codeFrame(shown: Span): string {
	const span = originalSpan(shown);
	const { text } = span.file;
	const { line, column } = lineColumn(span.file, span.start);
	const start = Math.max(0, Math.min(span.start, text.length)) - (column - 1);
	const newline = text.indexOf("\n", start);
	const end = newline === -1 ? text.length : newline;

	// Only the characters that the window can show are looked at: the line may be a megabyte long.
	const from = Math.max(start, start + column - 1 - WINDOW);
	const to = Math.min(end, start + column - 1 + WINDOW);
	const caret = start + column - 1;
	const before = printable(text.slice(from, caret));
	const after = printable(text.slice(caret, to).replace(/\r$/, ""));
	const marked = printable(text.slice(caret, Math.max(caret, Math.min(span.end, to))).replace(/\r$/, ""));

	const isLong = from > start || to < end || before.length + after.length > WINDOW;
	const shownBefore = isLong && before.length > BEFORE_CARET ? before.slice(-BEFORE_CARET) : before;
	const room = WINDOW - shownBefore.length;
	const shownAfter = after.length > room ? after.slice(0, room) : after;
	const head = shownBefore === before && from === start ? "" : CUT;
	const tail = shownAfter === after && to === end ? "" : CUT;

	const number = String(line);
	const carets = "^".repeat(Math.max(1, Math.min(marked.length, shownAfter.length)));
	const indent = " ".repeat(head.length + shownBefore.length);
	return `${number} | ${head}${shownBefore}${shownAfter}${tail}\n${" ".repeat(number.length)} | ${indent}${carets}`;
}

function printable(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
	return text.replaceAll("\t", TAB).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, ".");
}
