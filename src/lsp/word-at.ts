/** A word of a text with its half-open range of UTF-16 offsets. */
export interface Word {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** UTF-16 units of the longest word that is looked at; nothing that is declared comes near it. */
const LONGEST = 256;

/**
 * The word that an offset lies in, or that ends there.
 * @param part matches one character that words have
 * @param first matches one that words begin with
 */
export function wordAt(text: string, offset: number, part: RegExp, first: RegExp): Word | undefined {
	const at = Math.max(0, Math.min(offset, text.length));
	let start = at;
	while (start > 0 && at - start < LONGEST && part.test(text[start - 1])) start--;
	let end = at;
	while (end < text.length && end - at < LONGEST && part.test(text[end])) end++;
	while (start < end && !first.test(text[start])) start++;
	return start < end && start <= at ? { text: text.slice(start, end), start, end } : undefined;
}
