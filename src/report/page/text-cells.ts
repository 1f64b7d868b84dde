/** Takes no room: combining marks, and what only steers the direction or the joining of others. */
const COMBINING = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Takes the room of two letters in a font of fixed width: East Asian scripts, full-width forms, pictographs. */
const WIDE =
	/^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]$/u;

/** How many letters wide a text is in a font of fixed width. A tab counts as one: expand it before. */
export function textCells(text: string): number {
	let cells = 0;
	for (const character of text) cells += cellsOf(character);
	return cells;
}

/** The text, cut to at most so many letters' width; one that is cut ends with an ellipsis. `cells` is at least 1. */
export function cutText(text: string, cells: number): string {
	if (textCells(text) <= cells) return text;
	let cut = "";
	let left = cells - 1;
	for (const character of text) {
		left -= cellsOf(character);
		if (left < 0) break;
		cut += character;
	}
	return `${cut.trimEnd()}…`;
}

/** The text in lines of at most so many letters' width, broken between words, and within those that are longer than a line. */
export function wrapText(text: string, cells: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (let word of text.split(/\s+/).filter((part) => part !== "")) {
		if (line !== "" && textCells(line) + 1 + textCells(word) <= cells) {
			line += ` ${word}`;
			continue;
		}
		if (line !== "") lines.push(line);
		while (textCells(word) > cells) {
			const part = prefix(word, cells);
			lines.push(part);
			word = word.slice(part.length);
		}
		line = word;
	}
	return line === "" ? lines : [...lines, line];
}

/** As much of a text's beginning as has room; one character at least. */
function prefix(text: string, cells: number): string {
	let found = "";
	let left = cells;
	for (const character of text) {
		left -= cellsOf(character);
		if (left < 0 && found !== "") break;
		found += character;
	}
	return found;
}

function cellsOf(character: string): number {
	if (COMBINING.test(character)) return 0;
	return WIDE.test(character) ? 2 : 1;
}
