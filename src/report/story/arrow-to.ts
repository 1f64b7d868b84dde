import { textWidth } from "./text-width.ts";

/** Columns that an arrow needs at least, its head included. */
const SHORTEST = 4;

/** A text, and the column at which it begins. */
export interface PlacedText {
	readonly column: number;
	readonly text: string;
}

/** A text with an arrow from it, which points down at the column `target` of the line below. Without one where there is no room for it. */
export function withArrow({ column, text }: PlacedText, target: number, isAscii: boolean): PlacedText {
	const [shaft, point] = isAscii ? ["-", "v"] : ["─", "▼"];
	const words = text.trimStart();
	const begin = column + text.length - words.length;
	if (target < column) {
		const length = begin - 1 - target;
		if (length < SHORTEST) return { column, text };
		return { column: target, text: `${point}${shaft.repeat(length - 1)} ${words}` };
	}
	const end = column + textWidth(text) + 1;
	if (target + 1 - end < SHORTEST) return { column, text };
	return { column, text: `${text} ${shaft.repeat(target - end)}${point}` };
}
