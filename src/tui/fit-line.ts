import { type Line, type Span, span } from "./span.ts";
import { textWidth } from "./text-width.ts";

const ELLIPSIS = "…";

/**
 * A line of exactly `width` columns: a shorter one is filled with spaces, of a longer one the end gives way to an ellipsis. A wide character that would
 * stick out leaves a space.
 */
export function fitLine(line: Line, width: number): Line {
	const needed = lineWidth(line);
	if (needed <= width) return needed === width ? line : [...line, span(" ".repeat(width - needed))];
	if (width <= 0) return [];
	const kept: Span[] = [];
	let room = width - 1;
	for (const { text, mark } of line) {
		const part = textWithin(text, room);
		room -= textWidth(part);
		kept.push(span(part, mark));
		if (part.length < text.length) break;
	}
	return [...kept, span(ELLIPSIS + " ".repeat(room), kept.at(-1)?.mark)];
}

/** The columns that a line takes. */
export function lineWidth(line: Line): number {
	return line.reduce((sum, { text }) => sum + textWidth(text), 0);
}

/** As many characters from the beginning of a text as `width` columns hold. */
export function textWithin(text: string, width: number): string {
	if (textWidth(text) <= width) return text;
	let kept = "";
	let room = width;
	for (const character of text) {
		room -= textWidth(character);
		if (room < 0) break;
		kept += character;
	}
	return kept;
}
