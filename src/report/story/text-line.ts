import type { Paint } from "../paint.ts";

/** A piece of a line, and what it means. */
export interface Span {
	readonly text: string;
	readonly tone?: keyof Paint;
}

/** One line of a report before it is painted. */
export type TextLine = readonly Span[];

/** A line of one piece. */
export function line(text: string, tone?: keyof Paint): TextLine {
	return [tone === undefined ? { text } : { text, tone }];
}

/** A line as it is printed, without white space at its end. */
export function paintLine(pieces: TextLine, paint: Paint): string {
	const kept = pieces.filter(({ text }) => text !== "");
	while (kept.length > 0 && kept[kept.length - 1].text.trim() === "") kept.pop();
	return kept
		.map(({ text, tone }, at) => {
			const shown = at === kept.length - 1 ? text.trimEnd() : text;
			return tone === undefined ? shown : paint[tone](shown);
		})
		.join("");
}
