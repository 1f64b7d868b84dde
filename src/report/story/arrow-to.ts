import { textWidth } from "./text-width.ts";

/** Columns that an arrow needs at least, its head included. */
const SHORTEST = 4;

/**
 * A line of text at `column`, with an arrow from it that points down at the column `target` of the line below; the text before the column and what stands
 * there. Undefined where there is no room.
 */
export function withArrow(
	text: string,
	column: number,
	target: number,
	isAscii: boolean,
): { readonly before: string; readonly text: string } | undefined {
	const [shaft, point] = isAscii ? ["-", "v"] : ["─", "▼"];
	if (target < column) {
		const indent = text.length - text.trimStart().length;
		const length = column + indent - 1 - target;
		if (length < SHORTEST) return undefined;
		return { before: `${point}${shaft.repeat(length - 1)} `, text: text.trimStart() };
	}
	const end = column + textWidth(text) + 1;
	if (target + 1 - end < SHORTEST) return undefined;
	return { before: "", text: `${text} ${shaft.repeat(target - end)}${point}` };
}
