import { missingSemicolon } from "../source/messages-litmus-text.ts";
import type { Span } from "../source/span.ts";
import { canonicalText } from "./canonical-text.ts";

/** A token that a syntax error is about, as herd7 tells it. */
export interface MisplacedToken {
	/** Empty at the end of the file. */
	readonly token: string;
	/** The part of a test that it stands in: initial state, processes or condition. */
	readonly part: "init" | "prog" | "constr";
	readonly span: Span;
}

/**
 * The token of a syntax error. Ours may point at what is before it: where a semicolon is missing, and at
 * the last character where the text ends too early.
 */
export function misplacedToken(message: string, span: Span): MisplacedToken {
	const { file, start, end } = span;
	const part = partAt(file.text, start);
	if (message.endsWith(" the end of the file")) {
		return { token: "", part, span: { file, start: end, end } };
	}
	const token = file.text.slice(start, end);
	if (message !== missingSemicolon(span).message) return { token, part, span };
	const next = /^\s*(\w+|[\s\S])/.exec(file.text.slice(end));
	if (next === null) return { token: "", part, span: { file, start: end, end } };
	const place = { file, start: end + next[0].length - next[1].length, end: end + next[0].length };
	return { token: next[1], part: partAt(file.text, place.start), span: place };
}

/** The part of a test that an offset is in, told by the braces before it. */
function partAt(text: string, offset: number): MisplacedToken["part"] {
	// A comment that is cut off by the offset stays, and is hardly ever there.
	const before = canonicalText(text.slice(0, offset));
	let depth = 0;
	let closed = 0;
	let afterLast = 0;
	for (let at = 0; at < before.length; at++) {
		if (before[at] === "{") depth++;
		if (before[at] === "}" && --depth === 0) {
			closed++;
			afterLast = at + 1;
		}
	}
	if (closed === 0) return "init";
	if (depth > 0) return "prog";
	const since = before.slice(afterLast).trim();
	const next = text.slice(offset);
	return /^P ?\d/.test(since) || (since === "" && (closed === 1 || /^P\d/.test(next))) ? "prog" : "constr";
}
