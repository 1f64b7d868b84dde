import { cutText } from "./fit-text.ts";
import { textWidth } from "./text-width.ts";

/** Where a line may end: not between `line` and its number. */
const BREAK = /(?<!\b(?:line|step)s?) +/;

/**
 * A sentence in lines of at most `width` columns, broken at spaces; all lines but the first begin with `indent`. A word that is too long for a line is
 * cut.
 */
export function wrapText(text: string, width: number, indent = ""): string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(BREAK).filter((part) => part !== "")) {
		const start = lines.length === 0 ? "" : indent;
		const longer = line === "" ? start + word : `${line} ${word}`;
		if (textWidth(longer) <= width) line = longer;
		else if (line === "") line = cutText(longer, width);
		else {
			lines.push(line);
			line = cutText(indent + word, width);
		}
	}
	return line === "" ? lines : [...lines, line];
}
