/** How deep brackets may nest: somewhat deeper text exhausts the stack of the parser. */
export const NESTING_LIMIT = 100;

const CLOSING: Readonly<Record<string, string>> = { "/*": "*/", "//": "\n", "(*": "*)" };

/** All that matters here; the rest of a text is passed at once. */
const MARKS = /\/(?=[*/])|[()[\]{}]/g;

/** Whether a comment, rather than a parenthesised dereference, begins with the `(*` at `offset`. */
function beginsComment(text: string, offset: number): boolean {
	return /[\s]/.test(text.charAt(offset + 2));
}

/**
 * The offset of the first bracket that nests deeper than the limit, or undefined. Comments do not
 * count. Linear in the text.
 */
export function tooDeepAt(text: string): number | undefined {
	let depth = 0;
	let done = 0;
	const absent = new Set<string>();
	for (const { 0: mark, index } of text.matchAll(MARKS)) {
		if (index < done) continue;
		const pair = text.slice(index, index + 2);
		const closing = CLOSING[pair];
		if (closing !== undefined && !absent.has(closing) && (pair !== "(*" || beginsComment(text, index))) {
			const end = text.indexOf(closing, index + 2);
			if (end !== -1) {
				done = end + closing.length;
				continue;
			}
			absent.add(closing);
		}
		if (mark === "(" || mark === "[" || mark === "{") {
			depth++;
			if (depth > NESTING_LIMIT) return index;
		} else if (mark !== "/") depth = Math.max(0, depth - 1);
	}
	return undefined;
}
