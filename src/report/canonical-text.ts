/** What separates tokens, and what tokens longer than a character there are. */
const TOKEN = /\s+|"[^"]*"|\w+|\/\\|\\\/|[-+*/%&|^<>=!]=|<<=?|>>=?|&&|\|\||\+\+|--|[\s\S]/g;

/**
 * A litmus test's text as its tokens with single spaces between, from its initial state on: the same for
 * tests that differ in their names, descriptions, comments and white space alone. Linear in the text.
 */
export function canonicalText(text: string): string {
	const tokens = (withoutComments(text).match(TOKEN) ?? []).filter((token) => token.trim() !== "");
	return tokens.slice(Math.max(0, tokens.indexOf("{"))).join(" ");
}

/** The text with a space for each comment; what a comment is, `grammar/c.ohm` says. */
function withoutComments(text: string): string {
	let plain = "";
	let offset = 0;
	for (;;) {
		const start = text.slice(offset).search(/\/\*|\/\/|\(\*/);
		if (start === -1) return plain + text.slice(offset);
		const at = offset + start;
		const end = commentEnd(text, at);
		plain += `${text.slice(offset, at)}${end === undefined ? text.slice(at, at + 2) : " "}`;
		offset = end ?? at + 2;
	}
}

/** Where the comment that may begin at `start` ends; undefined if none does. */
function commentEnd(text: string, start: number): number | undefined {
	const opening = text.slice(start, start + 2);
	if (opening === "//") {
		const end = text.indexOf("\n", start);
		return end === -1 ? text.length : end;
	}
	if (opening === "(*" && !/\s/.test(text.charAt(start + 2))) return tightEnd(text, start + 2);
	const end = text.indexOf(opening === "/*" ? "*/" : "*)", start + 2);
	return end === -1 ? undefined : end + 2;
}

/** The end of a `(*comment*)`, whose own parentheses are balanced; undefined if it is an expression. */
function tightEnd(text: string, start: number): number | undefined {
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		if (depth === 0 && text.startsWith("*)", at)) return at + 2;
		if (text[at] === "(") depth++;
		else if (text[at] === ")" && depth-- === 0) return undefined;
	}
	return undefined;
}
