import { findResults } from "../../litmus/find-results.ts";

/**
 * A test's text with a `Result:` comment on a line of its own, below the line that names the test; undefined if the
 * text has one already or begins with no such line. Line ends stay what they are.
 */
export function insertResult(text: string, words: string): string | undefined {
	if (findResults(text).length > 0) return undefined;
	const head = /^\ufeff?[^\S\n]*C[^\S\n]+\S[^\n]*?(\r?\n)/.exec(text);
	if (!head) return undefined;
	const [line, end] = head;
	return `${line}(* Result: ${words} *)${end}${text.slice(line.length)}`;
}
