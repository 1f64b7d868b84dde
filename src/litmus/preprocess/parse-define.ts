import * as messages from "../../source/messages-litmus.ts";
import type { Report } from "../report.ts";
import type { Macro } from "./macro.ts";
import { isBlank, type Token, tokenSpan } from "./token.ts";

/** Names that no macro can have. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set(["defined", "__VA_ARGS__"]);

/** Tokens without white space at their ends, that between being one space each. */
export function condensed(tokens: readonly Token[]): readonly Token[] {
	const result: Token[] = [];
	for (const token of tokens) {
		if (!isBlank(token)) result.push(token);
		else if (result.length > 0 && result[result.length - 1].kind !== "space") {
			result.push({ ...token, kind: "space", text: " " });
		}
	}
	if (result.at(-1)?.kind === "space") result.pop();
	return result;
}

interface Head {
	readonly parameters: readonly string[];
	readonly isVariadic: boolean;
	/** Index of the first token after the closing parenthesis. */
	readonly next: number;
}

/** The parameters after the opening parenthesis at `at`; undefined, and reported, if something else stands there. */
function parseParameters(tokens: readonly Token[], at: number, report: Report): Head | undefined {
	const parameters: string[] = [];
	let next = at;
	const take = (): Token | undefined => {
		do next++;
		while (next < tokens.length && isBlank(tokens[next]));
		return tokens.at(next);
	};
	const fail = (token: Token | undefined): undefined => {
		report.add(messages.badMacroParameters(tokenSpan(token ?? tokens[tokens.length - 1])));
		return undefined;
	};
	let token = take();
	if (token?.text === ")") return { parameters, isVariadic: false, next: next + 1 };
	for (;;) {
		let isVariadic = token?.text === "...";
		if (token === undefined || (token.kind !== "name" && !isVariadic)) return fail(token);
		const name = isVariadic ? "__VA_ARGS__" : token.text;
		if (parameters.includes(name)) report.add(messages.duplicateMacroParameter(name, tokenSpan(token)));
		if (name === "__VA_ARGS__" && !isVariadic) report.add(messages.reservedMacroName(name, tokenSpan(token)));
		parameters.push(name);
		token = take();
		if (token?.text === "..." && !isVariadic) {
			isVariadic = true;
			token = take();
		}
		if (token?.text === ")") return { parameters, isVariadic, next: next + 1 };
		if (token?.text !== "," || isVariadic) return fail(token);
		token = take();
	}
}

function checkBody(macro: Macro, report: Report): void {
	const { body, parameters } = macro;
	const words = body.filter(({ kind }) => kind !== "space");
	words.forEach((token, index) => {
		if (token.text === "##" && (index === 0 || index === words.length - 1)) {
			report.add(messages.pasteAtEnd(tokenSpan(token)));
		}
		if (token.text === "#" && parameters && !parameters.includes(words[index + 1]?.text ?? "")) {
			report.add(messages.quoteWithoutParameter(tokenSpan(token)));
		}
		if (token.text === "__VA_ARGS__" && !parameters?.includes("__VA_ARGS__")) {
			report.add(messages.noVariableArguments(tokenSpan(token)));
		}
	});
}

/** The macro that a `#define` defines; undefined, and reported, if it defines none. `tokens` follow the word `define`. */
export function parseDefine(tokens: readonly Token[], directive: Token, report: Report): Macro | undefined {
	const at = tokens.findIndex((token) => !isBlank(token));
	const name = tokens.at(at);
	if (at < 0 || name?.kind !== "name") {
		report.add(
			messages.macroNameMissing("define", tokenSpan(at < 0 || name === undefined ? directive : name)),
		);
		return undefined;
	}
	if (RESERVED_NAMES.has(name.text)) {
		report.add(messages.reservedMacroName(name.text, tokenSpan(name)));
		return undefined;
	}
	// Only a parenthesis directly after the name begins parameters.
	const hasParameters = tokens.at(at + 1)?.text === "(" && at + 1 < tokens.length;
	const head = hasParameters ? parseParameters(tokens, at + 1, report) : undefined;
	if (hasParameters && head === undefined) return undefined;
	const macro: Macro = {
		name: name.text,
		span: tokenSpan(name),
		...(head && { parameters: head.parameters }),
		isVariadic: head?.isVariadic ?? false,
		body: condensed(tokens.slice(head?.next ?? at + 1)),
		isParameter: false,
	};
	checkBody(macro, report);
	return macro;
}
