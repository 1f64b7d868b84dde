import type { Paint } from "../report/paint.ts";

/** A piece of a line: printable text, and what it means if that is to be seen. */
export interface Span {
	readonly text: string;
	readonly mark?: keyof Paint;
}

/** One line of the screen or of a pane, from left to right. */
export type Line = readonly Span[];

/** A piece of a line. */
export function span(text: string, mark?: keyof Paint): Span {
	return mark === undefined ? { text } : { text, mark };
}
