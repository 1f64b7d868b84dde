import type { MacroUse, SourceFile, Span } from "../../source/span.ts";

/** A piece of text as the preprocessor sees it. */
export interface Token {
	/**
	 * `quoted` is a string or a character constant; `break` a line feed; `splice` a backslash at the end of a line of
	 * a directive; `open` a comment that is never closed; `mark` stands for an empty argument beside `##`.
	 */
	readonly kind:
		| "name"
		| "number"
		| "quoted"
		| "symbol"
		| "space"
		| "break"
		| "splice"
		| "comment"
		| "open"
		| "mark";
	readonly text: string;
	/** Where it is written: what a macro makes is written in the macro's definition. */
	readonly file: SourceFile;
	readonly start: number;
	readonly end: number;
	/** The outermost macro that made it, or had it as an argument. */
	readonly macro?: MacroUse;
	/** Macros that it came from: as their name it stays as it is. */
	readonly hidden?: ReadonlySet<string>;
}

/** Whether a token only parts others. */
export function isBlank({ kind }: Token): boolean {
	return kind === "space" || kind === "break" || kind === "splice" || kind === "comment";
}

/** Where a person wrote what the token stands for. */
export function tokenSpan({ file, start, end, macro }: Token): Span {
	return macro?.span ?? { file, start, end };
}

/** From the first to the last of tokens that stand in one line; at least one. */
export function tokensSpan(tokens: readonly Token[]): Span {
	const first = tokenSpan(tokens[0]);
	const last = tokenSpan(tokens[tokens.length - 1]);
	return { file: first.file, start: first.start, end: Math.max(first.end, last.end) };
}

/** From the first to the last of the words of a directive, or the directive's own name. */
export function wordsSpan(words: readonly Token[], directive: Token): Span {
	return words.length === 0 ? tokenSpan(directive) : tokensSpan(words);
}
