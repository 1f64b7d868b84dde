const TOKEN = /\(\*|\*\)|\/\/[^\n]*|"[^"\n]*"/g;

/** Whether an offset of a model's text lies outside its comments and quoted names. Linear in the text before it. */
export function isCode(text: string, offset: number): boolean {
	let depth = 0;
	for (const { 0: token, index } of text.matchAll(TOKEN)) {
		if (index >= offset) break;
		if (token === "(*") depth++;
		else if (token === "*)") depth = Math.max(0, depth - 1);
		else if (depth === 0 && offset < index + token.length) return false;
	}
	return depth === 0;
}
