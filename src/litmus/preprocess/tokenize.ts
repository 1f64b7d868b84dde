import type { SourceFile } from "../../source/span.ts";
import { CommentFinder } from "./comment-finder.ts";
import type { Token } from "./token.ts";

/**
 * What is no comment. Numbers have no point, so that `1..n` is a number, two points and a name; `/\` and `\/` are
 * symbols, as tests have them.
 */
const TOKEN = new RegExp(
	[
		/(?<space>[^\S\n]+)/,
		/(?<break>\n)/,
		/(?<name>[A-Za-z_]\w*)/,
		/(?<number>\d\w*)/,
		/(?<quoted>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+')/,
		/##|\.\.\.?|<<=|>>=|&&|\|\||<<|>>|->|\+\+|--|\/\\|\\\/|=>|[-+*/%&|^<>=!]=|[\s\S]/,
	]
		.map(({ source }) => source)
		.join("|"),
	"y",
);

const SPLICE = /\\\r?\n/y;

type Kind = Token["kind"];

function match(text: string, at: number): { readonly kind: Kind; readonly end: number } {
	TOKEN.lastIndex = at;
	const groups = TOKEN.exec(text)?.groups ?? {};
	const kind = (["space", "break", "name", "number", "quoted"] as const).find(
		(group) => groups[group] !== undefined,
	);
	return { kind: kind ?? "symbol", end: TOKEN.lastIndex };
}

/** The kind of a text that is one token, alone and whole; undefined for any other. */
export function kindOf(text: string): Kind | undefined {
	if (text === "" || new CommentFinder(text).endAt(0) !== undefined) return undefined;
	const { kind, end } = match(text, 0);
	return end === text.length ? kind : undefined;
}

/** Whether two tokens that stand side by side would be read as others, or as the beginning of a comment. */
export function runTogether(left: string, right: string): boolean {
	const pair = left.slice(-1) + right.slice(0, 1);
	if (pair === "(*" || pair === "//" || pair === "/*") return true;
	return match(left + right, 0).end !== left.length;
}

/** The tokens of a file; together they are its text. Linear in it. */
export function tokenize(file: SourceFile): readonly Token[] {
	const { text } = file;
	const comments = new CommentFinder(text);
	const tokens: Token[] = [];
	let isLineStart = true;
	let inDirective = false;
	for (let start = 0; start < text.length; ) {
		let { kind, end }: { kind: Kind; end: number } = match(text, start);
		const first = text[start];
		if (first === "/" || first === "(") {
			const close = comments.endAt(start);
			if (close !== undefined) {
				kind = first === "/" && text[start + 1] === "*" && !closes(text, start, close) ? "open" : "comment";
				end = close;
			}
		}
		if (inDirective && kind === "symbol" && text.slice(start, end).includes("\\")) {
			// The last backslash of a directive's line goes on with it, even as a part of `/\`.
			SPLICE.lastIndex = start;
			if (SPLICE.test(text)) [kind, end] = ["splice", SPLICE.lastIndex];
			else if (first === "/" && isSplice(text, start + 1)) end = start + 1;
		}
		if (kind === "break") inDirective = false;
		if (isLineStart && first === "#" && end === start + 1) inDirective = true;
		isLineStart = kind === "break" || (isLineStart && kind === "space");
		tokens.push({ kind, text: text.slice(start, end), file, start, end });
		start = end;
	}
	return tokens;
}

function closes(text: string, start: number, end: number): boolean {
	return end >= start + 4 && text.startsWith("*/", end - 2);
}

function isSplice(text: string, at: number): boolean {
	SPLICE.lastIndex = at;
	return SPLICE.test(text);
}
