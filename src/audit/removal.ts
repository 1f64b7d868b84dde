import type { Span } from "../source/span.ts";
import type { TextEdit } from "./site.ts";

/**
 * Takes a call out of a text: with its semicolon and its line if it stands there alone, else so that an empty statement stays, which is one
 * wherever a statement may be.
 */
export function removal(span: Span): TextEdit {
	const { file, start, end } = span;
	const [rest] = /^\s*;?/.exec(file.text.slice(end)) ?? [""];
	const lineStart = file.text.lastIndexOf("\n", start - 1) + 1;
	const before = file.text.slice(lineStart, start);
	const after = end + rest.length;
	const isAlone = /^\s*$/.test(before) && file.text[after] === "\n" && rest.endsWith(";");
	// A branch without braces needs a statement.
	const previous = file.text.slice(0, lineStart).trimEnd().at(-1) ?? "";
	if (isAlone && ";{}/".includes(previous))
		return { span: { file, start: lineStart, end: after + 1 }, text: "" };
	return { span, text: "" };
}
