/** Lines whose times, and the blanks before them, all read alike. */
function withoutTimes(text: string): string {
	return text.trimEnd().replaceAll(/ *\b\d+(?:\.\d+)? m?s\b/g, " TIME");
}

/**
 * Whether a command printed what a document shows.
 * @param shown lines; `...` stands for any number of lines
 * @returns the printed lines in the document's form where it does not, for a message
 */
export function mismatch(shown: readonly string[], printed: string): string | undefined {
	const lines = printed.trimEnd().split("\n").map(withoutTimes);
	const pattern = shown.map(withoutTimes);
	const matches = (i: number, j: number): boolean => {
		if (i === pattern.length) return j === lines.length;
		if (pattern[i].trim() === "...") return matches(i + 1, j) || (j < lines.length && matches(i, j + 1));
		return j < lines.length && pattern[i] === lines[j] && matches(i + 1, j + 1);
	};
	return matches(0, 0) ? undefined : lines.join("\n");
}
