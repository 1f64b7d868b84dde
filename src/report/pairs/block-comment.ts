/**
 * A comment as the kernel has them: in one line if it fits, else in a block whose first line is empty.
 * @param text in one line, beginning with a small letter
 */
export function blockComment(text: string, indent: string, width: number): string[] {
	const line = `${indent}/* ${text} */`;
	if (line.length <= width) return [line];
	const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
	return [`${indent}/*`, ...wrapWords(sentence, `${indent} * `, width), `${indent} */`];
}

/** A text in lines of at most so many columns, each after the same indent. A word that is longer has a line to itself. */
export function wrapWords(text: string, indent: string, width: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(" ")) {
		if (line !== "" && indent.length + line.length + 1 + word.length > width) {
			lines.push(indent + line);
			line = "";
		}
		line += line === "" ? word : ` ${word}`;
	}
	return [...lines, indent + line];
}
