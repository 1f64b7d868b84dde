import { characterWidth, textWidth } from "./text-width.ts";

const TAB = "    ";
const CUT = "...";

/**
 * A text as one line that a terminal prints as it is: tabs and line feeds become spaces, what would move the cursor or turn the direction of writing
 * becomes a dot. Invisible signs without such an effect, and halves of characters, go.
 */
export function printable(text: string): string {
	return (
		text
			.replaceAll("\t", TAB)
			.replaceAll(/\r?\n/g, " ")
			// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
			.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ".")
			.replaceAll(/\p{Cs}|[\u200b\ufeff]/gu, "")
	);
}

/** A text in plain ASCII: what is not becomes a question mark for each column that it takes. */
export function plainAscii(text: string): string {
	return text.replaceAll(/[^\n -~]/gu, (character) => "?".repeat(characterWidth(character)));
}

/** A text of one line, cut to `width` columns: where something is left out, it ends with three dots. */
export function cutText(text: string, width: number): string {
	if (textWidth(text) <= width) return text;
	const room = width - CUT.length;
	if (room < 0) return CUT.slice(0, Math.max(0, width));
	let kept = "";
	let used = 0;
	for (const character of text) {
		used += characterWidth(character);
		if (used > room) break;
		kept += character;
	}
	return kept.trimEnd() + CUT;
}

/** A text followed by as many spaces as it lacks to `width` columns. */
export function padText(text: string, width: number): string {
	return text + " ".repeat(Math.max(0, width - textWidth(text)));
}
