/** A `Result:` comment: after the gap its words, either of which may be the empty text. */
export type ResultComment = RegExpExecArray;

const RESULT = /^[( ]\* Result:([^\S\n]*)([^\s*]*)([^\S\n]*)([^\s*]*)/gm;

/**
 * The `Result:` comments of a text in their order. The kernel's scripts look for the same pattern. Each has four
 * groups: a gap, the word after it, another gap, and a second word.
 */
export function findResults(text: string): ResultComment[] {
	return [...text.matchAll(RESULT)];
}
