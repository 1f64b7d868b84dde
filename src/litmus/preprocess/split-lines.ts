import type { Token } from "./token.ts";

/** A line that is a directive, or text without any. */
export type Segment =
	| { readonly kind: "text"; readonly tokens: readonly Token[] }
	| {
			readonly kind: "directive";
			readonly hash: Token;
			/** What follows the `#`, without what only parts it. */
			readonly words: readonly Token[];
			/** The same with all that lies between. */
			readonly tokens: readonly Token[];
			/** The line feed that ends it, unless the file does. */
			readonly end?: Token;
	  };

/** The directives of a file and the text between them, in order. */
export function splitLines(tokens: readonly Token[]): readonly Segment[] {
	const segments: Segment[] = [];
	let text: Token[] = [];
	let isLineStart = true;
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		if (!isLineStart || token.text !== "#") {
			text.push(token);
			isLineStart = token.kind === "break" || (isLineStart && token.kind === "space");
			continue;
		}
		while (text.at(-1)?.kind === "space") text.pop();
		if (text.length > 0) segments.push({ kind: "text", tokens: text });
		text = [];
		const line: Token[] = [];
		for (at++; at < tokens.length && tokens[at].kind !== "break"; at++) line.push(tokens[at]);
		const end = tokens.at(at);
		const words = line.filter(({ kind }) => kind !== "space" && kind !== "comment" && kind !== "splice");
		segments.push({
			kind: "directive",
			hash: token,
			words,
			tokens: line,
			...(at < tokens.length && end && { end }),
		});
	}
	if (text.length > 0) segments.push({ kind: "text", tokens: text });
	return segments;
}
