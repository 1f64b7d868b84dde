/** How deep brackets may nest: somewhat deeper text exhausts the stack of the parser. */
export const NESTING_LIMIT = 100;

const CLOSING: Readonly<Record<string, string>> = { "/*": "*/", "//": "\n", "(*": "*)" };

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
	const absent = new Set<string>();
	for (let offset = 0; offset < text.length; offset++) {
		const pair = text.slice(offset, offset + 2);
		const closing = CLOSING[pair];
		if (closing !== undefined && !absent.has(closing) && (pair !== "(*" || beginsComment(text, offset))) {
			const end = text.indexOf(closing, offset + 2);
			if (end !== -1) {
				offset = end + closing.length - 1;
				continue;
			}
			absent.add(closing);
		}
		const character = text[offset];
		if (character === "(" || character === "[" || character === "{") {
			depth++;
			if (depth > NESTING_LIMIT) return offset;
		} else if (character === ")" || character === "]" || character === "}") depth = Math.max(0, depth - 1);
	}
	return undefined;
}
