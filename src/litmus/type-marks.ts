/** Where the range of the grammar's rule `typeMark` begins. */
const TYPES = 0xe000;

/** Where that of `nameMark` does. */
const NAMES = 0xe100;

/** A declaration's words, brackets and what parts it; comments, strings and numbers are passed. */
const TOKENS =
	/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[A-Za-z_]\w*|\d\w*|[()[\]{},;*]/g;

/** A token with where it stands. */
interface Token {
	readonly text: string;
	readonly start: number;
}

/** The name that one declarator of a typedef declares: the one after a star in parentheses, or the last one. */
function declaredName(tokens: readonly Token[]): Token | undefined {
	let depth = 0;
	let last: Token | undefined;
	for (const [index, token] of tokens.entries()) {
		const { text } = token;
		if (/^\w/.test(text) && tokens[index - 1]?.text === "*" && /^[(*]$/.test(tokens[index - 2]?.text ?? "")) {
			if (depth > 0) return token;
		}
		if (/^[([{]$/.test(text)) depth++;
		else if (/^[)\]}]$/.test(text)) depth--;
		else if (depth === 0 && /^[A-Za-z_]/.test(text) && !/^__(?:at|al|words$|mapped)/.test(text)) last = token;
	}
	return last;
}

/** Where the text declares names by `typedef`. Linear in the text. */
function declaredNames(tokens: readonly Token[]): ReadonlySet<Token> {
	const names = new Set<Token>();
	tokens.forEach(({ text }, index) => {
		if (text !== "typedef") return;
		let depth = 0;
		let start = index + 1;
		for (let at = start; at < tokens.length; at++) {
			const token = tokens[at].text;
			if (/^[([{]$/.test(token)) depth++;
			else if (/^[)\]}]$/.test(token)) depth--;
			else if (depth === 0 && (token === "," || token === ";")) {
				const name = declaredName(tokens.slice(start, at));
				if (name !== undefined) names.add(name);
				if (token === ";") break;
				start = at + 1;
			}
		}
	});
	return names;
}

/**
 * The text with the first character of each name that it declares by `typedef` moved into a range of its own wherever
 * that is used, and into another one where it is declared, so that the grammar knows types from other names. All
 * offsets stay as they are. Texts without a typedef, which most are, are returned as they are.
 */
export function markTypeNames(text: string): string {
	if (!/\btypedef\b/.test(text)) return text;
	const tokens = [...text.matchAll(TOKENS)].map((match) => ({ text: match[0], start: match.index }));
	const declared = declaredNames(tokens);
	const names = new Set([...declared].map((token) => token.text));
	const parts: string[] = [];
	let done = 0;
	for (const token of tokens) {
		const { text: name, start } = token;
		if (!names.has(name)) continue;
		parts.push(
			text.slice(done, start),
			String.fromCharCode((declared.has(token) ? NAMES : TYPES) + name.charCodeAt(0)),
		);
		done = start + 1;
	}
	return [...parts, text.slice(done)].join("");
}
