import { includedName } from "../../litmus/preprocess/include-name.ts";
import { splitLines } from "../../litmus/preprocess/split-lines.ts";
import { type Token, tokenSpan, tokensSpan, wordsSpan } from "../../litmus/preprocess/token.ts";
import { tokenize } from "../../litmus/preprocess/tokenize.ts";
import type { SourceFile, Span } from "../../source/span.ts";
import type { Declaration } from "../declaration.ts";

/** An `#include` as it is written. */
export interface IncludeDirective {
	readonly name: string;
	readonly isAngled: boolean;
	/** The name with its quotes. */
	readonly span: Span;
}

/** What the directives of a file name, in lines that are kept and in others. */
export interface Directives {
	readonly includes: readonly IncludeDirective[];
	/** Macros and parameters. */
	readonly macros: readonly Declaration[];
}

/** UTF-16 units of a definition that are shown. */
const LONGEST = 400;

function macroOf(keyword: Token, name: Token, words: readonly Token[]): Declaration {
	const whole = { ...wordsSpan(words, keyword), start: keyword.start };
	const text = keyword.file.text.slice(whole.start, whole.end).replaceAll("\r", "");
	const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
	return { name: name.text, kind: "macro", span: tokenSpan(name), whole, text: `#${shown}` };
}

/** The directives of one file; linear in it, whatever else it has. */
export function directivesOf(file: SourceFile): Directives {
	const includes: IncludeDirective[] = [];
	const macros: Declaration[] = [];
	for (const segment of splitLines(tokenize(file))) {
		if (segment.kind !== "directive") continue;
		const [keyword, ...words] = segment.words;
		const [name] = words;
		if (name === undefined) continue;
		if (keyword.text === "include") {
			const wanted = includedName(words, (tokens) => tokens);
			if (wanted) includes.push({ ...wanted, span: tokensSpan(words) });
		} else if ((keyword.text === "define" || keyword.text === "parameter") && name.kind === "name") {
			macros.push(macroOf(keyword, name, words));
		}
	}
	return { includes, macros };
}
