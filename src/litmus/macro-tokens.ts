/** A piece of a file of macros that is neither white space nor a comment. */
export interface MacroToken {
	/** `other`: a character that no token begins with, or a comment that is never closed. */
	readonly kind: "name" | "number" | "symbol" | "other";
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

const TOKEN = new RegExp(
	[
		/(?<space>(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+)/,
		/(?<name>[A-Za-z_]\w*)/,
		/(?<number>\d\w*)/,
		/(?<symbol>&~|<<=|>>=|\+\+|--|->|&&|\|\||<<|>>|[-+*/%&|^<>=!]=|(?!\/\*)[-+*/%&|^<>=!~?:;,.(){}[\]])/,
		/(?<other>\/\*[\s\S]*|[\s\S])/,
	]
		.map(({ source }) => source)
		.join("|"),
	"y",
);

/** The tokens of a file of macros. Linear in the text. */
export function macroTokens(text: string): readonly MacroToken[] {
	const tokens: MacroToken[] = [];
	TOKEN.lastIndex = 0;
	for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
		const { groups } = match;
		if (groups === undefined || groups.space !== undefined) continue;
		const kind =
			groups.name !== undefined
				? "name"
				: groups.number !== undefined
					? "number"
					: groups.symbol !== undefined
						? "symbol"
						: "other";
		tokens.push({ kind, text: match[0], start: match.index, end: TOKEN.lastIndex });
	}
	return tokens;
}
