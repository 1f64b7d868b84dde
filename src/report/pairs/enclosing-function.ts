import type { SourceFile } from "../../source/span.ts";

/** A heading of a function or a process: what stands before an opening brace in the first column, or at a line's end. */
const HEADING = /^(?:[A-Za-z_][\w \t*]*?[ \t*])?(\w+)(?:\[[^\]\n]*\])?[ \t]*\([^;{}]*?\)[^;{}()]*\{/gm;

/** Words that are followed by parentheses and a brace, and are no function. */
const STATEMENTS = new Set(["if", "while", "for", "switch", "do", "else"]);

/**
 * The function or process that a place of a text lies in, as it is called there: the nearest heading before it that begins a line. Undefined
 * where none is found. Costs a scan of the text.
 */
export function enclosingFunction({ text }: SourceFile, offset: number): string | undefined {
	let name: string | undefined;
	for (const match of text.matchAll(HEADING)) {
		if (match.index + match[0].length > offset) break;
		if (!STATEMENTS.has(match[1])) name = match[1];
	}
	return name;
}
