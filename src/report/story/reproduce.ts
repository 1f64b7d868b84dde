import type { Story } from "../../execution/story/story.ts";
import { shellWord } from "../shell-word.ts";
import { plainAscii, printable } from "./fit-text.ts";
import { textWidth } from "./text-width.ts";

/**
 * The command that tells a story again, in lines of at most `width` columns that a shell takes as they are: a word that is too long for
 * a line goes on in the next one. Undefined where there is no file to give to it.
 */
export function reproduce(story: Story, width: number, isAscii: boolean): string[] | undefined {
	const path = story.sources[0]?.path;
	// What is in angle brackets is no file.
	if (story.command === undefined && (path === undefined || path.startsWith("<"))) return undefined;
	const clean = (text: string): string => (isAscii ? plainAscii(printable(text)) : printable(text));
	const words = [...(story.command ?? ["ringlit", "explain", path ?? ""])].map(clean);
	const lines: string[] = [];
	let current = "";
	for (const word of words) add(word, shellWord(word));
	if (story.replay !== undefined) {
		const word = clean(story.replay);
		// The option and its value stay together where they can.
		const both = `--replay ${shellWord(word)}`;
		if (textWidth(both) <= width - 4) add(both, both);
		else for (const part of ["--replay", word]) add(part, shellWord(part));
	}
	return [...lines, current];

	/** A line that goes on ends with a backslash. */
	function add(word: string, quoted: string): void {
		const longer = current === "" ? quoted : `${current} ${quoted}`;
		if (textWidth(longer) <= width - 2) {
			current = longer;
			return;
		}
		if (current !== "") lines.push(`${current} \\`);
		current = `  ${quoted}`;
		if (textWidth(current) <= width - 2) return;
		// Between its pieces a word must have nothing, not even the spaces that begin a line.
		const pieces = split(word, width - 4);
		lines.push(...pieces.slice(0, -1).map((piece) => `${shellWord(piece)}\\`));
		current = shellWord(pieces[pieces.length - 1]);
	}
}

/** Pieces of a word that are, once quoted, of at most so many columns. */
function split(word: string, width: number): string[] {
	const pieces: string[] = [];
	let piece = "";
	for (const character of word) {
		if (piece !== "" && textWidth(shellWord(piece + character)) > width) {
			pieces.push(piece);
			piece = "";
		}
		piece += character;
	}
	return [...pieces, piece];
}
